package org.broadsheet.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Web sites of the invented publishers, on loopback: front pages, feeds with conditional requests (RFC 9110, section 13), articles, pictures. */
public final class SampleSources implements AutoCloseable {

    private final HttpServer server;
    private final List<SampleArticle> articles;
    private final Notices notices;

    private SampleSources(HttpServer server, List<SampleArticle> articles, Notices notices) {
        this.server = server;
        this.articles = articles;
        this.notices = notices;
    }

    /**
     * @param port 0: any free one
     * @throws java.net.BindException if the port is taken
     */
    static SampleSources start(int port, List<SampleArticle> articles, Notices notices) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
        var sources = new SampleSources(server, articles, notices);
        server.createContext("/", Http.handler(sources::answer));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return sources;
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** Without a slash at the end. */
    String base() {
        return "http://127.0.0.1:" + port();
    }

    private Http.Answer answer(HttpExchange exchange) {
        var path = exchange.getRequestURI().getPath();
        return picture(path).or(() -> feed(path)).or(() -> home(path)).or(() -> article(path)).orElseGet(() -> Http.Answer.notFound(path));
    }

    private Optional<Http.Answer> picture(String path) {
        return path.matches("/pictures/[a-z]+\\.jpg")
                ? Resources.bytes(path.substring(1)).map(bytes -> new Http.Answer(200, "image/jpeg", bytes))
                : Optional.empty();
    }

    private Optional<Http.Answer> feed(String path) {
        return Stream.of(Publisher.values()).filter(publisher -> path.equals(publisher.feedPath())).findFirst().map(publisher -> {
            var feed = new SampleFeed(base(), publisher, newestFirst(publisher));
            return new Http.Answer(200, feed.contentType(), feed.body().getBytes(StandardCharsets.UTF_8));
        });
    }

    private Optional<Http.Answer> home(String path) {
        return Stream.of(Publisher.values()).filter(publisher -> path.equals("/" + publisher.slug + "/")).findFirst()
                .map(publisher -> Http.Answer.html(ArticlePage.home(base(), publisher, newestFirst(publisher))));
    }

    private Optional<Http.Answer> article(String path) {
        return published().filter(article -> article.path().equals(path)).findFirst().map(article -> Http.Answer.html(ArticlePage.of(base(), article)));
    }

    private List<SampleArticle> newestFirst(Publisher publisher) {
        return published().filter(article -> article.publisher() == publisher)
                .sorted(Comparator.comparing(SampleArticle::publishedAt).reversed()).toList();
    }

    private Stream<SampleArticle> published() {
        return Stream.concat(articles.stream(), notices.published().stream());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
