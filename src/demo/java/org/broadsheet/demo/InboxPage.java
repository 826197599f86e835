package org.broadsheet.demo;

import static org.broadsheet.demo.Markup.escape;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Shows the mails of a {@link MailSink} in a browser, and as JSON at {@code /api/messages} and {@code /api/messages/{id}}.
 * A mail's HTML stands in a frame that runs no scripts and belongs to no site; its links open in a new tab.
 */
public final class InboxPage implements AutoCloseable {

    private static final String SANDBOX = "allow-popups allow-popups-to-escape-sandbox";
    private static final Pattern MESSAGE = Pattern.compile("/messages/(\\d{1,15})(?:/(html|text|headers|source))?");
    private static final Pattern API_MESSAGE = Pattern.compile("/api/messages/(\\d{1,15})");
    private static final Pattern HEAD = Pattern.compile("(?i)<head[^>]*>");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.UK).withZone(ZoneId.systemDefault());
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.UK).withZone(ZoneId.systemDefault());

    private final HttpServer server;
    private final MailSink sink;

    private InboxPage(HttpServer server, MailSink sink) {
        this.server = server;
        this.sink = sink;
    }

    /** @throws java.net.BindException if the address is taken */
    public static InboxPage start(InetSocketAddress address, MailSink sink) throws IOException {
        var server = HttpServer.create(address, 0);
        var page = new InboxPage(server, sink);
        server.createContext("/", Http.handler(page::answer));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return page;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private Http.Answer answer(HttpExchange exchange) {
        var path = exchange.getRequestURI().getPath();
        return switch (path) {
            case "/" -> page("Inbox", "<meta http-equiv=\"refresh\" content=\"3\">", list());
            case "/inbox.css" -> new Http.Answer(200, "text/css; charset=utf-8", Resources.bytes("inbox.css").orElseThrow());
            case "/api/messages" -> json(Map.of("items", sink.mails().stream().map(InboxPage::summary).toList()));
            default -> apiMessage(path).or(() -> message(path)).orElseGet(() -> Http.Answer.notFound(path));
        };
    }

    // --- For people ---

    private String list() {
        var mails = sink.mails();
        var rows = mails.isEmpty()
                ? "<p class=\"none\">No mail yet. What the service sends appears here by itself.</p>\n"
                : "<ol class=\"mails\">\n" + mails.stream().map(InboxPage::row).collect(Collectors.joining()) + "</ol>\n";
        return """
                <header>
                <h1>Inbox</h1>
                <p class="meta">Mail sent over SMTP to 127.0.0.1:%d. It stays in this program’s memory, and nothing leaves this machine.</p>
                </header>
                <main>
                %s</main>
                """.formatted(sink.port(), rows);
    }

    private static String row(MailSink.Mail mail) {
        var content = ReceivedMail.of(mail.raw());
        return """
                <li><p class="meta"><time datetime="%s">%s</time> <span>%s</span></p>
                <div><h2><a href="/messages/%d">%s</a></h2><p class="meta">%s <span class="to">to %s</span></p></div></li>
                """.formatted(mail.receivedAt(), TIME.format(mail.receivedAt()), DAY.format(mail.receivedAt()), mail.id(),
                escape(titleOf(content)), escape(content.header("From")), escape(String.join(", ", mail.recipients())));
    }

    private static String titleOf(ReceivedMail content) {
        return content.subject().isBlank() ? "(no subject)" : content.subject();
    }

    private Optional<Http.Answer> message(String path) {
        var match = MESSAGE.matcher(path);
        if (!match.matches()) {
            return Optional.empty();
        }
        return sink.mail(Long.parseLong(match.group(1))).map(mail -> {
            var content = ReceivedMail.of(mail.raw());
            var view = match.group(2) == null ? defaultView(content) : match.group(2);
            return match.group(2) != null && view.equals("html") ? frame(content) : page(titleOf(content), "", mail(mail, content, view));
        });
    }

    private static String defaultView(ReceivedMail content) {
        return content.html().isEmpty() ? "text" : "html";
    }

    private static String mail(MailSink.Mail mail, ReceivedMail content, String view) {
        return """
                <div class="mail">
                <header>
                <p class="meta back"><a href="/">Inbox</a></p>
                <h1>%s</h1>
                <p class="meta">%s <span class="to">to %s</span> <time datetime="%s">%s, %s</time></p>
                <nav class="meta" aria-label="Views">%s</nav>
                </header>
                %s</div>
                """.formatted(escape(titleOf(content)), escape(content.header("From")), escape(String.join(", ", mail.recipients())),
                mail.receivedAt(), TIME.format(mail.receivedAt()), DAY.format(mail.receivedAt()), tabs(mail.id(), content, view),
                body(mail, content, view));
    }

    private static String tabs(long id, ReceivedMail content, String view) {
        var tabs = new LinkedHashMap<String, String>();
        if (!content.html().isEmpty()) {
            tabs.put("html", "As HTML");
        }
        if (!content.text().isEmpty()) {
            tabs.put("text", "As plain text");
        }
        tabs.put("headers", "Headers");
        tabs.put("source", "Source");
        return tabs.entrySet().stream().map(tab -> "<a href=\"/messages/" + id + (tab.getKey().equals("html") ? "" : "/" + tab.getKey()) + "\""
                + (tab.getKey().equals(view) ? " aria-current=\"page\"" : "") + ">" + tab.getValue() + "</a>").collect(Collectors.joining(" "));
    }

    private static String body(MailSink.Mail mail, ReceivedMail content, String view) {
        return switch (view) {
            case "html" -> "<iframe src=\"/messages/" + mail.id() + "/html\" sandbox=\"" + SANDBOX + "\" title=\"The mail\"></iframe>\n";
            case "text" -> "<pre tabindex=\"0\">" + escape(content.text()) + "</pre>\n";
            case "source" -> "<pre tabindex=\"0\">" + escape(new String(mail.raw(), StandardCharsets.UTF_8).replace("\r\n", "\n")) + "</pre>\n";
            default -> "<dl>" + content.headers().stream().map(header -> "<dt>" + escape(header.getFirst()) + "</dt><dd>" + escape(header.getLast()) + "</dd>\n")
                    .collect(Collectors.joining()) + "</dl>\n";
        };
    }

    /** The HTML part itself. The sandbox is in the answer, too, for those who open it without the frame. */
    private static Http.Answer frame(ReceivedMail content) {
        var base = "<base target=\"_blank\">";
        var shown = content.shown();
        var head = HEAD.matcher(shown);
        var html = head.find() ? new StringBuilder(shown).insert(head.end(), base).toString() : base + shown;
        return Http.Answer.html(html).with("Content-Security-Policy", "sandbox " + SANDBOX + "; script-src 'none'; object-src 'none'; form-action 'none'");
    }

    private static Http.Answer page(String title, String head, String body) {
        return Http.Answer.html("""
                <!doctype html>
                <html lang="en-GB">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>%s</title>
                <link rel="stylesheet" href="/inbox.css">
                <link rel="icon" href="data:,">
                %s</head>
                <body>
                %s</body>
                </html>
                """.formatted(escape(title), head, body))
                .with("Content-Security-Policy", "default-src 'none'; style-src 'self'; img-src data:; frame-src 'self'; frame-ancestors 'none'");
    }

    // --- For programs ---

    private Optional<Http.Answer> apiMessage(String path) {
        var match = API_MESSAGE.matcher(path);
        return match.matches() ? sink.mail(Long.parseLong(match.group(1))).map(InboxPage::whole).map(InboxPage::json) : Optional.empty();
    }

    private static Map<String, Object> summary(MailSink.Mail mail) {
        var content = ReceivedMail.of(mail.raw());
        var summary = new LinkedHashMap<String, Object>();
        summary.put("id", mail.id());
        summary.put("receivedAt", mail.receivedAt());
        summary.put("sender", mail.sender());
        summary.put("recipients", mail.recipients());
        summary.put("from", content.header("From"));
        summary.put("to", content.header("To"));
        summary.put("subject", content.subject());
        return summary;
    }

    private static Map<String, Object> whole(MailSink.Mail mail) {
        var content = ReceivedMail.of(mail.raw());
        var whole = summary(mail);
        whole.put("headers", content.headers().stream().map(header -> Map.of("name", header.getFirst(), "value", header.getLast())).toList());
        whole.put("html", content.html());
        whole.put("text", content.text());
        whole.put("raw", new String(mail.raw(), StandardCharsets.UTF_8));
        return whole;
    }

    private static Http.Answer json(Object value) {
        return new Http.Answer(200, "application/json", Json.write(value).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
