package org.broadsheet.article.page;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A caption and the credit that may have stood at its end. What is no credit beyond doubt stays in the caption: a caption that mentions a
 * photograph or a photographer is left whole.
 *
 * @param caption without the credit; "" if there was nothing else
 * @param credit  as it was written, without brackets; "" if there is none
 */
public record CreditLine(String caption, String credit) {

    private static final int LONGEST = 100;
    private static final int MOST_WORDS = 10;
    private static final int LONGEST_WITH_HIRAGANA = 6;
    private static final Pattern HIRAGANA = Pattern.compile("\\p{IsHiragana}");
    /** What stands before a name and a colon, in the languages that we know. */
    private static final String LABEL = String.join("|",
            "(?:(?:file|handout|stock|archive?|cover|lead|header)[ -]?)?(?:photo(?:graph(?:er)?)?s?|photography|photo illustration|pictures?|images?|illustrations?|graphics?|artwork)"
                    + "(?: (?:credits?|source|copyright|courtesy|by))?",
            "credits?|courtesy|copyright|source|screenshot|video",
            "(?:symbol|archiv|titel|vorschau)?(?:fotos?|bild(?:er)?|grafik)|foto(?:s|graf(?:in)?|grafie|quelle|credits?|nachweis)",
            "bild(?:quelle|nachweis|rechte|credits?|material)|aufnahme|urheber|quelle",
            "cr[eé]dits?(?: (?:photos?|photographiques?|image|illustration|visuel))?|photographies?|visuel|infographie",
            "fotograf[ií]as?|cr[eé]ditos?(?: (?:de (?:la )?)?(?:foto(?:graf[ií]a)?|imagen))?|im[aá]genes|imagen|ilustraci[oó]n",
            "fotografi[ae]|immagin[ei]|credit[io](?: (?:foto|immagine|fotografico))?|illustrazione",
            "illustratie|beeld|foto['’]s|imagem|divulga[cç][aã]o|zdroj|kuva",
            "фото|写真|撮影|提供|图源|图片来源|图|صورة|تصوير|צילום");
    private static final String BY = String.join("|",
            "(?:photo(?:graph)?s?|pictures?|images?|illustrations?)(?: (?:by|courtesy of|via|from)| ?/)|photographed by|courtesy(?: of)?",
            "fotos? (?:von|de|di|door|van)|bild von|photo de|photographie de|photo par|imagen de|fotograf[ií]a de|fotografia di|beeld van");
    private static final String OPEN = "[(\\[（【]";
    private static final String CLOSED = "[)\\]）】]";
    /** Before it a sentence has ended, or something parts it from the caption. */
    private static final String PARTED = "(?:^|[.!?…»”\"'’)\\]:;]\\s+|[。」]|\\s*[–—|•·*]\\s*|\\s-\\s|,\\s+)";
    private static final String SIGN = "(?:©|\\(c\\)|copyright(?: by)?)";
    private static final Pattern IN_BRACKETS = Pattern.compile("^(.*?)\\s*" + OPEN + "([^()\\[\\]（）【】]{2,120})" + CLOSED + "\\s*[.。]?$", Pattern.DOTALL);
    private static final Pattern LABELLED = Pattern.compile("(?iu)(?:^|(?<=[\\s.!?…»”\"'’)|–—/。」-]))(?:" + LABEL + ")\\s*(?:[:：]|\\|)\\s*(.{2," + LONGEST + "})$");
    /** In brackets, a colon may lack. */
    private static final Pattern LABELLED_IN_BRACKETS = Pattern.compile("(?iu)(?:photos?|fotos?|bild|写真|撮影|图|تصوير|צילום|фото)\\s+(.{2," + LONGEST + "})");
    private static final Pattern BY_NAME = Pattern.compile("(?iu)" + PARTED + "((?:" + BY + ")\\s+(.{2," + LONGEST + "}))$");
    private static final Pattern COPYRIGHT = Pattern.compile("(?iu)(?:^|\\s)((?:(?:" + LABEL + ")\\s*)?" + SIGN + "\\s*[:：]?\\s*(.{2," + LONGEST + "}))$");
    private static final Pattern LAST_PART = Pattern.compile("(?u)" + PARTED + "([^.!?|–—]{2," + LONGEST + "}|[^!?|–—]{2,60})$");
    private static final Pattern LABEL_ALONE = Pattern.compile("(?iu)(?:" + LABEL + "|" + SIGN + ")?[\\s:：|]*(?:©|by|von|par)?\\s*");
    private static final Pattern BRACKETS = Pattern.compile("^" + OPEN + "\\s*(.*?)\\s*" + CLOSED + "\\.?$");
    private static final Pattern EDGES = Pattern.compile("(?U)^[\\s|/·–—-]+|[\\s|/·–—-]+$");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d(?:[-–/](?:19|20)?\\d\\d)?");
    private static final Pattern HOST = Pattern.compile("(?i)[\\w.-]+\\.(?:com|org|net|de|fr|nl|es|it|co\\.uk)");
    private static final Set<String> SMALL_NAMES = Set.of("picture", "alliance", "images", "imago");
    private static final Set<String> PARTICLES = Set.of(
            "de", "del", "della", "di", "da", "dos", "do", "du", "des", "la", "le", "les", "el", "van", "von", "vom", "der", "den", "dem", "het",
            "ter", "ten", "of", "the", "and", "und", "et", "y", "e", "en", "for", "für", "pour", "para", "per", "voor", "via", "by", "zu", "zur",
            "al", "bin", "ibn", "a", "d", "l", "o", "&", "+", "-", "–", "x", "/", "|", ",", "©", "(c)", "photo", "photos", "pool", "handout",
            "archiv", "archive", "courtesy");
    /** Agencies and archives, in small letters and without space. */
    private static final Set<String> AGENCIES = Set.of(
            "reuters", "ap", "apphoto", "associatedpress", "afp", "dpa", "epa", "epa-efe", "gettyimages", "getty", "afp/getty", "pa", "pamedia",
            "pawire", "bloomberg", "anp", "belga", "keystone", "apa", "lusa", "efe", "ansa", "lapresse", "imago", "imagoimages", "picturealliance",
            "picture-alliance", "shutterstock", "istock", "istockphoto", "alamy", "alamystockphoto", "magnumphotos", "magnum", "xinhua", "tass",
            "aap", "sipa", "sipausa", "abaca", "hollandsehoogte", "ritzau", "ritzauscanpix", "scanpix", "tt", "ntb", "unsplash", "pexels", "pixabay",
            "wikimedia", "wikimediacommons", "nasa", "esa", "kyodo", "yonhap", "thecanadianpress", "cp", "ddp", "zumapress", "zuma", "actionpress",
            "europapress", "adobestock", "depositphotos", "flickr", "mauritius", "mauritiusimages", "maxppp", "hanslucas", "agf", "fotogramma",
            "ipa", "eyevine", "redux", "nurphoto", "anadolu", "anadoluagency", "privat", "private", "zdf", "ard", "bbc", "nos", "ullsteinbild",
            "akg-images", "bridgemanimages", "corbis", "polaris", "contrasto", "vwpics", "upi", "pti", "ani", "ritzau/scanpix", "robinutrecht",
            "camerapress");

