package org.broadsheet.article.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * What is still left in an article of what stands in its midst without being of it: boxes of other articles, invitations to subscribe or to share,
 * notices, and lines that say "Advertisement". Told by name and shape, or by what it says, and only where it is a small part of the whole.
 */
final class Leftovers {

    private static final Set<String> WORDS_OF_BOXES = Set.of("related", "recommended", "recommendations", "recirc", "recirculation", "newsletter", "newsletters", "signup", "subscribe", "subscription",
            "sharing", "sharebar", "sharetools", "socials", "addthis", "sharethis", "shareaholic", "cookie", "cookies", "consent", "outbrain",
            "taboola", "trending", "mostread", "mostpopular", "promo",
            "advertisement", "advert", "adslot", "sponsored", "paywall", "readmore", "morelikethis", "disqus", "comments", "donate", "donation",
            "crosslink", "teaser", "teasers", "yarpp", "jp-relatedposts",
            "relatedposts", "alsoread", "breadcrumb", "breadcrumbs", "authorbio", "authorbox", "toolbar", "printfriendly", "postnav", "pagination");
    private static final List<Set<String>> PAIRS = List.of(Set.of("author", "bio"), Set.of("author", "box"), Set.of("about", "author"),
            Set.of("read", "more"), Set.of("read", "also"), Set.of("also", "read"),
            Set.of("more", "stories"), Set.of("more", "articles"), Set.of("most", "read"), Set.of("most", "popular"), Set.of("sign", "up"),
            Set.of("share", "buttons"), Set.of("share", "bar"), Set.of("share", "links"),
            Set.of("share", "tools"), Set.of("social", "share"), Set.of("social", "links"), Set.of("social", "icons"), Set.of("follow", "us"),
            Set.of("post", "navigation"), Set.of("post", "tags"), Set.of("article", "tags"),
            Set.of("ad", "container"), Set.of("ad", "wrapper"), Set.of("ad", "slot"), Set.of("ad", "unit"), Set.of("ad", "label"), Set.of("screen", "reader"));
    private static final Pattern BETWEEN = Pattern.compile("[^A-Za-z]+|(?<=[a-z])(?=[A-Z])");
    private static final String MORE = "(?:related(?: (?:articles?|stor(?:y|ies)|posts?|news|content|coverage|reading|topics|links))?"
            + "|more (?:on this(?: (?:story|topic))?|from [^.]{1,40}|stories|like this|news|reading|to explore)"
            + "|(?:read|see) (?:more|also|next)|also read|read this(?: next)?|further reading|most (?:read|popular|viewed)(?: (?:stories|articles))?"
            + "|recommended(?: (?:for you|articles?|stories|reading|videos?))?|you (?:may|might|could) (?:also )?(?:like|enjoy|be interested in)"
            + "|trending(?: now)?|don['’]t miss|editor['’]?s['’]? picks?|up next|popular now|what to read next|top stories|latest (?:news|stories)"
            + "|in case you missed it|topics|tags|filed under|share this(?: (?:article|story|post))?"
            + "|lesen sie (?:auch|mehr|dazu)|lies auch|mehr zum thema|mehr (?:dazu|aus)(?: [^.]{1,30})?"
            + "|weitere (?:artikel|themen|nachrichten|meldungen|beiträge)|das könnte (?:sie|dich) auch interessieren|auch interessant|zum thema"
            + "|meistgelesen(?:e artikel)?|ähnliche (?:artikel|beiträge)|passend zum thema|schlagwörter"
            + "|(?:à )?lire aussi|à lire (?:également)?|(?:sur|dans) le même (?:sujet|thème)|articles? (?:liés?|similaires?|recommandés?)|vous aimerez aussi|les plus lus|voir aussi|mots[- ]clés"
            + "|lee? también|lea además|te puede interesar|noticias relacionadas|artículos relacionados|más (?:sobre|noticias|información)"
            + "|relacionad[oa]s?|lo más (?:leído|visto)|leia (?:também|mais)|veja também|saiba mais|notícias relacionadas"
            + "|leggi anche|potrebbe(?:ro)? interessar(?:ti|vi)|articoli correlati|i più letti|lees ook|lees meer|meer over"
            + "|gerelateerd(?:e artikelen)?|läs (?:också|mer|även)|les også|læs også|lue myös|czytaj (?:też|także|również)|zobacz (?:też|także)"
            + "|přečtěte si(?: také)?|čtěte (?:také|též)"
            + "|читайте также|по теме|関連記事|関連リンク|あわせて読みたい|おすすめ記事|相关(?:阅读|文章|新闻)|延伸阅读|推荐阅读|相關(?:新聞|文章)|관련\\s?기사|اقرأ أيضا[ً]?|اقرأ المزيد|مواضيع ذات صلة|קראו עוד|קראו גם|bu konuda|ilgili haberler)";
    private static final Pattern HEADING_OF_OTHERS = Pattern.compile("(?iU)\\W{0,4}" + MORE + "\\W{0,4}");
    private static final Pattern POINTS_ELSEWHERE = Pattern.compile("(?iU)\\W{0,4}" + MORE + "\\s?[:：|►▶»→–—-].*");
    private static final Pattern NOTICE = Pattern.compile("(?iU)\\W{0,3}(?:advertise?ments?|sponsored(?: content)?|ad|anzeige|werbung|publicité"
            + "|publicidad|pubblicità|advertentie|annons|reklama|реклама|広告|广告|إعلان"
            + "|(?:story|article|post) continues (?:below|after)(?: (?:the )?(?:advertisement|ad|video))?"
            + "|continue reading(?: the main story| below)?|(?:scroll|keep scrolling) (?:down )?(?:to|for)[^.]{0,40}"
            + "|skip (?:advertisement|to [^.]{1,40}|past newsletter promotion)|after newsletter promotion"
            + "|share(?: this)?(?: (?:article|story|post|page))?(?: (?:on|via) [^.]{1,40})?|(?:click|tap) to (?:share|print|email)[^.]{0,60}"
            + "|share on (?:facebook|twitter|x|linkedin|whatsapp|reddit|pinterest)|tweet|print(?: this)?(?: article)?|e-?mail(?: this)?(?: article)?"
            + "|copy link|teilen|drucken|merken|partager|compartir|condividi|dela|delen"
            + "|loading(?:\\.{3}|…)?|leave a (?:comment|reply)|\\d+ comments?|view comments|post a comment|back to top|zum seitenanfang|nach oben"
            + "|haut de page|(?:view|see) (?:all|gallery|more)|close|play video|listen to this article)\\W{0,3}");
    private static final Pattern INVITATION = Pattern.compile("(?iu)(?:(?:sign up|subscribe|register)\\b[^.]{0,60}\\b(?:newsletter|e-?mails?|inbox"
            + "|updates|alerts|podcast|channel)|(?:newsletter|inbox)[^.]{0,60}\\b(?:sign up|subscribe)"
            + "|follow (?:us|[@\\w ]{1,30}) on (?:facebook|twitter|x|instagram|linkedin|telegram|whatsapp|google news|flipboard)|like us on facebook"
            + "|join (?:us|our|the) [^.]{0,40}(?:whatsapp|telegram|facebook|channel|community)|download (?:our|the) [^.]{0,30}\\bapp\\b"
            + "|newsletter[^.]{0,60}(?:abonnieren|anmelden|bestellen)|(?:abonnieren|melden) sie[^.]{0,60}newsletter|abonnez-vous"
            + "|inscrivez-vous[^.]{0,40}newsletter|recevez[^.]{0,60}newsletter|(?:suscríbete|suscríbase|apúntate)[^.]{0,60}"
            + "|(?:iscriviti|abbonati)[^.]{0,40}newsletter|assine[^.]{0,40}newsletter"
            + "|we use cookies|diese website verwendet cookies|ce site utilise des cookies)");
    private static final Pattern MAY_INVITE = Pattern.compile("(?i)newsletter|inbox|sign|subscribe|suscr|assine|regist|follow|like us|join|download|abonn|inscri|recev|ap.nt|cookie|melden");
    private static final Pattern RIGHTS = Pattern.compile("(?iU)\\s*(?:©|\\(c\\)\\s|copyright\\b).{0,200}");
    private static final Set<String> TEXT = Set.of("p", "li", "h2", "h3", "h4", "h5", "h6", "div", "span", "strong", "em", "figcaption", "blockquote", "section");
    /** What is an article's own, or not at all. */
    private static final Set<String> WHOLE = Set.of("figure", "table", "pre", "code");
    private static final int LONGEST_NOTICE = 120;
    private static final int LONGEST_INVITATION = 320;
    private static final double SMALL_PART = 0.2;
    private static final double MOSTLY_LINKS = 0.5;
    private static final int LAST_LINES = 4;

