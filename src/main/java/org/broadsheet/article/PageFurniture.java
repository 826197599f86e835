package org.broadsheet.article;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * What blog software and pages hang on an article: where it appeared first, buttons to share it, invitations to read on, to comment, to subscribe.
 * Precision first: a block goes only if it is nothing else from its first to its last word.
 */
final class PageFurniture {

    private static final String BLOCKS = "p,div,ul,ol,h1,h2,h3,h4,h5,h6,aside,figure,table,small,em,li,blockquote";
    private static final Set<String> KNOWN = Set.of("sharedaddy", "feedflare", "jp-relatedposts", "addtoany_share_save_container", "addtoany_content", "social-share", "social-sharing",
            "share-buttons", "sharebuttons", "share-links", "sharethis", "sd-sharing", "newsletter-signup", "newsletter-form", "newsletter-box", "mc4wp-form", "wp-block-jetpack-subscriptions",
            "subscribe-widget", "subscription-widget-wrap", "subscription-widget", "yarpp", "yarpp-related", "related-posts", "relatedposts", "post-tags", "tags-links", "cookie-notice",
            "cookie-banner", "ad-container", "advertisement", "adsbygoogle", "kg-signup-card", "wp-block-social-links", "heateor_sss_sharing_container", "a2a_kit", "print-only", "screen-reader-text",
            "sr-only", "visually-hidden", "mw-editsection", "button-wrapper", "kg-product-card-button");
    private static final Pattern SHARING = Pattern.compile("(?i)https?://(www\\.|m\\.)?(facebook\\.com/(sharer|share|dialog)"
            + "|twitter\\.com/(intent|share|home\\?status)|x\\.com/(intent|share)|linkedin\\.com/(shareArticle|sharing|cws/share)"
            + "|wa\\.me/|api\\.whatsapp\\.com/|pinterest\\.[a-z.]+/pin/create|reddit\\.com/submit|t\\.me/share|telegram\\.me/share|news\\.ycombinator\\.com/submitlink|getpocket\\.com/(save|edit)"
            + "|bsky\\.app/intent|threads\\.net/intent|tumblr\\.com/(share|widgets/share)|vk\\.com/share|xing\\.com/(spi|app)|digg\\.com/submit"
            + "|stumbleupon\\.com/submit|del\\.icio\\.us/post|delicious\\.com/(post|save)"
            + "|addtoany\\.com|addthis\\.com|sharethis\\.com|flipboard\\.com/bookmarklet|instapaper\\.com/|buffer\\.com/add|mastodonshare\\.com"
            + "|feeds\\.wordpress\\.com/1\\.0|feeds\\.feedburner\\.com/~f+/|printfriendly\\.com|social-plugins\\.line\\.me).*"
            + "|mailto:\\?.*|whatsapp://.*|javascript:.*(print|share).*");
    private static final Pattern SHARE_WORDS = Pattern.compile("(?iu)([\\s|•·:/,&+–-]|share|tweet|post|email|e-mail|print|pin( it)?|like|send|save"
            + "|copy|link|this|it|on|via|with|article|story|facebook|twitter|x|linkedin|whatsapp|reddit|pinterest|telegram|pocket"
            + "|bluesky|threads|mastodon|tumblr|xing|mail|teilen|auf|per|drucken|merken|empfehlen|twittern|artikel|beitrag|partager|sur|imprimer"
            + "|envoyer|cet|compartir|en|imprimir|enviar|condividi|su|stampa|invia|delen|op|afdrukken"
            + "|compartilhar|compartilhe|no|na|dela|på|udostępnij|シェア|ツイート|分享)+");
    private static final Pattern APPEARED_FIRST = Pattern.compile("(?iu)\\s*(the (post|article|entry|story|article"
            + "|piece) .{1,300} (was )?(first )?(appeared|published|originally appeared) (first )?(on|at|in) .{1,120}"
            + "|der (beitrag|artikel|post) .{1,300} erschien (zuerst )?(auf|bei|in) .{1,120}|(l.article|le billet|cet article) .{0,300} est apparu en premier sur .{1,120}"
            + "|la (entrada|publicaci[oó]n) .{1,300} (se public[oó] primero en|aparece primero en|apareci[oó] primero en) .{1,120}"
            + "|(l.articolo|il post) .{1,300} (proviene da|sembra essere il primo su|[eè] apparso per la prima volta su) .{1,120}"
            + "|het (bericht|artikel) .{1,300} (verscheen eerst op|verscheen als eerste op|is (als )?eerst(e)? verschenen op) .{1,120}"
            + "|o (post|artigo|conte[uú]do) .{1,300} apareceu primeiro (em|no|na) .{1,120}"
            + "|inl[aä]gget .{1,300} d[oö]k f[oö]rst upp p[aå] .{1,120}|(artyku[lł]|wpis) .{1,300} pochodzi z serwisu .{1,120}|indl[aæ]gget .{1,300} blev f[oø]rst udgivet p[aå] .{1,120}"
            + "|artikkeli .{1,300} julkaistiin ensimm[aä]isen kerran .{1,120}|сообщение .{1,300} появились сначала на .{1,120}|投稿 .{1,300} は .{1,80} に最初に表示されました。?)\\s*");
    private static final Pattern READ_ON = Pattern.compile("(?iu)[\\s\\[(…]*(read (more|on|the (rest|full|whole|entire|original|complete) .{0,40}"
            + "|full (article|story|post)|this (article|story|post) .{0,40}|the article|it here)|continue( reading| to .{0,40})?|keep reading"
            + "|more( here)?|full (story|article|text)( here)?|view (the )?(full|original) (article|post|story)"
            + "|(hier )?(weiterlesen|mehr lesen|weiter lesen|den ganzen (artikel|beitrag) lesen|zum (artikel|beitrag)|ganzen artikel lesen"
            + "|mehr( dazu)?( erfahren)?)|lire (la suite|plus|l.article|davantage)( .{0,40})?|en savoir plus|continuer la lecture|(leer|ver) m[aá]s"
            + "|seguir leyendo|leer (el art[ií]culo|la noticia|la nota)( .{0,30})?|contin[uú]a leyendo"
            + "|continua(re)? (a leggere|la lettura|a leer)|leggi (tutto|di pi[uù]|l.articolo|ancora)( .{0,30})?"
            + "|lees (meer|verder|het (hele|volledige) .{0,30})|verder lezen|(ler|leia|saiba) mais|continu(e|ar) (a )?l(endo|er|eitura)"
            + "|l[aä]s (mer|hela .{0,30})|forts[aä]tt l[aä]sa|l[aæ]s (mere|videre)|les (mer|videre)|lue lis[aä][aä]|czytaj (dalej|wi[eę]cej)"
            + "|читать (далее|дальше|полностью)|続きを読む|もっと読む|阅读(全文|更多)|继续阅读|자세히 보기|더 보기)"
            + "[\\s…\\])→»›>&;.!:⟶»]*");
    /** With the title behind it. */
    private static final Pattern READ_ON_ABOUT = Pattern.compile("(?iu)[\\s\\[(…]*(read more|continue reading|keep reading|weiterlesen|mehr lesen"
            + "|lire la suite|leer m[aá]s|seguir leyendo|contin[uú]a leyendo"
            + "|continua a leggere|leggi tutto|lees (meer|verder)|(ler|leia) mais|l[aä]s mer|czytaj dalej).{1,200}");
    private static final Pattern COMMENTS = Pattern.compile("(?iu)[\\s\\[(]*((view |read |see |show |add |leave |post |write )?(all |a |the "
            + "|your )?(\\d[\\d,.]* |no )?comments?( \\(\\d+\\)|\\s*\\d+)?( on .{1,120})?|\\[?link\\]?|(\\d+ |keine )?kommentare?( \\(\\d+\\))?"
            + "|(einen )?kommentar (schreiben|hinterlassen)|kommentieren|(\\d+ )?commentaires?|(laisser|ajouter) un commentaire|(\\d+ )?comentarios?"
            + "|dejar? un comentario|(\\d+ )?comment[oi]|lascia un commento|(\\d+ )?reacties?|(plaats een|geef een) reactie|(\\d+ )?coment[aá]rios?|deixe um coment[aá]rio"
            + "|join the (discussion|conversation)|discuss( this)?( .{0,40})?|permalink|コメント|评论)[\\s\\])|•·,]*");
    private static final Pattern REDDIT = Pattern.compile("(?i)\\s*(submitted by\\s+/u/\\S+(\\s+to\\s+r/\\S+)?)?\\s*(\\[link\\])?\\s*(\\[\\d*\\s*comments?\\])?\\s*");
    private static final Pattern SIGN_UP = Pattern.compile("(?iu)\\s*([📧📩✉️📬🗞️👉*>\\s]*)(((please )?(subscribe|sign up|sign-up|register|join)( now"
            + "| here| today)?( for free)? (to|for|on)( our| the| my| this)? .{0,80}(newsletters?|mailing list|e-?mail (updates|list|alerts)"
            + "|by e-?mail|inbox|list|briefing|digest|updates).{0,120})"
            + "|(get|receive|want|like what you.re reading|enjoy(ed|ing) this (post|article)|never miss|don.t miss) .{0,90}(newsletter|in your inbox"
            + "|to your inbox|by e-?mail|your e-?mail).{0,100}"
            + "|(abonnieren sie|abonniere|hier .{0,30}abonnieren|melden sie sich|jetzt .{0,40}(abonnieren|anmelden)|newsletter abonnieren"
            + "|zum newsletter).{0,100}|(abonnez-vous|inscrivez-vous|recevez).{0,80}(newsletter|lettre d.information|infolettre|bo[iî]te mail"
            + "|par (e-?)?mail).{0,80}|(suscr[ií]bete|suscr[ií]base|ap[uú]ntate|reg[ií]strate|recibe).{0,80}(bolet[ií]n|newsletter|correo).{0,80}"
            + "|(iscriviti|abbonati|ricevi).{0,80}(newsletter|e-?mail|posta).{0,80}"
            + "|(schrijf (je|u) in|meld (je|u) aan|abonneer).{0,80}(nieuwsbrief).{0,80}"
            + "|(assine|inscreva-se|cadastre-se|receba).{0,80}(newsletter|boletim|e-?mail).{0,80}|(prenumerera).{0,60}nyhetsbrev.{0,60}"
            + "|(follow us|follow me|find us|like us|connect with us|folgen sie uns|folge uns|suivez-nous|s[ií]guenos|seguici|volg ons|siga-nos)( on"
            + "| auf| sur| en| su| op| no)? .{0,100}(twitter|facebook|instagram|x|linkedin|youtube|tiktok|telegram|whatsapp|mastodon|bluesky"
            + "|google news|social media).{0,60})\\s*");
    private static final Pattern ADVERT = Pattern.compile("(?iu)[\\s\\[(-]*(advertisements?|advert|sponsored( content)?|paid content|anzeige|werbung"
            + "|publicit[eé]|publicidad|pubblicit[aà]|advertentie|publicidade|annons|reklama|реклама|広告|story continues below( advertisement)?"
            + "|article continues (below|after)( this)?( advertisement| ad)?|scroll to continue( with content)?|loading\\.{0,3}"
            + "|skip (to|past) .{0,40}|please enable javascript.{0,80})[\\s\\])-]*");
    private static final int LONGEST = 420;
    private static final int TAIL = 4;

