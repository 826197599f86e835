package org.broadsheet.mail.lint;

import java.util.ArrayList;
import java.util.List;

/** For every rule a mail that breaks it: the clean one with one thing spoilt. */
final class PlantedFaults {

    /**
     * @param where the words at which the finding must point; "" if it is about something that is missing
     * @param mail  the spoilt one
     * @param part  the text of the part in which the words stand
     */
    record Fault(String check, String where, Mail mail, String part) {

        @Override
        public String toString() {
            return check + (where.isEmpty() ? "" : " at " + where);
        }
    }

    private final List<Fault> faults = new ArrayList<>();

    static List<Fault> all() {
        var planted = new PlantedFaults();
        planted.heads();
        planted.styles();
        planted.outlook();
        planted.structure();
        planted.reading();
        planted.links();
        planted.pictures();
        planted.dangers();
        planted.sizes();
        planted.footers();
        planted.texts();
        planted.headers();
        planted.mime();
        planted.support();
        return planted.faults;
    }

    private void html(String check, String from, String to, String where) {
        var spoilt = spoil(CleanMail.HTML, from, to);
        faults.add(new Fault(check, where, Mail.of(spoilt, CleanMail.TEXT), spoilt));
    }

    /** A paragraph more. */
    private void more(String check, String markup, String where) {
        html(check, "  <h2 ", "  " + markup + "\n  <h2 ", where);
    }

    private void text(String check, String from, String to, String where) {
        var spoilt = spoil(CleanMail.TEXT, from, to);
        faults.add(new Fault(check, where, Mail.of(CleanMail.HTML, spoilt), spoilt));
    }

    private void wire(String check, String from, String to, String where) {
        var spoilt = spoil(CleanMail.message(), from, to);
        faults.add(new Fault(check, where, CleanMail.parsed(spoilt), spoilt));
    }

    private static String spoil(String text, String from, String to) {
        if (!text.contains(from)) {
            throw new IllegalStateException("The clean mail has no " + from);
        }
        return text.replace(from, to);
    }

