package org.broadsheet.mail;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What holds for the mark-up of every mail, whatever its template says. */
final class MailMarkup {

    static final int LONGEST_LINE = 900;
    private static final Pattern UNQUOTED = Pattern.compile("\\s[a-zA-Z:-]+=\\{[^|]");
    private static final Pattern FORBIDDEN = Pattern.compile("<(script|iframe|object|embed|form|base|link)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern ADDRESS = Pattern.compile("\\s(href|src|background|action|formaction)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LINK = Pattern.compile("(?i)\\s*(https?://|mailto:|tel:).*", Pattern.DOTALL);
    private static final Pattern RESOURCE = Pattern.compile("(?i)\\s*(https?://|cid:).*", Pattern.DOTALL);

    private MailMarkup() {
    }

    /**
     * Looks at the source of an HTML template for what escaping alone does not make safe: a value outside quotes could become an attribute
     * of its own, and scripts, frames and forms have no place in a mail (D13).
     *
     * @throws MailTemplateException with line and column
     */
    static void check(String name, String source) {
        if (name.endsWith(MailEngine.HTML)) {
            refuse(name, source, UNQUOTED, "a value in an attribute must stand in quotes");
            refuse(name, source, FORBIDDEN, "scripts, frames, forms and their like have no place in a mail");
        }
    }

    private static void refuse(String name, String source, Pattern pattern, String reason) {
        pattern.matcher(source).results().findFirst().ifPresent(found -> {
            var before = source.substring(0, found.start() + 1);
            var line = (int) before.chars().filter(character -> character == '\n').count() + 1;
            throw new MailTemplateException(new TemplateProblem(name, line, before.length() - before.lastIndexOf('\n') - 1, reason), null);
        });
    }

    /**
     * The rendered page as it goes out: an address that is none of http, https, mailto and tel (D11) loses its attribute, since values come
     * from outside; indentation is dropped (A32); lines are folded at {@value #LONGEST_LINE} bytes where there is a space (A6).
     */
    static String finished(CharSequence html) {
        return folded(compact(ADDRESS.matcher(html).replaceAll(MailMarkup::safe)));
    }

    private static String safe(MatchResult attribute) {
        var name = attribute.group(1).toLowerCase(Locale.ROOT);
        var value = attribute.group(2) == null ? attribute.group(3) : attribute.group(2);
        var allowed = (name.equals("href") ? LINK : RESOURCE).matcher(value).matches();
        return allowed ? Matcher.quoteReplacement(attribute.group()) : "";
    }

    private static StringBuilder compact(String html) {
        var compact = new StringBuilder(html.length());
        html.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> compact.append(line).append('\n'));
        return compact;
    }

    /** Turns spaces into line feeds, never inside an attribute's value or a word: a browser sees the same page. */
    private static String folded(StringBuilder html) {
        var bytes = 0;
        var space = -1;
        var bytesAtSpace = 0;
        var inTag = false;
        var quote = '\0';
        for (var i = 0; i < html.length(); i++) {
            var c = html.charAt(i);
            bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : Character.isSurrogate(c) ? 2 : 3;
            if (quote != '\0') {
                quote = c == quote ? '\0' : quote;
            } else if (inTag && (c == '"' || c == '\'')) {
                quote = c;
            } else if (c == '<' || c == '>') {
                inTag = c == '<';
            } else if (c == ' ') {
                space = i;
                bytesAtSpace = bytes;
            }
            if (c == '\n') {
                bytes = 0;
                space = -1;
            } else if (bytes > LONGEST_LINE && space >= 0) {
                html.setCharAt(space, '\n');
                bytes -= bytesAtSpace;
                space = -1;
            }
        }
        return html.toString();
    }
}