    /** @param caption one line of plain text */
    public static CreditLine of(String caption) {
        var text = caption.strip();
        var bracketed = IN_BRACKETS.matcher(text);
        if (bracketed.matches() && isCreditInBrackets(bracketed.group(2).strip())) {
            return new CreditLine(bracketed.group(1).strip(), bare(bracketed.group(2)));
        }
        for (var matcher = LABELLED.matcher(text).useAnchoringBounds(false).useTransparentBounds(true); matcher.find(); ) {
            if (isNames(matcher.group(1))) {
                return split(text, matcher.start(), text.substring(matcher.start()));
            }
            matcher.region(matcher.start() + 1, text.length());
        }
        var by = BY_NAME.matcher(text);
        if (by.find() && isNames(by.group(2))) {
            return split(text, by.start(1), by.group(1));
        }
        var copyright = COPYRIGHT.matcher(text);
        if (copyright.find() && isNames(copyright.group(2))) {
            return split(text, copyright.start(1), copyright.group(1));
        }
        return byAgency(text);
    }

    /**
     * What a page marks as a credit, in its words, without brackets around them; "" if there is a label and no name.
     *
     * @param marked one line of plain text
     */
    static String marked(String marked) {
        var inner = BRACKETS.matcher(marked);
        var words = EDGES.matcher(inner.matches() ? inner.group(1) : marked).replaceAll("");
        return LABEL_ALONE.matcher(words).matches() ? "" : words;
    }