    private PageFurniture() {
    }

    static void remove(Element body) {
        for (var element : body.select("[class],[id]")) {
            if (element != body && element.parent() != null && isKnown(element)) {
                element.remove();
            }
        }
        var blocks = body.select(BLOCKS);
        for (var place = blocks.size() - 1; place >= 0; place--) {
            var block = blocks.get(place);
            if (block.parent() != null && isFurniture(block, blocks.size() - place <= TAIL)) {
                block.remove();
            }
        }
        looseEnd(body);
    }

    private static boolean isKnown(Element element) {
        for (var name : element.classNames()) {
            if (KNOWN.contains(name.toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return KNOWN.contains(element.id().toLowerCase(Locale.ROOT)) && !element.id().isEmpty();
    }

    private static boolean isFurniture(Element block, boolean late) {
        if (!block.hasText() && !block.nameIs("ul") && block.selectFirst("a") == null) {
            return false;
        }
        var text = block.text();
        if (text.length() > LONGEST || block.selectFirst("img[src]") != null && text.length() > 0 && !isSharing(block, text)) {
            return false;
        }
        return isSharing(block, text) || APPEARED_FIRST.matcher(text).matches() && block.selectFirst("a") != null || ADVERT.matcher(text).matches()
                || READ_ON.matcher(text).matches() && (isAllLinks(block, text) || late && !isHeading(block))
                || READ_ON_ABOUT.matcher(text).matches() && isAllLinks(block, text) || !text.isBlank() && REDDIT.matcher(text).matches()
                && block.selectFirst("a") != null
                || COMMENTS.matcher(text).matches() && (isAllLinks(block, text) || late && !isHeading(block) && !block.nameIs("li") && block.selectFirst("a") != null)
                || SIGN_UP.matcher(text).matches() && (block.selectFirst("a") != null || late);
    }

    /** All its links go to places where things are shared, and all its words are about that. */
    private static boolean isSharing(Element block, String text) {
        var links = block.select("a[href]");
        return !links.isEmpty() && links.stream().allMatch(link -> SHARING.matcher(link.attr("href")).matches())
                && (text.isBlank() || SHARE_WORDS.matcher(text).matches() || links.size() > 2 && text.length() < 200);
    }

    private static boolean isHeading(Element block) {
        return block.normalName().length() == 2 && block.normalName().charAt(0) == 'h';
    }

    private static boolean isAllLinks(Element block, String text) {
        var linked = block.select("a").stream().mapToInt(link -> link.text().length()).sum();
        return linked > 0 && linked >= text.length() * 0.7;
    }

    /** Without a block of its own: a link to the rest after the last words. */
    private static void looseEnd(Element body) {
        var link = body.select("a").last();
        if (link == null || link.parent() == null || !READ_ON.matcher(link.text()).matches()) {
            return;
        }
        var after = link.nextSibling();
        if (after == null || after instanceof TextNode text && text.getWholeText().isBlank() && text.nextSibling() == null) {
            var before = link.previousSibling();
            link.remove();
            if (before instanceof TextNode text) {
                text.text(text.getWholeText().replaceFirst("\\s*(\\[…]|\\[\\.\\.\\.]|\\[&hellip;])?\\s*$", ""));
            }
        }
    }
}
