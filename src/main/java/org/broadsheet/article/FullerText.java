package org.broadsheet.article;

import java.util.HashSet;

import org.broadsheet.platform.Sha256;

/**
 * Which of two states of a text is kept. Feeds shrink what they first had in full to a teaser; that is no change of the article. A shorter text
 * that says something else, a retraction for instance, is one.
 */
final class FullerText {

    private static final double SHRUNK = 0.7;
    private static final double TAKEN_FROM = 0.8;

    private FullerText() {
    }

    /** The entry's draft, with the article's own text where the source has the same as before, or only a part of what the article has. */
    static ArticleDraft kept(Article article, Entry entry) {
        var draft = entry.draft();
        if (article.bodyHtml.isEmpty() || article.fingerprint.equals(Sha256.shortHex(draft.toString()))) {
            return draft;
        }
        var before = PlainText.of(article.bodyHtml);
        var after = CleanText.line(draft.bodyHtml());
        var same = entry.textKey().equals(article.textKey) && !Headline.key(after).equals(Headline.key(CleanText.line(article.bodyHtml))); // completed, or an operator's
        return same || after.isEmpty() || article.completed && after.length() <= before.length() || isTeaser(before, after) ? withBody(draft, article.bodyHtml) : draft;
    }

    /** Much shorter, and in the words of the longer one, as far as it goes. */
    static boolean isTeaser(String fuller, String shorter) {
        var words = Headline.key(shorter).split(" ");
        var there = Headline.key(fuller).split(" ");
        if (words.length > SHRUNK * there.length) {
            return Headline.key(fuller).length() > 2 * Headline.key(shorter).length() && Headline.key(fuller).startsWith(Headline.key(shorter)); // scripts without spaces
        }
        var pairs = pairs(there);
        var own = pairs(words);
        return own.isEmpty() || own.stream().filter(pairs::contains).count() >= TAKEN_FROM * own.size();
    }

    private static HashSet<String> pairs(String[] words) {
        var pairs = new HashSet<String>();
        for (var at = 0; at + 1 < words.length; at++) {
            pairs.add(words[at] + " " + words[at + 1]);
        }
        return pairs;
    }

    private static ArticleDraft withBody(ArticleDraft draft, String bodyHtml) {
        return new ArticleDraft(draft.guid(), draft.url(), draft.title(), draft.kicker(), draft.standfirst(), bodyHtml, draft.author(), draft.publishedAt(), draft.updatedAt(),
                draft.language(), draft.section(), draft.tags(), draft.pictures(), draft.playing());
    }
}