    private final Element article;
    private final Sizes sizes;
    private final int whole;

    private Leftovers(Element article) {
        this.article = article;
        this.sizes = Sizes.of(article);
        this.whole = sizes.length(article);
    }

    static void drop(Element article) {
        var leftovers = new Leftovers(article);
        leftovers.cut(article);
        leftovers.dropOthers(article);
        leftovers.dropRights();
    }

    private void cut(Element parent) {
        var kept = new ArrayList<Node>(parent.childNodeSize());
        for (var child : parent.childNodes()) {
            if (!(child instanceof Element element) || !isLeftover(element)) {
                kept.add(child);
            }
        }
        if (kept.size() < parent.childNodeSize()) {
            Branches.put(parent, kept);
        }
        kept.stream().filter(Element.class::isInstance).map(Element.class::cast).filter(element -> !WHOLE.contains(element.normalName())).forEach(this::cut);
    }

    private boolean isLeftover(Element element) {
        var length = sizes.length(element);
        if (length == 0 || length > whole * SMALL_PART && length > LONGEST_NOTICE || WHOLE.contains(element.normalName())) {
            return false;
        }
        return element.attributesSize() > 0 && isBox(element) || TEXT.contains(element.normalName()) && sizes.isSmall(element, LONGEST_INVITATION) && saysNothing(element, length);
    }

