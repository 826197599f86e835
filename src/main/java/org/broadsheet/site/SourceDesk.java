package org.broadsheet.site;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.broadsheet.article.AlsoReported;
import org.broadsheet.article.Article;
import org.broadsheet.article.BodyPicture;
import org.broadsheet.article.BodyPictures;
import org.broadsheet.article.CanonicalAddress;
import org.broadsheet.article.Story;
import org.broadsheet.source.LastReading;
import org.broadsheet.source.PageSelectors;
import org.broadsheet.source.Source;
import org.broadsheet.source.SourceBody;
import org.broadsheet.source.SourceRegister;
import org.broadsheet.web.Link;

/** Composes what an operator should see of a source. */
@ApplicationScoped
class SourceDesk {

    private static final int ARTICLES = 20;

    private final SourceRegister register;
    private final BodyPictures textPictures;
    private final Clock clock;

    SourceDesk(SourceRegister register, BodyPictures textPictures, Clock clock) {
        this.register = register;
        this.textPictures = textPictures;
        this.clock = clock;
    }

    @Transactional
    AdminSourcePage page(long id) {
        var source = register.require(id);
        var reading = Optional.ofNullable(source.lastReading);
        var latest = Article.latest(source, ARTICLES);
        var others = Story.others(latest);
        var pictures = textPictures.status(latest.stream().map(article -> article.id).toList());
        var articles = latest.stream().map(article -> row(article, others.getOrDefault(article.id, List.of()), pictures.getOrDefault(article.id, List.of()))).toList();
        var path = "/admin/sources/" + id;
        return new AdminSourcePage(new AdminHead(clock.instant(), "/admin/logout"), source.publication.name, source.displayName(), source.url, health(source),
                source.lastProblem, source.lastProblem.isEmpty() ? "" : reading.map(SourceDesk::remedy).orElse(""), twin(source), List.of(new Action("Read it now", source.displayName(), path + "/refresh", true)), facts(source),
                reading.map(SourceDesk::brought).orElse(""), reading.map(LastReading::at),
                reading.stream().flatMap(report -> report.problems().stream()).filter(problem -> !problem.message().equals(source.lastProblem)).map(problem -> new AdminSourcePage.Problem(problem.message(), problem.line())).toList(),
                articles, articles.isEmpty() ? reading.map(SourceDesk::none).orElse("None yet.") : "", settings(source), path);
    }

    private static String remedy(LastReading reading) {
        return reading.status().equals("FAILED") ? reading.problems().stream().findFirst().map(problem -> Remedy.of(problem.code())).orElse("") : "";
    }

    private static String none(LastReading reading) {
        return reading.unchanged() == 0 ? "None yet." : "None of its own: what it brings is known from other sources.";
    }

    /** What was found at two addresses may be the same feed. */
    private static String twin(Source source) {
        var key = CanonicalAddress.key(source.readUrl());
        return Source.<Source>list("publication = ?1 and id <> ?2 and kind <> ?3 order by id", source.publication, source.id, Source.Kind.MAIL).stream()
                .filter(other -> CanonicalAddress.key(other.readUrl()).equals(key)).findFirst()
                .map(other -> "The source " + other.displayName() + " (" + other.url + ") is read at the same address. One of the two is enough.").orElse("");
    }

    private static List<AdminSourcePage.Setting> settings(Source source) {
        var sections = new LinkedHashMap<String, String>(Map.of("", "none"));
        source.publication.sections.forEach(section -> sections.put(section.slug(), section.name()));
        return List.of(setting("section", "Section", source.section, sections),
                setting("text", "Text shown", source.rights.text().name(), inOrder("LINK", "summary and link", "EXCERPT", "the first paragraphs", "FULL", "all of it")),
                setting("pictures", "Pictures", source.rights.pictures().name(), inOrder("COPY", "shown", "NONE", "never")),
                setting("pages", "Articles’ pages", source.pages.name(), inOrder("AUTO", "read if needed", "ALWAYS", "always read", "NEVER", "never read")),
                setting("priority", "Priority", String.valueOf(source.priority), priorities()));
    }

