package org.broadsheet.site;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.broadsheet.article.AlsoReported;
import org.broadsheet.article.Article;
import org.broadsheet.article.Story;
import org.broadsheet.source.LastReading;
import org.broadsheet.source.Source;
import org.broadsheet.source.SourceRegister;
import org.broadsheet.web.Link;

/** Composes what an operator should see of a source. */
@ApplicationScoped
class SourceDesk {

    private static final int ARTICLES = 20;

    private final SourceRegister register;
    private final Clock clock;

    SourceDesk(SourceRegister register, Clock clock) {
        this.register = register;
        this.clock = clock;
    }

    @Transactional
    AdminSourcePage page(long id) {
        var source = register.require(id);
        var reading = Optional.ofNullable(source.lastReading);
        var latest = Article.latest(source, ARTICLES);
        var others = Story.others(latest);
        var articles = latest.stream().map(article -> row(article, others.getOrDefault(article.id, List.of()))).toList();
        return new AdminSourcePage(new AdminHead(clock.instant(), "/admin/logout"), source.publication.name, source.displayName(), source.url, health(source),
                source.lastProblem, List.of(new Action("Read it now", source.displayName(), "/admin/sources/" + id + "/refresh", true)), facts(source),
                reading.map(SourceDesk::brought).orElse(""), reading.map(LastReading::at),
                reading.stream().flatMap(report -> report.problems().stream()).map(problem -> new AdminSourcePage.Problem(problem.message(), problem.line())).toList(),
                articles, articles.isEmpty() ? "None yet." : "");
    }

    private String health(Source source) {
        var now = clock.instant();
        var next = "The next try is " + (source.nextTryAt.isAfter(now) ? Moments.distance(now, source.nextTryAt) : "due") + ".";
        if (source.lastSuccessAt == null && source.failures == 0) {
            return "It was never read. " + next;
        }
        var last = source.lastSuccessAt == null ? "It could never be read" : "Last read with success " + Moments.distance(now, source.lastSuccessAt);
        return source.failures == 0 ? last + ". " + next
                : last + "; " + (source.failures == 1 ? "one try has failed since" : source.failures + " tries in a row have failed since") + ". " + next;
    }

    private static List<AdminSourcePage.Fact> facts(Source source) {
        var facts = new ArrayList<AdminSourcePage.Fact>();
        facts.add(fact("Kind", source.kind == source.readKind() ? source.kind.name() : source.readKind().name() + ", found", source.foundUrl.isEmpty() ? "" : source.foundUrl));
        facts.add(fact("Section", source.section.isEmpty() ? "none" : source.publication.sectionName(source.section), ""));
        facts.add(fact("Read every", source.intervalSeconds == 0 ? "half hour" : words(Duration.ofSeconds(source.intervalSeconds)), "as often as it publishes; longer where it asks for that"));
        facts.add(fact("Text shown", switch (source.rights.text()) {
            case LINK -> "summary and link";
            case EXCERPT -> "the first paragraphs";
            case FULL -> "all of it";
        }, source.rights.allowPictures() ? "with pictures" : "without pictures"));
        if (!source.movedTo.isEmpty()) {
            facts.add(fact("Moves to", source.movedTo, "the address is rewritten when this has proved stable"));
        }
        if (source.priority != 0) {
            facts.add(fact("Priority", String.valueOf(source.priority), ""));
        }
        if (!source.rules.isEmpty()) {
            facts.add(fact("Rules", source.rules.stream().map(rule -> rule.action().name().toLowerCase(java.util.Locale.ROOT) + " " + rule.field().name().toLowerCase(java.util.Locale.ROOT)
                    + " " + rule.matches()).collect(Collectors.joining("; ")), ""));
        }
        return facts;
    }

    private static AdminSourcePage.Fact fact(String name, String value, String note) {
        return new AdminSourcePage.Fact(name, value, note);
    }

    private static String words(Duration every) {
        return every.toMinutes() < 120 ? every.toMinutes() + " minutes" : every.toHours() + " hours";
    }

    private static String brought(LastReading reading) {
        return switch (reading.status()) {
            case "NOT_MODIFIED" -> "Nothing has changed since the one before.";
            case "FAILED" -> "It failed.";
            default -> counted(reading.fresh(), "new article", "new articles") + ", " + reading.updated() + " updated, " + reading.unchanged() + " unchanged.";
        };
    }

    private static String counted(int count, String one, String many) {
        return count == 1 ? "One " + one : count + " " + many;
    }

    private static AdminSourcePage.ArticleRow row(Article article, List<AlsoReported> others) {
        return new AdminSourcePage.ArticleRow(article.title, Link.outside(article.url), article.pictureHash == null ? "" : "/pictures/" + article.pictureHash + "-600.jpg",
                article.standfirst.isEmpty() ? article.summary : article.standfirst, Optional.ofNullable(article.publishedAt),
                trouble(article), others.isEmpty() ? "" : "also reported by " + others.stream().map(AlsoReported::name).collect(Collectors.joining(", ")));
    }

    private static String trouble(Article article) {
        return Stream.of(article.pageProblem.isEmpty() ? "" : "Its page: " + article.pageProblem, article.pictureProblem.isEmpty() ? "" : "No picture: " + article.pictureProblem)
                .filter(words -> !words.isEmpty()).collect(Collectors.joining("; "));
    }
}