    private boolean isBox(Element element) {
        var words = Set.copyOf(List.of(BETWEEN.split(Names.of(element).toLowerCase(Locale.ROOT))));
        var named = words.stream().anyMatch(WORDS_OF_BOXES::contains) || PAIRS.stream().anyMatch(words::containsAll);
        return named && !element.nameIs("p") && !element.nameIs("a") && !element.nameIs("img");
    }

    private boolean saysNothing(Element element, int length) {
        var text = WhiteSpace.folded(element.text());
        return length <= LONGEST_NOTICE && NOTICE.matcher(text).matches()
                || sizes.linkDensity(element) > MOSTLY_LINKS && POINTS_ELSEWHERE.matcher(text).matches()
                || !element.nameIs("div") && (sizes.linkDensity(element) > 0 || length < LONGEST_NOTICE) && MAY_INVITE.matcher(text).find() && INVITATION.matcher(text).find();
    }

    /** A heading that announces other articles, with the links that follow it. */
    private void dropOthers(Element parent) {
        var kept = new ArrayList<Node>(parent.childNodeSize());
        var others = false;
        for (var child : parent.childNodes()) {
            if (child instanceof Element element) {
                var heading = announcesOthers(element);
                others = heading || others && isLinks(element);
                if (others) {
                    continue;
                }
            }
            kept.add(child);
        }
        if (kept.size() < parent.childNodeSize()) {
            Branches.put(parent, kept);
        }
        kept.stream().filter(Element.class::isInstance).map(Element.class::cast).filter(element -> sizes.length(element) > 0).forEach(this::dropOthers);
    }

    private boolean announcesOthers(Element element) {
        var length = sizes.length(element);
        if (length == 0 || !sizes.isSmall(element, LONGEST_NOTICE) || !HEADING_OF_OTHERS.matcher(WhiteSpace.folded(element.text())).matches() || element.nameIs("a")) {
            return false;
        }
        var next = element.nextElementSibling();
        return next == null ? !element.nameIs("li") : isLinks(next);
    }

    private boolean isLinks(Element element) {
        return sizes.length(element) > 0 && sizes.linkDensity(element) > MOSTLY_LINKS && sizes.length(element) < Math.max(whole * SMALL_PART, LONGEST_INVITATION);
    }

    /** The last lines may say whose the text is, which is said elsewhere. */
    private void dropRights() {
        var paragraphs = article.select("p");
        for (var paragraph : paragraphs.subList(Math.max(0, paragraphs.size() - LAST_LINES), paragraphs.size())) {
            if (sizes.length(paragraph) < LONGEST_NOTICE && RIGHTS.matcher(paragraph.text()).matches()) {
                paragraph.remove();
            }
        }
    }
}