    private void heads() {
        html("doctype", "<!doctype html>\n", "", "");
        html("charset", "<meta charset=\"utf-8\">\n", "", "");
        html("viewport", "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">", "", "");
        html("title", "<title>The Lock Keeper, 12: A barge waits</title>", "<title> </title>", "");
        html("lang", "<html lang=\"en-GB\" dir", "<html dir", "<html");
        html("dir", "<html lang=\"en-GB\" dir=\"ltr\">", "<html lang=\"en-GB\">", "<html");
        html("body-lang", "<div lang=\"en-GB\" dir=\"ltr\" class", "<div class", "<div class");
        html("right-to-left", "The keeper of the upper gate counted three boats before noon and none after. Nobody was in a hurry, he says, and the tea was hot; the harbour office will publish its own count on Friday, with the delays of the whole week.",
                "שומר השער העליון ספר שלוש סירות לפני הצהריים ואף אחת אחריהם. ".repeat(12), "<div lang");
        html("reformatting", "<meta name=\"x-apple-disable-message-reformatting\">", "", "");
        html("format-detection", "<meta name=\"format-detection\"", "<meta name=\"other\"", "");
        html("mso-resolution", "<o:PixelsPerInch>96</o:PixelsPerInch>", "", "");
        html("color-scheme", "<meta name=\"color-scheme\" content=\"light dark\">", "", "");
        html("dark-rules", "prefers-color-scheme: dark", "min-width: 99999px", "");
        html("dark-outlook", "[data-ogs", ".other [data-x", "");
        more("pure-black-and-white", "<p class=\"ink\" style=\"color:#000; background-color:#fff; font-size:16px;\">Black on white</p>", "<p class=\"ink\" style=\"color:#000");
    }

    private void styles() {
        html("style-size", "  .wide { width: 100% !important; }", "  .wide { width: 100% !important; }\n".repeat(600), "<style>");
        more("style-in-body", "<style>.x { color: red; }</style>", "<style>.x");
        more("style-url", "<p style=\"background:#ffffff url( ) no-repeat;\">x</p>", "url( )");
        html("style-url", "  .wide {", "  .w2 { background-image: url(relative/picture.png); }\n  .wide {", "url(relative");
        html("css-syntax", "  .wide {", "  .broken { color red; }\n  .wide {", "");
        more("css-syntax", "<p style=\"color: {red};\">x</p>", "color: {red}");
        html("css-comment", "  .wide {", "  /* wide */ .wide {", "/* wide");
        html("important-space", "100% !important", "100%!important", "%!important");
        faults.add(new Fault("limit", "", Mail.of(CleanMail.HTML.replace("  <h2 ", "<p style=\"color:#111111\">word</p>\n".repeat(40_000) + "  <h2 ")), ""));
    }

    private void outlook() {
        more("word-width", "<table role=\"presentation\" cellpadding=\"0\" cellspacing=\"0\" style=\"width:300px;\"><tr><td>x</td></tr></table>", "width:300px");
        html("word-max-width", "<div lang=\"en-GB\" dir=\"ltr\" class=\"paper\" style=\"", "<div lang=\"en-GB\" dir=\"ltr\" class=\"paper\" style=\"max-width:600px; ", "max-width:600px; ");
        more("word-background", "<p style=\"background:#ffffff url('https://pictures.lockkeeper.net/fog.jpg');\">x</p>", "background:#ffffff");
        more("background-color", "<table role=\"presentation\" cellpadding=\"0\" cellspacing=\"0\"><tr><td background=\"https://pictures.lockkeeper.net/fog.jpg\">x</td></tr></table>", "https://pictures.lockkeeper.net/fog");
        more("cell-spacing", "<table role=\"presentation\"><tr><td>x</td></tr></table>", "<table role=\"presentation\"><tr><td>x");
        html("ghost-tables", "<!--[if mso]></td></tr></table><![endif]-->", "<!--[if mso]></tr></td></table><![endif]-->", "</tr></td></table><![endif]");
        html("width", "<table role=\"presentation\" width=\"600\" align", "<table role=\"presentation\" width=\"900\" align", "900\" align");
    }

    private void structure() {
        more("table-role", "<table cellpadding=\"0\" cellspacing=\"0\"><tr><td>x</td></tr></table>", "<table cellpadding=\"0\" cellspacing=\"0\"><tr><td>x");
        html("heading-main", "<h1 ", "<h1>First</h1><h1 ", "<h1 ");
        html("heading-order", "<h2 ", "<h3>Deep</h3><h2 ", "<h3>");
        more("duplicate-id", "<p id=\"one\">x</p><p id=\"one\">y</p>", "");
        faults.add(new Fault("empty-mail", "", Mail.of("<!doctype html><html lang=en dir=ltr><head><title>x</title></head><body></body></html>"), ""));
        faults.add(new Fault("pictures-only", "", Mail.of("<!doctype html><html><head><title>x</title></head><body><img src=\"https://a.net/x.png\" alt=\"x\"></body></html>"), ""));
    }

    private void reading() {
        more("contrast", "<p style=\"color:#999999; font-size:16px;\">Pale</p>", "<p style=\"color:#999999");
        more("contrast-dark", "<p style=\"color:#1d1b19; font-size:16px;\">Dark in the dark</p>", "<p style=\"color:#1d1b19; font-size:16px;\">Dark");
        more("contrast-inverted", "<p class=\"ink\" style=\"color:#1d1b19; background:#ffffff url('https://pictures.lockkeeper.net/fog.jpg');\">On a pale picture</p>", "<p class=\"ink\" style=\"color:#1d1b19; background");
        more("text-size", "<p class=\"ink\" style=\"font-size:11px; color:#1d1b19;\">Small</p>", "<p class=\"ink\" style=\"font-size:11px");
        more("text-justified", "<p class=\"ink\" style=\"text-align:justify; color:#1d1b19;\">Even</p>", "<p class=\"ink\" style=\"text-align:justify");
        more("touch-target", "<a href=\"https://www.lockkeeper.net/x\" class=\"ink\" style=\"display:block; line-height:20px; color:#1d1b19;\">Thin</a>", "<a href=\"https://www.lockkeeper.net/x\"");
    }

    private void links() {
        link("link-empty", "", "<a href=\"\"");
        more("link-empty", "<a class=\"ink\" style=\"color:#1d1b19;\">Nothing at all</a>", "<a class=\"ink\" style=\"color:#1d1b19;\">Nothing");
        link("link-nowhere", "#", "#\" class=\"ink\" style=\"color:#1d1b19;\">A link");
        link("link-anchor", "#below", "#below");
        link("link-relative", "/stories/1", "/stories/1");
        link("link-scheme", "javascript:alert(1)", "javascript:alert(1)");
        link("link-scheme", "file:///etc/hosts", "file:///");
        link("link-scheme", "data:text/html,x", "data:text");
        link("link-insecure", "http://www.lockkeeper.net/a", "http://www");
        link("link-malformed", "https://", "https://\" class");
        link("link-malformed", "https://www.lockkeeper.net/a b", "https://www.lockkeeper.net/a b");
        link("link-placeholder", "https://example.com/story", "https://example.com");
        link("link-placeholder", "https://localhost:8080/story", "https://localhost");
        more("link-placeholder", "<p class=\"ink\" style=\"color:#1d1b19;\">Lorem ipsum dolor</p>", "<p class=\"ink\" style=\"color:#1d1b19;\">Lorem");
        link("link-unresolved", "https://www.lockkeeper.net/{{ token }}", "https://www.lockkeeper.net/{{");
        link("link-unresolved", "https://www.lockkeeper.net/%7Btoken%7D", "https://www.lockkeeper.net/%7B");
        link("link-unresolved", "*|UNSUB|*", "*|UNSUB");
        more("text-unresolved", "<p class=\"ink\" style=\"color:#1d1b19;\">Dear {{ first_name }}</p>", "<p class=\"ink\" style=\"color:#1d1b19;\">Dear");
        more("text-unresolved", "<p class=\"ink\" style=\"color:#1d1b19;\">{#if it.x}</p>", "<p class=\"ink\" style=\"color:#1d1b19;\">{#if");
        link("link-tel", "tel:01632 960118", "tel:01632");
        link("link-mailto", "mailto:gate at lockkeeper.net", "mailto:gate at");
        more("link-text", "<a href=\"https://www.lockkeeper.net/x\" class=\"ink\" style=\"color:#1d1b19;\">Click here!</a>", "<a href=\"https://www.lockkeeper.net/x\"");
        more("link-text", "<a href=\"https://www.lockkeeper.net/x\" class=\"ink\" style=\"color:#1d1b19;\">Weiterlesen …</a>", "<a href=\"https://www.lockkeeper.net/x\"");
        more("link-without-text", "<a href=\"https://www.lockkeeper.net/x\" class=\"ink\" style=\"color:#1d1b19;\"> &nbsp; </a>", "<a href=\"https://www.lockkeeper.net/x\"");
        more("link-text-repeated", "<a href=\"https://www.lockkeeper.net/other\" class=\"ink\" style=\"color:#1d1b19;\">Write to the keeper</a>", "<a href=\"mailto:gate");
        more("link-host", "<a href=\"https://elsewhere.net/x\" class=\"ink\" style=\"color:#1d1b19;\">www.lockkeeper.net/stories</a>", "<a href=\"https://elsewhere");
        link("link-shortener", "https://bit.ly/3xyz", "https://bit.ly");
        link("link-personal", "https://www.lockkeeper.net/p?who=reader@mailbox.net", "https://www.lockkeeper.net/p?who");
    }

    private void link(String check, String href, String where) {
        more(check, "<a href=\"" + href + "\" class=\"ink\" style=\"color:#1d1b19;\">A link to somewhere</a>", where);
    }

    private void pictures() {
        var good = "<img src=\"https://pictures.lockkeeper.net/barge.jpg\" width=\"552\" height=\"300\" alt=\"A barge waits behind closed gates.\"";
        html("image-alt", " alt=\"A barge waits behind closed gates.\"", "", "<img src");
        more("image-alt-repeated", "<img src=\"https://pictures.lockkeeper.net/other.jpg\" width=\"10\" height=\"10\" alt=\"A barge waits behind closed gates.\">",
                "A barge waits behind closed gates.\">");
        html("image-alt-file-name", "alt=\"A barge waits behind closed gates.\"", "alt=\"IMG_2041.jpg\"", "IMG_2041");
        html("image-size", "width=\"552\" height=\"300\" alt", "width=\"552\" alt", "<img src");
        html("image-wide", "width=\"552\"", "width=\"1200\"", "1200\"");
        html("image-insecure", "src=\"https://pictures", "src=\"http://pictures", "http://pictures");
        html("image-data", "src=\"https://pictures.lockkeeper.net/barge.jpg\"", "src=\"data:image/png;base64,iVBORw0KGgo=\"", "data:image");
        html("image-source", "src=\"https://pictures.lockkeeper.net/barge.jpg\"", "src=\"barge.jpg\"", "barge.jpg");
        html("image-source", "src=\"https://pictures.lockkeeper.net/barge.jpg\"", "src=\"\"", "<img");
        wire("image-cid", "https://pictures.lockkeeper.net/barge.jpg", "cid:barge@lockkeeper", "");
        more("image-border", "<a href=\"https://www.lockkeeper.net/x\">" + good.replace("closed gates.", "gates in winter.") + "></a>", "<img src=\"https://pictures.lockkeeper.net/barge.jpg\" width=\"552\" height=\"300\" alt=\"A barge waits behind gates in");
        more("image-count", "<img src=\"https://pictures.lockkeeper.net/dot.png\" width=\"10\" height=\"10\" alt=\"\">".repeat(61), "");
        more("tracking-pixel", "<img src=\"https://pictures.lockkeeper.net/open.gif\" width=\"1\" height=\"1\" alt=\"\">", "<img src=\"https://pictures.lockkeeper.net/open");
    }

    private void dangers() {
        more("script", "<script>alert(1)</script>", "<script>");
        more("event-handler", "<p class=\"ink\" onclick=\"alert(1)\">x</p>", "alert(1)");
        for (var frame : new String[] {"iframe", "object", "embed"}) {
            more("frame", "<" + frame + " title=\"x\"></" + frame + ">", "<" + frame + " title");
        }
        more("form", "<form action=\"https://www.lockkeeper.net/x\"></form>", "<form ");
        html("base", "<title>", "<base href=\"https://www.lockkeeper.net/\"><title>", "<base ");
        html("refresh", "<title>", "<meta http-equiv=\"refresh\" content=\"0; url=https://www.lockkeeper.net/\"><title>", "<meta http-equiv");
        more("css-script", "<p style=\"width:expression(alert(1));\">x</p>", "width:expression");
        html("css-script", "  .wide {", "  .w3 { behavior: url(#default#time2); }\n  .wide {", "behavior:");
        more("autoplay", "<video src=\"https://www.lockkeeper.net/x.mp4\" autoplay></video>", "autoplay");
    }

    private void sizes() {
        html("html-size", "  <h2 ", "<p>" + "word ".repeat(21_000) + "</p>\n  <h2 ", "");
        html("html-size-near", "  <h2 ", "<p>" + "word ".repeat(17_500) + "</p>\n  <h2 ", "");
        more("html-line", "<p>" + "x".repeat(1_000) + "</p>", "");
        more("nesting", "<table role=\"presentation\"><tr><td>".repeat(13) + "x" + "</td></tr></table>".repeat(13), "");
        more("markup-bulk", "<b></b>".repeat(5_001), "");
    }

    private void footers() {
        html("preheader", "<div style=\"display:none; max-height:0; overflow:hidden;\">", "<div class=\"ink\" style=\"color:#1d1b19;\">", "<div class=\"ink\" style=\"color:#1d1b19;\">Three");
        html("preheader-length", "Three boats were counted at the upper gate before the fog came down.", "Fog.", "<div style=\"display:none");
        html("preheader-padding", "&#847;&zwnj;&nbsp;", "", "<div style=\"display:none");
        html("preheader-words", "Three boats were counted at the upper gate before the fog came down.", "Trouble with this mail? View it in your browser now", "<div style=\"display:none");
        var way = "<a href=\"https://www.lockkeeper.net/unsubscribe/k7Qm\" class=\"ink\" style=\"color:#1d1b19;\">Unsubscribe</a>";
        html("unsubscribe", way, "", "");
        html("unsubscribe-clipped", "  <h2 ", "<p>" + "word ".repeat(21_000) + "</p>\n  <h2 ", "<a href=\"https://www.lockkeeper.net/unsubscribe");
        faults.add(new Fault("postal-address", "", Mail.of(CleanMail.HTML).promising(new Promised("", "", List.of("4 Other Street"))), ""));
        html("postal-address-unsure", ", 3 Ropewalk Steps, Aldermoor AL9 9ZZ", "", "");
        html("web-version", "<a href=\"https://www.lockkeeper.net/editions/12\" class=\"ink\" style=\"color:#1d1b19;\">Read in your browser</a>", "", "");
        html("reason", "You get this because you signed up on 1 October. ", "", "");
    }

    private void texts() {
        faults.add(new Fault("text-missing", "", Mail.of(CleanMail.HTML, ""), ""));
        text("text-entities", "the tea was hot", "the tea &amp; hot", "&amp;");
        text("text-markup", "the tea was hot", "the <b>tea</b> was hot", "<b>tea");
        text("text-line", "after. Nobody was in a hurry, he says, and the tea was hot; the harbour\n", "after. Nobody was in a hurry, he says, and the tea was hot; the harbour ", "after. Nobody");
        text("text-links", "https://", "", "");
        html("text-hosts", "https://www.lockkeeper.net/stories/fog", "https://unnamed.lockkeeper.net/fog", "");
        text("text-unsubscribe", "Unsubscribe: https://www.lockkeeper.net/unsubscribe/k7Qm\n", "", "");
        faults.add(new Fault("text-address", "", Mail.of(CleanMail.HTML, CleanMail.TEXT.replace("Ropewalk", "Other")).promising(new Promised("", "", List.of("3 Ropewalk Steps"))), ""));
        faults.add(new Fault("text-different", "Something", Mail.of(CleanMail.HTML, "Something quite unlike it. Unsubscribe: https://www.lockkeeper.net/unsubscribe/k7Qm\n"),
                "Something quite unlike it. Unsubscribe: https://www.lockkeeper.net/unsubscribe/k7Qm\n"));
        text("text-padding", "THE LOCK KEEPER", "THE LOCK KEEPER\u034f\u200c\u00a0\u034f\u200c\u00a0", "\u034f\u200c");
        faults.add(new Fault("text-stub", "Please", Mail.of(CleanMail.HTML, "Please view this mail in a client that shows HTML.\n"), "Please view this mail in a client that shows HTML.\n"));
    }

    private void headers() {
        for (var line : new String[] {"Date: Tue, 24 Nov 2026 06:00:00 +0000", "From: \"The Lock Keeper\" <news@lockkeeper.net>", "To: reader@mailbox.net", "Subject: A barge waits for the fog to lift",
                "Message-ID: <k7Qm.12@lockkeeper.net>", "MIME-Version: 1.0"}) {
            wire("header-missing", line + "\r\n", "", "");
        }
        wire("header-repeated", "MIME-Version: 1.0\r\n", "MIME-Version: 1.0\r\nSubject: Again\r\n", "Subject: Again");
        wire("header-empty", "MIME-Version: 1.0\r\n", "MIME-Version: 1.0\r\nX-Note: \r\n", "X-Note");
        wire("header-malformed", "MIME-Version: 1.0\r\n", "MIME-Version: 1.0\r\nno field at all\r\n", "no field");
        wire("from-address", "<news@lockkeeper.net>", "<news@lockkeeper.net>, other@lockkeeper.net", "From:");
        wire("from-address", "From: \"The Lock Keeper\" <news@lockkeeper.net>", "From: The Lock Keeper", "From:");
        wire("from-address", "From: \"The Lock Keeper\" <news@lockkeeper.net>", "From: news@lockkeeper.net (The Lock Keeper)", "From:");
        wire("message-id", "<k7Qm.12@lockkeeper.net>", "k7Qm.12", "Message-ID:");
        wire("message-id", "<k7Qm.12@lockkeeper.net>", "<k7Qm.12@localhost>", "Message-ID:");
        wire("date", "Tue, 24 Nov 2026", "Di, 24 Nov. 2026", "Date:");
        wire("date", "06:00:00 +0000", "06:00:00 GMT", "Date:");
        wire("line-ends", "MIME-Version: 1.0\r\n", "MIME-Version: 1.0\n", "\nList-Unsubscribe: ");
        wire("line-ends", "A barge waits for the fog to lift\r\n", "A barge waits\0\r\n", "\0");
        wire("line-length", "Subject: A barge", "Subject: " + "x".repeat(1_000) + " A barge", "Subject:");
        wire("header-line", "Subject: A barge", "Subject: " + "A barge waits ".repeat(8) + " A barge", "Subject:");
        wire("encoded-word", "Subject: A barge", "Subject: =?UTF-8?Q?" + "x".repeat(80) + "?= A barge", "Subject:");
        wire("encoded-word", "\"The Lock Keeper\" <news", "\"=?UTF-8?Q?The_Lock_Keeper?=\" <news", "From:");
        wire("encoded-word", "Subject: A barge", "Subject: =?UTF-8?B?4pw=?= A barge", "Subject:");
        wire("encoded-word", "Subject: A barge", "Subject: =?UTF-8?Q?a b?= A barge", "Subject:");
        wire("header-not-ascii", "Subject: A barge", "Subject: \u00c3\u00a9 A barge", "Subject:");
        wire("mime-parameter", "Content-Type: text/plain; charset=utf-8", "Content-Type: text/plain; charset=utf-8", "");
        faults.removeLast();
        wire("mime-parameter", "Content-Language: en-GB", "Content-Language: en-GB\r\nContent-Disposition: inline; filename=\"=?UTF-8?Q?x=C3=A9?=\"", "Content-Disposition");
        wire("list-unsubscribe", "List-Unsubscribe: <https://www.lockkeeper.net/unsubscribe/k7Qm>,\r\n <mailto:leave@lockkeeper.net?subject=k7Qm>\r\n", "", "");
        wire("list-unsubscribe", "List-Unsubscribe: <https://www.lockkeeper.net/unsubscribe/k7Qm>,\r\n", "List-Unsubscribe: https://www.lockkeeper.net/unsubscribe/k7Qm,\r\n", "List-Unsubscribe:");
        wire("list-unsubscribe", "List-Unsubscribe: <https://www.lockkeeper.net/unsubscribe/k7Qm>,\r\n", "List-Unsubscribe:\r\n", "List-Unsubscribe:");
        wire("list-unsubscribe-post", "List-Unsubscribe-Post: List-Unsubscribe=One-Click", "List-Unsubscribe-Post: list-unsubscribe=one-click", "List-Unsubscribe-Post");
        wire("list-unsubscribe-insecure", "List-Unsubscribe: <https:", "List-Unsubscribe: <http:", "List-Unsubscribe:");
        wire("list-id", "<daily.lockkeeper.net>", "daily", "List-Id");
        wire("content-language", "Content-Language: en-GB", "Content-Language: de", "Content-Language");
        wire("bcc", "MIME-Version: 1.0\r\n", "MIME-Version: 1.0\r\nBcc: other@mailbox.net\r\n", "Bcc:");
        wire("header-personal", "MIME-Version: 1.0\r\n", "MIME-Version: 1.0\r\nX-For: reader@mailbox.net\r\n", "X-For");
        wire("header-bulk", "MIME-Version: 1.0\r\n", "MIME-Version: 1.0\r\n" + "X-Track: abcdefghijklmnopqrstuvwxyz\r\n".repeat(500), "");
        wire("header-control", "Subject: A barge", "Subject: \u0007 A barge", "Subject:");
        wire("header-control", "Subject: A barge", "Subject: =?UTF-8?Q?a=0D=0AX?= A barge", "Subject:");
        wire("subject-length", "Subject: A barge", "Subject: " + "A barge waits ".repeat(6) + "\r\n A barge", "Subject:");
        faults.add(new Fault("auto-submitted", "", CleanMail.parsed(CleanMail.message()).ofService(), ""));
        wire("link-personal", "https://www.lockkeeper.net/stories/fog", "https://www.lockkeeper.net/stories/fog?reader%40mailbox.net", "");
    }

    private void mime() {
        wire("part-order", "text/plain; charset=utf-8", "text/x-other; charset=utf-8", "");
        faults.removeLast();
        var swapped = CleanMail.message().replace("text/plain;", "text/swap;").replace("text/html;", "text/plain;").replace("text/swap;", "text/html;");
        faults.add(new Fault("part-order", "", CleanMail.parsed(swapped), swapped));
        var inner = CleanMail.message();
        var related = inner.replace("multipart/alternative; boundary=\"=_lock\"", "multipart/related; boundary=\"=_outer\"").replace("\r\n\r\n--=_lock\r\nContent-Type: text/plain",
                "\r\n\r\n--=_outer\r\nContent-Type: multipart/alternative; boundary=\"=_lock\"\r\n\r\n--=_lock\r\nContent-Type: text/plain").replace("--=_lock--", "--=_lock--\r\n--=_outer--");
        faults.add(new Fault("part-nesting", "", CleanMail.parsed(related), related));
        faults.add(new Fault("related-type", "", CleanMail.parsed(related), related));
        wire("boundary", "boundary=\"=_lock\"", "boundary=\"" + "x".repeat(71) + "\"", "Content-Type: multipart");
        wire("boundary-in-part", "--=_lock--\r\n", "", "");
        wire("boundary-in-part", "THE LOCK KEEPER", "--=_locked", "--=_locked");
        wire("part-charset", "text/plain; charset=utf-8", "text/plain; charset=iso-8859-1", "THE LOCK");
        wire("part-encoding", "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable", "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit", "THE LOCK");
        wire("part-bytes", "THE LOCK KEEPER", "THE LOCK KEEPER =FF", "THE LOCK");
        wire("quoted-printable", "THE LOCK KEEPER", "THE LOCK KEEPER =ZZ", "=ZZ");
        wire("quoted-printable", "THE LOCK KEEPER", "THE LOCK KEEPER " + "x".repeat(80), "THE LOCK");
        var base = CleanMail.message().replace("Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable", "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64");
        faults.add(new Fault("base64", " LOCK KEEPER", CleanMail.parsed(base), base));
        var picture = "--=_lock\r\nContent-Type: image/png\r\nContent-ID: <a@b>\r\nContent-Transfer-Encoding: base64\r\n\r\n" + ("A".repeat(76) + "\r\n").repeat(18_000) + "--=_lock--";
        wire("inline-bulk", "--=_lock--", picture, "");
        wire("message-size", "--=_lock--", picture.replace("image/png", "application/pdf").replaceAll("A{76}", "A".repeat(76).repeat(1)) + ("A".repeat(76) + "\r\n").repeat(50_000), "");
    }

    private void support() {
        more("support-html-svg", "<svg width=\"10\" height=\"10\"></svg>", "<svg");
        more("support-html-video", "<video src=\"https://www.lockkeeper.net/x.mp4\"></video>", "<video");
        more("support-css-display-grid", "<div style=\"display:grid;\">x</div>", "display:grid");
        more("support-css-display-flex", "<div style=\"display:flex;\">x</div>", "display:flex");
        more("support-css-position", "<div style=\"position:absolute;\">x</div>", "position:absolute");
        more("support-css-margin", "<p style=\"margin:-4px 0;\">x</p>", "margin:-4px");
        more("support-css-unit-calc", "<p style=\"width:calc(100% - 10px);\">x</p>", "width:calc");
        more("support-css-variables", "<p style=\"color:var(--ink);\">x</p>", "color:var");
        more("support-css-unit-rem", "<p style=\"font-size:1rem;\">x</p>", "font-size:1rem");
        more("support-css-border-radius", "<p style=\"border-radius:4px;\">x</p>", "border-radius:4px");
        more("support-css-rgba", "<p style=\"color:rgba(0,0,0,0.9);\">x</p>", "color:rgba");
        html("support-html-link", "<title>", "<link rel=\"stylesheet\" href=\"https://www.lockkeeper.net/x.css\"><title>", "<link");
        html("support-css-at-import", "  :root {", "  @import url(https://www.lockkeeper.net/x.css);\n  :root {", "");
        html("support-css-at-font-face", "  .wide {", "  @font-face { font-family: X; src: url(https://www.lockkeeper.net/x.woff2); }\n  .wide {", "");
        html("support-css-pseudo-class-nth-child", "  .wide {", "  .row:nth-child(2) { color: #111111; }\n  .wide {", ".row:nth");
        html("support-css-selector-child", "  .wide {", "  .a > .b { color: #111111; }\n  .wide {", ".a > .b");
        html("support-image-svg", "barge.jpg", "barge.svg", "<img");
        html("support-image-webp", "barge.jpg", "barge.webp?v=2", "<img");
        html("support-css-nesting", "  .wide {", "  .a { &:hover { color: red; } }\n  .wide {", "&:hover");
    }
}