    private static Map<String, String> priorities() {
        var priorities = new LinkedHashMap<String, String>();
        for (var priority = SourceBody.HIGHEST; priority >= SourceBody.LOWEST; priority--) {
            priorities.put(String.valueOf(priority), priority == 0 ? "0, as usual" : String.valueOf(priority));
        }
        return priorities;
    }

    private static Map<String, String> inOrder(String... pairs) {
        var map = new LinkedHashMap<String, String>();
        for (var place = 0; place < pairs.length; place += 2) {
            map.put(pairs[place], pairs[place + 1]);
        }
        return map;
    }

    private static AdminSourcePage.Setting setting(String name, String label, String current, Map<String, String> options) {
        return new AdminSourcePage.Setting(name, label, options.entrySet().stream().map(option -> new AdminSourcePage.Option(option.getKey(), option.getValue(),
                option.getKey().equals(current) ? AdminSourcePage.Option.Choice.CHOSEN : AdminSourcePage.Option.Choice.OTHER)).toList());
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
        if (source.selectors != null) {
            facts.add(fact("Articles by", switch (source.selectors.syntax() == null ? PageSelectors.Syntax.CSS : source.selectors.syntax()) {
                case CSS -> "CSS selectors";
                case XPATH -> "XPath";
                case JSONPATH -> "paths into JSON";
            }, source.selectors.given().entrySet().stream().map(selector -> selector.getKey() + " " + selector.getValue()).collect(Collectors.joining("; "))));
        }
        Optional.ofNullable(source.articleSelectors.text()).ifPresent(text -> facts.add(fact("Text of its pages", text, "by CSS")));
        Optional.ofNullable(source.articleSelectors.remove()).ifPresent(left -> facts.add(fact("Left out of its pages", left, "by CSS")));
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

    private static AdminSourcePage.ArticleRow row(Article article, List<AlsoReported> others, List<BodyPicture.Status> pictures) {
        return new AdminSourcePage.ArticleRow(article.title, Link.outside(article.url), article.pictureHash == null ? "" : "/pictures/" + article.pictureHash + "-600.jpg",
                article.standfirst.isEmpty() ? article.summary : article.standfirst, Optional.ofNullable(article.publishedAt),
                trouble(article, pictures), note(article, others, pictures));
    }

    private static String note(Article article, List<AlsoReported> others, List<BodyPicture.Status> pictures) {
        return Stream.of(others.isEmpty() ? "" : "also reported by " + others.stream().map(AlsoReported::name).collect(Collectors.joining(", ")),
                article.pageState == Article.PageState.WANTED ? "its page is still to be read" : "",
                switch (article.pictureState) {
                    case NONE -> article.pageState == Article.PageState.WANTED ? "" : "it came without a picture";
                    case WANTED -> "its picture is still to be fetched";
                    case READY, FAILED -> "";
                },
                waiting(pictures)).filter(words -> !words.isEmpty()).collect(Collectors.joining(" · "));
    }

    private static String waiting(List<BodyPicture.Status> pictures) {
        var waiting = pictures.stream().filter(picture -> picture.state() == BodyPicture.State.WANTED && picture.problem().isEmpty()).count();
        return waiting == 0 ? "" : waiting == 1 ? "one picture of its text is still to be copied" : waiting + " pictures of its text are still to be copied";
    }

    /** The first of them stands for all; the API has each. */
    private static String missing(List<BodyPicture.Status> pictures) {
        var troubled = pictures.stream().filter(picture -> !picture.problem().isEmpty()).toList();
        return troubled.isEmpty() ? "" : (troubled.size() == 1 ? "One picture of its text is left out: " : troubled.size() + " pictures of its text are left out, the first of them: ")
                + troubled.getFirst().url() + ": " + troubled.getFirst().problem();
    }

    private static String trouble(Article article, List<BodyPicture.Status> pictures) {
        return Stream.of(article.pageProblem.isEmpty() ? "" : "Its page: " + article.pageProblem, article.pictureProblem.isEmpty() ? "" : "No picture: " + article.pictureProblem, missing(pictures))
                .filter(words -> !words.isEmpty()).collect(Collectors.joining("; "));
    }
}