    private static CreditLine byAgency(String text) {
        for (var matcher = LAST_PART.matcher(text).useAnchoringBounds(false).useTransparentBounds(true); matcher.find(); ) {
            if (isAgencyLine(matcher.group(1))) {
                return split(text, matcher.start(1), matcher.group(1));
            }
            matcher.region(Math.min(text.length(), matcher.start() + 1), text.length());
        }
        return new CreditLine(text, "");
    }

    private static CreditLine split(String text, int at, String credit) {
        return new CreditLine(text.substring(0, at).replaceAll("[\\s|/•·*–—,;-]+$", "").strip(), bare(credit));
    }

    private static String bare(String credit) {
        var text = credit.strip();
        return text.endsWith(".") && !text.matches(".*(?:\\b\\p{Lu}|Inc|Ltd|Co|Jr|Sr)\\.") ? text.substring(0, text.length() - 1) : text;
    }

    /** Whether all of it is a credit. Two names with a stroke between them are one here, too. */
    private static boolean isCreditInBrackets(String text) {
        Matcher labelled = LABELLED.matcher(text);
        Matcher unparted = LABELLED_IN_BRACKETS.matcher(text);
        Matcher by = BY_NAME.matcher(text);
        Matcher copyright = COPYRIGHT.matcher(text);
        return labelled.lookingAt() && isNames(labelled.group(1)) || unparted.matches() && isNames(unparted.group(1)) && unparted.group(1).matches("(?s).*\\S[\\s/]+\\S.*")
                || by.lookingAt() && isNames(by.group(2)) || copyright.lookingAt() && isNames(copyright.group(2)) || isAgencyLine(text) || isTwoNames(text);
    }

    private static boolean isTwoNames(String text) {
        var parts = text.split("/");
        return parts.length == 2 && parts[0].strip().contains(" ") && isNames(text);
    }

    /** Names alone, at least one of them an agency; where nothing else marks it as a credit, that is the least. */
    private static boolean isAgencyLine(String text) {
        if (!isNames(text)) {
            return false;
        }
        for (var part : text.split("[/|,]|\\bvia\\b")) {
            if (AGENCIES.contains(folded(part))) {
                return true;
            }
        }
        return false;
    }

    /** Nothing but names, agencies, years and the small words between them. */
    private static boolean isNames(String text) {
        var bare = bare(text).replaceAll("[()\\[\\]]", " ").strip();
        if (bare.isEmpty() || bare.length() > LONGEST || bare.matches(".*[!?;].*|.*\\p{Ll}{3,}\\. .*")) {
            return false;
        }
        if (AGENCIES.contains(folded(bare))) {
            return true;
        }
        var words = bare.split("[\\s/|,]+");
        var named = false;
        for (var word : words) {
            if (word.isEmpty() || PARTICLES.contains(word.toLowerCase(Locale.ROOT)) || YEAR.matcher(word).matches()) {
                continue;
            }
            if (!isName(word)) {
                return false;
            }
            named = true;
        }
        return named && words.length <= MOST_WORDS;
    }

    private static boolean isName(String word) {
        var first = word.codePointAt(word.startsWith("@") || word.startsWith("©") || word.startsWith("'") || word.startsWith("’") ? Math.min(1, word.length() - 1) : 0);
        return word.startsWith("@") || Character.isUpperCase(first) || Character.isTitleCase(first) || isCaselessName(word, first) || AGENCIES.contains(folded(word))
                || word.matches("[dl]['’]\\p{Lu}.*") || HOST.matcher(word).matches()
                || SMALL_NAMES.contains(word);
    }

    /** Many scripts have no capitals. Japanese has no spaces either: what is long and has small words in Hiragana is a sentence. */
    private static boolean isCaselessName(String word, int first) {
        return Character.getType(first) == Character.OTHER_LETTER && (word.length() <= LONGEST_WITH_HIRAGANA || !HIRAGANA.matcher(word).find());
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[\\s.]", "");
    }
}
