package org.broadsheet.article;

import java.io.Serializable;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;

import org.broadsheet.platform.Sha256;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jsoup.Jsoup;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** An earlier state of an article, as far as readers notice the difference. */
@Entity
public class ArticleRevision extends PanacheEntityBase {

    /** Of one article so many are kept, the latest. */
    static final int MOST = 20;

    /** Counts from 1 for each article. */
    @Embeddable
    public record Key(@Column(name = "article_id") long articleId, @Column(name = "number") int number) implements Serializable {
    }

    @EmbeddedId
    public Key key;
    /** When it was replaced. */
    public Instant at;
    /** Hash of all that readers saw. */
    public String state;
    /** What was changed, with the values before. */
    @JdbcTypeCode(SqlTypes.JSON)
    public Map<String, String> earlier;

    /** As the API shows it. @param changed names of what is other since, as in an article */
    public record Item(int number, Instant at, List<String> changed, Map<String, String> earlier) {
    }

    Item item() {
        return new Item(key.number(), at, earlier.keySet().stream().sorted().toList(), earlier);
    }

    /** The latest first. */
    static List<ArticleRevision> of(Article article) {
        return list("key.articleId = ?1 order by key.number desc", article.id);
    }

    /** What readers see of an article. @param values as stored @param seen the same without what nobody notices: space, order of pictures, addresses in links */
    record State(Map<String, String> values, Map<String, String> seen) {

        static State of(Article article) {
            var values = new LinkedHashMap<String, String>();
            values.put("title", article.title);
            values.put("kicker", article.kicker);
            values.put("standfirst", article.standfirst);
            values.put("bodyHtml", article.bodyHtml);
            values.put("author", article.author);
            values.put("picture", article.pictureCandidates.isEmpty() ? "" : article.pictureCandidates.getFirst().url());
            var seen = new LinkedHashMap<String, String>();
            values.forEach((name, value) -> seen.put(name, switch (name) {
                case "bodyHtml" -> seenOf(value);
                case "picture" -> new TreeSet<>(article.pictureCandidates.stream().map(offer -> CanonicalAddress.key(offer.url())).toList()).toString();
                default -> CleanText.fold(value);
            }));
            return new State(values, seen);
        }

        /** Names of what differs, with the values of this state. */
        Map<String, String> changedIn(State later) {
            var changed = new LinkedHashMap<String, String>();
            values.forEach((name, value) -> {
                if (!seen.get(name).equals(later.seen.get(name))) {
                    changed.put(name, value);
                }
            });
            return changed;
        }

        String hash() {
            return Sha256.shortHex(seen.toString());
        }

        private static String seenOf(String html) {
            if (html.isEmpty()) {
                return "";
            }
            var body = Jsoup.parseBodyFragment(html).body();
            var pictures = new TreeSet<>(body.select("img").eachAttr("src").stream().map(CanonicalAddress::key).toList());
            return CleanText.fold(body.text()) + pictures;
        }
    }

    /**
     * Notes an earlier state, unless it was noted before: a feed that flips between two versions fills no table.
     *
     * @return whether it is new
     */
    static boolean note(Article article, State before, Map<String, String> changed, Instant now) {
        if (count("key.articleId = ?1 and state = ?2", article.id, before.hash()) > 0) {
            return false;
        }
        var latest = ArticleRevision.<ArticleRevision>find("key.articleId = ?1 order by key.number desc", article.id).firstResultOptional().map(found -> found.key.number()).orElse(0);
        var revision = new ArticleRevision();
        revision.key = new Key(article.id, latest + 1);
        revision.at = now;
        revision.state = before.hash();
        revision.earlier = changed;
        revision.persistAndFlush();
        delete("key.articleId = ?1 and key.number <= ?2", article.id, latest + 1 - MOST);
        article.revisions = latest + 1;
        return true;
    }
}
