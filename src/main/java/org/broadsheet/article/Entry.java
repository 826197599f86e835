package org.broadsheet.article;

import java.time.Instant;
import java.util.regex.Pattern;

import org.broadsheet.platform.Sha256;
import org.broadsheet.source.Source;

/** What an entry of a source, or a pushed article, is known by. Its text is looked at only where nothing else tells. */
final class Entry {

    private static final Pattern FEEDBURNER = Pattern.compile("(?i)https?://(feedproxy\\.google\\.com|feeds\\d?\\.feedburner\\.com|feeds\\.[^/]+)/~r/.*");
    private static final Pattern WEB = Pattern.compile("(?i)https?://.+");
    private static final int LONGEST_KEY = 400;
    /** Shorter texts may be the same by chance. */
    private static final int TELLING_TEXT = 80;

    private final Source source;
    private final ArticleDraft draft;
    /** What its source calls it, without what changes between fetches; "" if it has no name. */
    private String guidKey;
    /** Its address in canonical form; "" if it has none of its own. */
    private String addressKey;
    private String text;
    private String contentKey;
    private NewsMark mark;

    private Entry(Source source, ArticleDraft draft) {
        this.source = source;
        this.draft = draft;
        this.guidKey = guidKey(draft.guid());
        var address = address(draft);
        this.addressKey = address.isEmpty() || source != null && isSite(address, source) ? "" : shortened(CanonicalAddress.key(address));
    }

    static Entry of(Source source, ArticleDraft draft) {
        return new Entry(source, draft);
    }

    static Entry pushed(ArticleDraft draft) {
        return new Entry(null, draft);
    }

    ArticleDraft draft() {
        return draft;
    }

    String guidKey() {
        return guidKey;
    }

    String addressKey() {
        return addressKey;
    }

    boolean isBare() {
        return guidKey.isEmpty() && addressKey.isEmpty();
    }

    /** Its guid stands for other articles as well, so only together with something else does it tell. */
    void distrustGuid() {
        if (!guidKey.isEmpty()) {
            guidKey = shortened(guidKey + " " + (addressKey.isEmpty() ? contentKey() : addressKey));
        }
    }

    /** Its address is that of a page which others share. */
    void distrustAddress() {
        addressKey = "";
    }

    /** Hash of headline and text; where there is neither, of what else it says. */
    String contentKey() {
        if (contentKey == null) {
            var words = titleKey() + "\n" + Headline.key(text());
            contentKey = Sha256.shortHex(words.isBlank() ? draft.author() + "\n" + draft.publishedAt() + "\n" + draft.tags() : words);
        }
        return contentKey;
    }

    /** Hash of the text alone. */
    String textKey() {
        return Sha256.shortHex(text());
    }

    /** Whether headline and text are enough to know it by. */
    boolean isTelling() {
        return isBare() || text().length() >= TELLING_TEXT;
    }

    String titleKey() {
        return Headline.key(Headline.bare(CleanText.line(draft.title()), ""));
    }

    /** The key under which it is kept: its address, or what stands for it. */
    String ownKey() {
        return addressKey.isEmpty() ? "source " + source.id + " " + (guidKey.isEmpty() ? contentKey() : Sha256.shortHex(guidKey)) : addressKey;
    }

    /** The same, where that key is taken by another article. */
    String otherKey() {
        return "source " + (source == null ? 0 : source.id) + " " + Sha256.shortHex(guidKey + "\n" + addressKey + "\n" + contentKey());
    }

    /** Where readers are sent: its address, or its source's page. */
    String url() {
        var address = address(draft);
        if (!address.isEmpty() || source == null) {
            return CanonicalAddress.withoutTracking(address);
        }
        return WEB.matcher(source.siteUrl).matches() ? source.siteUrl : source.url;
    }

    /** Whether it tells the same as another entry: headline or text. */
    boolean isLike(Entry other) {
        return titleKey().equals(other.titleKey()) && !titleKey().isEmpty() || alike(mark(), other.mark());
    }

    boolean isLike(Article article) {
        return titleKey().equals(Headline.key(Headline.bare(article.title, ""))) || alike(mark(), NewsMark.of(article)) || isPublishedAt(article.publishedAt);
    }

    /** @param other null for what bears no date; a day alone says too little */
    boolean isPublishedAt(Instant other) {
        return other != null && draft.publishedAt().filter(other::equals).isPresent() && other.getEpochSecond() % 86_400 != 0;
    }

    private static boolean alike(NewsMark one, NewsMark other) {
        return one.containment(other, 8) >= 0.5 || Likeness.of(one, other).titles() >= 0.6;
    }

    private NewsMark mark() {
        if (mark == null) {
            mark = NewsMark.of(draft.language(), "", CleanText.line(draft.title()), "", text());
        }
        return mark;
    }

    private String text() {
        if (text == null) {
            var line = CleanText.line(draft.bodyHtml().isBlank() ? draft.standfirst() : draft.bodyHtml());
            text = line.length() <= NewsMark.LEAD ? line : line.substring(0, NewsMark.LEAD);
        }
        return text;
    }

    /** A redirect of FeedBurner's is nobody's address; the guid beside it mostly is. */
    private static String address(ArticleDraft draft) {
        return FEEDBURNER.matcher(draft.url()).matches() && WEB.matcher(draft.guid()).matches() && !FEEDBURNER.matcher(draft.guid()).matches() ? draft.guid() : draft.url();
    }

    /** The front page of a site, or what the source calls its site, is no article's own address. */
    private static boolean isSite(String address, Source source) {
        var key = CanonicalAddress.key(address);
        return CanonicalAddress.isFrontPage(address) || !source.siteUrl.isEmpty() && key.equals(CanonicalAddress.key(source.siteUrl)) || key.equals(CanonicalAddress.key(source.url));
    }

    /** Addresses without their host, since sites move; all else as it is. */
    private static String guidKey(String guid) {
        var name = guid.strip();
        var path = WEB.matcher(name).matches() ? CanonicalAddress.path(name) : "";
        var fragment = name.indexOf('#');
        return shortened(path.isEmpty() ? name : path.equals("/") ? CanonicalAddress.key(name) + (fragment < 0 ? "" : name.substring(fragment))
                : path + (fragment < 0 ? "" : name.substring(fragment)));
    }

    /** An index takes no more than some 2,700 bytes. */
    private static String shortened(String key) {
        return key.length() <= LONGEST_KEY ? key : key.substring(0, LONGEST_KEY - 40) + " " + Sha256.shortHex(key);
    }
}
