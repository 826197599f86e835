package org.broadsheet.article;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.broadsheet.platform.FetchRequest;
import org.broadsheet.platform.WebAddress;
import org.broadsheet.source.SourceSecrets;

/** What is written down of the pages of articles, each in a transaction of its own. */
@ApplicationScoped
class PageBook {

    private static final int MOST_ATTEMPTS = 4;
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(10);

    private final SourceSecrets secrets;
    private final ArticleStore store;

    PageBook(SourceSecrets secrets, ArticleStore store) {
        this.secrets = secrets;
        this.store = store;
    }

    @Transactional
    List<PageErrand> errands(List<Long> articles) {
        return articles.isEmpty() ? List.of() : Article.<Article>list("id in ?1 order by availableAt desc", articles).stream().map(this::errand).toList();
    }

    /** What opens the source may open its pages; it is told to the source's own origin alone. */
    private PageErrand errand(Article article) {
        var request = FetchRequest.of(article.url).accepting(FetchRequest.PAGE);
        var here = WebAddress.of(article.url);
        return new PageErrand(article.id, here.map(WebAddress::host).orElse(""), secrets.asking(Optional.ofNullable(article.source)).apply(request));
    }

    /** @return after which pause to try again; empty if that is settled */
    @Transactional
    Optional<Duration> settle(PageErrand errand, PageOutcome outcome) {
        Article article = Article.findById(errand.article());
        if (article == null) {
            return Optional.empty();
        }
        article.pageAttempts++;
        return switch (outcome) {
            case PageOutcome.Read read -> read(article, read);
            case PageOutcome.Never never -> failed(article, never.words());
            case PageOutcome.Later later when article.pageAttempts >= MOST_ATTEMPTS -> failed(article, later.words());
            case PageOutcome.Later later -> {
                article.pageProblem = later.words();
                yield Optional.of(FIRST_PAUSE.multipliedBy(1L << article.pageAttempts));
            }
        };
    }

    /** A page that is no article's, or shows only its beginning, may still say when and by whom, and have a picture. */
    private Optional<Duration> read(Article article, PageOutcome.Read read) {
        var page = read.page();
        if (!page.verdict().isOfAnArticle()) {
            return failed(article, page.verdict().words());
        }
        store.complete(article, Completion.of(article, page, read.address()));
        article.pageRead(page.verdict().words());
        return Optional.empty();
    }

    private static Optional<Duration> failed(Article article, String words) {
        article.pageFailed(words);
        return Optional.empty();
    }
}
