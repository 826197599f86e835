package org.broadsheet.article.page;

import java.util.Optional;
import java.util.regex.Pattern;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Who made a picture, where the caption sets the name apart at its end, as {@code cite} or {@code small}, and calls it nothing. */
public final class ClosingName {

    private static final String SET_APART = "cite, small";
    private static final int LONGEST = 100;
    /** A sentence has ended, or something parts the name from it; in the midst of a sentence, {@code cite} is the title of a work. */
    private static final Pattern ENDED = Pattern.compile("(?sU).*[.!?…。！？»”\"’)|/·•:–—-]\\s*");
    private static final Pattern SENTENCE = Pattern.compile("(?sU).*\\p{Ll}{3,}[.!?]\\s.*|.*[!?…]");

    private ClosingName() {
    }

    /** The element at the end of a caption that holds such a name; a caption that is nothing else has none. */
    public static Optional<Element> of(Element caption) {
        return Optional.ofNullable(caption.select(SET_APART).last()).filter(name -> !name.text().isBlank() && name.text().length() <= LONGEST && !SENTENCE.matcher(name.text()).matches())
                .filter(name -> caption.wholeText().strip().endsWith(name.wholeText().strip())).filter(name -> isParted(caption, name));
    }

    private static boolean isParted(Element caption, Element name) {
        var copy = caption.clone();
        copy.select(SET_APART).last().replaceWith(new TextNode("\u0000"));
        var before = copy.wholeText();
        var text = before.substring(0, before.lastIndexOf('\u0000'));
        return !text.isBlank() && (ENDED.matcher(text).matches() || name.previousElementSibling() != null && name.previousElementSibling().isBlock()
                || name.previousElementSibling() != null && name.previousElementSibling().nameIs("br") && isBlank(name.previousElementSibling(), name));
    }

    /** Whether nothing but space stands between the two. */
    private static boolean isBlank(Element one, Element other) {
        for (var node = one.nextSibling(); node != null && node != other; node = node.nextSibling()) {
            if (!(node instanceof TextNode text) || !text.isBlank()) {
                return false;
            }
        }
        return true;
    }
}
