package org.broadsheet.mail.lint;

import static org.broadsheet.mail.lint.Verdict.ERROR;
import static org.broadsheet.mail.lint.Verdict.NOTE;
import static org.broadsheet.mail.lint.Verdict.WARNING;

import java.util.List;
import java.util.Locale;

/**
 * Everything that is looked for, and how bad it is: the one place for that policy (ADR 19), but for the support of HTML and CSS by clients,
 * whose weights stand in {@link Weight}. An error breaks reading, or is what a server or the law demands; a warning degrades; a note is
 * good to know. Letters and numbers are rows of the requirement sheet.
 */
public enum Rule {

    // The head of the document (D5, D7, D8)
    DOCTYPE(WARNING, Client.ALL, "D5", "Begin with <!doctype html>; without it browsers fall back to the rules of the nineties."),
    CHARSET(WARNING, Client.ALL, "D5", "Put <meta charset=\"utf-8\"> first in the head."),
    VIEWPORT(WARNING, Client.APPLE_MAIL, "D5", "Put <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"> into the head."),
    TITLE(WARNING, Client.READERS, "D5", "Give the head a <title>; it is read out first, and names the tab of the web version."),
    LANG(WARNING, Client.READERS, "D7", "Write lang=\"…\" on <html>, so that the mail is read out in the right voice."),
    DIR(WARNING, Client.ALL, "D7", "Write dir=\"ltr\" or dir=\"rtl\" on <html>."),
    BODY_LANG(WARNING, Client.GMAIL, "D7", "Repeat lang and dir on the first element of the body: some clients throw <html> and <body> away."),
    RIGHT_TO_LEFT(ERROR, Client.ALL, "D7", "Most of the text runs from right to left: write dir=\"rtl\"."),
    REFORMATTING(NOTE, Client.APPLE_MAIL, "D5", "Put <meta name=\"x-apple-disable-message-reformatting\"> into the head, or old iOS scales the text."),
    FORMAT_DETECTION(NOTE, Client.APPLE_MAIL, "D5", "Put <meta name=\"format-detection\" content=\"telephone=no, date=no, address=no, email=no, url=no\"> into the head."),
    MSO_RESOLUTION(NOTE, Client.WORD, "D5", "Put the OfficeDocumentSettings block with PixelsPerInch 96 into <!--[if mso]>, or pictures scale on large screens."),
    COLOR_SCHEME(WARNING, Client.DARK, "D8", "Put <meta name=\"color-scheme\" content=\"light dark\"> and supported-color-schemes into the head, or the dark rules are not asked for."),
    DARK_RULES(NOTE, Client.DARK, "D8", "Add @media (prefers-color-scheme: dark) with your own dark colours, or clients make up theirs."),
    DARK_OUTLOOK(NOTE, List.of(new Client("Outlook", "Android", ""), new Client("Outlook.com", "web", "")), "D8", "Repeat the dark colours under [data-ogsc] (text) and [data-ogsb] (background)."),
    PURE_BLACK_AND_WHITE(NOTE, Client.INVERTING, "D8", "Choose near-black and near-white: pure #000 on #fff is what clients invert hardest."),

    // Style sheets and style attributes (D1, D13)
    STYLE_SIZE(ERROR, Client.GMAIL, "D13", "Keep each <style> and all together under 16 KB: Gmail drops what is beyond."),
    STYLE_IN_BODY(WARNING, Client.GMAIL, "D1", "Move <style> into the head; Gmail ignores it in the body."),
    STYLE_URL(ERROR, Client.GMAIL, "D1", "Correct or remove the address in url(): Gmail throws the whole style away that holds it."),
    CSS_SYNTAX(WARNING, Client.ALL, "D1", "Correct the CSS: what follows is skipped, by some clients the whole style."),
    CSS_COMMENT(NOTE, Client.GMAIL, "D1", "Remove comments from CSS: some clients drop the rule after, or the whole style attribute."),
    IMPORTANT_SPACE(NOTE, Client.WORD, "D1", "Write a space before !important, in small letters."),
    LIMIT(NOTE, Client.ALL, "D13", "Make the mail smaller; what is beyond the linter's bounds was not looked at."),

    // Outlook's Word engine (D2, D6, D9)
    WORD_WIDTH(WARNING, Client.WORD, "D6", "Add the attribute width=\"…\": Word follows it, and reads no width in a style here."),
    WORD_MAX_WIDTH(WARNING, Client.WORD, "D6", "Put a ghost table with a width around it: <!--[if mso]><table role=\"presentation\" width=\"600\"><tr><td><![endif]-->."),
    WORD_BACKGROUND(NOTE, Client.WORD, "D6", "Add a VML rectangle with <v:fill> in <!--[if mso]> if the picture behind the text must be seen."),
    BACKGROUND_COLOR(WARNING, Client.OUTLOOK_AND_GMAIL, "D6", "Add bgcolor=\"…\" or background-color: where the picture does not load, the text stands on nothing."),
    CELL_SPACING(NOTE, Client.WORD, "D2", "Write cellpadding=\"0\" cellspacing=\"0\" border=\"0\" on layout tables."),
    GHOST_TABLES(WARNING, Client.WORD, "D6", "Close in <!--[if mso]> what you open there, in the same order."),
    WIDTH(WARNING, Client.ALL, "D6", "Keep the mail at 600 to 640 px; what is wider is cut or scrolls."),

    // For all readers (D7)
    TABLE_ROLE(WARNING, Client.READERS, "D7", "Write role=\"presentation\" on layout tables, or each cell is read out as data."),
    HEADING_MAIN(WARNING, Client.READERS, "D7", "Have exactly one <h1>."),
    HEADING_ORDER(WARNING, Client.READERS, "D7", "Do not skip a level of headings on the way down."),
    IMAGE_ALT(ERROR, Client.ALL, "D7", "Give the picture an alt text; alt=\"\" if it is decoration."),
    IMAGE_ALT_REPEATED(NOTE, Client.READERS, "D7", "Say of each picture what it shows; the same words for several tell nothing."),
    IMAGE_ALT_FILE_NAME(WARNING, Client.READERS, "D7", "Describe what the picture shows; a file name tells nothing."),
    CONTRAST(WARNING, Client.ALL, "D7", "Darken the text or lighten its background until the contrast is 4.5:1 (3:1 for 24 px, or 19 px bold)."),
    CONTRAST_DARK(WARNING, Client.DARK, "D8", "Set text and background for the dark in @media (prefers-color-scheme: dark) until the contrast is 4.5:1 (3:1 for large text)."),
    CONTRAST_INVERTED(WARNING, Client.INVERTING, "D8", "Choose colours that can still be read when a client turns light into dark by itself."),
    TEXT_SIZE(WARNING, Client.ALL, "D7", "Set text in at least 14 px."),
    TEXT_JUSTIFIED(NOTE, Client.ALL, "D7", "Leave the edge ragged: justified text without hyphenation has holes."),
    TOUCH_TARGET(NOTE, Client.ALL, "D7", "Make links that stand alone at least 44 px high (line-height and padding)."),
    DUPLICATE_ID(WARNING, Client.READERS, "D.3", "Give each element an id of its own."),
    EMPTY_MAIL(ERROR, Client.ALL, "D.3", "There is nothing to read in this mail."),
    PICTURES_ONLY(WARNING, Client.ALL, "D.3", "Write words, too: without pictures nothing is left, and filters take it for spam."),

    // Links (D11)
    LINK_EMPTY(ERROR, Client.ALL, "D11", "Give the link an address, or make it no link."),
    LINK_NOWHERE(ERROR, Client.ALL, "D11", "Replace # by the address."),
    LINK_ANCHOR(NOTE, List.of(new Client("Gmail", "iOS", ""), new Client("Yahoo", "", "")), "D11", "Do without links within the mail, or be content that they do nothing in some clients."),
    LINK_RELATIVE(ERROR, Client.ALL, "D11", "Write the whole address, beginning with https://."),
    LINK_SCHEME(ERROR, Client.ALL, "D11", "Link to https:, mailto: or tel: alone; clients block the rest."),
    LINK_INSECURE(WARNING, Client.ALL, "D11", "Link to https://."),
    LINK_MALFORMED(ERROR, Client.ALL, "D11", "Correct the address; spaces and quotes in it must be written %20 and %22."),
    LINK_PLACEHOLDER(WARNING, Client.ALL, "D.3", "Replace what was only meant to hold the place."),
    LINK_UNRESOLVED(ERROR, Client.ALL, "D.3", "A template's expression was left in the address; fill it, or mend the template."),
    TEXT_UNRESOLVED(ERROR, Client.ALL, "D.3", "A template's expression was left in the text; fill it, or mend the template."),
    LINK_TEL(WARNING, Client.ALL, "D11", "Write the number as it is dialled from abroad: tel:+44… with digits, hyphens and dots alone (RFC 3966)."),
    LINK_MAILTO(WARNING, Client.ALL, "D11", "Correct the address after mailto: (RFC 6068)."),
    LINK_TEXT(WARNING, Client.READERS, "D7", "Say in the link where it leads; links are read out in a list, without what stands around them."),
    LINK_WITHOUT_TEXT(WARNING, Client.READERS, "D7", "Put words into the link, or an alt text into its picture."),
    LINK_TEXT_REPEATED(WARNING, Client.READERS, "D7", "Give links that lead to different places different words."),
    LINK_HOST(WARNING, Client.ALL, "D11", "Show words, or the address to which it really leads: this is how phishing looks."),
    LINK_SHORTENER(WARNING, Client.ALL, "D.3", "Link to the page itself; shorteners are on many blocklists."),
    LINK_PERSONAL(WARNING, Client.ALL, "A38", "Keep e-mail addresses out of links: they end up in the logs of others."),

    // Pictures (A36, D6, D12)
    IMAGE_SIZE(WARNING, Client.ALL, "D6", "Write width and height as attributes, so that nothing jumps and Word does not show the file's own size."),
    IMAGE_WIDE(WARNING, Client.WORD, "D6", "Write the width at which it is shown, 640 at most; Word takes the attribute at its word."),
    IMAGE_INSECURE(WARNING, Client.ALL, "A36", "Serve pictures by https://; on a secure page others are not loaded."),
    IMAGE_DATA(ERROR, Client.GMAIL, "A36", "Serve the picture from a web address; data: is not shown."),
    IMAGE_SOURCE(ERROR, Client.ALL, "A36", "Write the whole https:// address of the picture."),
    IMAGE_CID(ERROR, Client.ALL, "A11", "Attach the picture under this Content-ID, or link to it."),
    IMAGE_BORDER(NOTE, Client.WORD, "D6", "Write border=\"0\" or border:0 on pictures in links, and display:block against gaps below them."),
    IMAGE_COUNT(NOTE, Client.ALL, "D.3", "Use fewer pictures; each is a request when the mail is opened."),
    TRACKING_PIXEL(NOTE, Client.ALL, "D12", "A picture of one pixel counts opens; say so to readers, or leave it out."),

    // Dangers (F7, D13)
    SCRIPT(ERROR, Client.ALL, "D13", "Remove it: clients remove scripts, servers may refuse the mail."),
    EVENT_HANDLER(ERROR, Client.ALL, "D13", "Remove the attribute: it is script."),
    FRAME(ERROR, Client.ALL, "D13", "Remove it and link to the page instead."),
    FORM(ERROR, Client.ALL, "D13", "Remove it and link to a page with the form."),
    BASE(ERROR, Client.ALL, "D13", "Remove <base> and write whole addresses."),
    REFRESH(ERROR, Client.ALL, "D13", "Remove the meta element: a mail must lead nowhere by itself."),
    CSS_SCRIPT(ERROR, Client.ALL, "F7", "Remove expression(), behavior and -moz-binding: they are script."),
    AUTOPLAY(WARNING, Client.ALL, "D13", "Link a still picture to the film; nothing should play by itself."),

    // Size and lines (A5, A6, A32)
    HTML_SIZE(ERROR, Client.GMAIL, "A32", "Shorten the mail to less than 100,000 bytes and leave the rest to the web: beyond 102,400 Gmail cuts it."),
    HTML_SIZE_NEAR(WARNING, Client.GMAIL, "A32", "Stay below 90,000 bytes: what is added on the way (links, personal parts) may pass Gmail's cut at 102,400."),
    HTML_LINE(WARNING, Client.SERVERS, "A6", "Break the line where there is a space: servers break what is longer than 998 bytes anywhere."),
    NESTING(WARNING, Client.WORD, "D6", "Nest fewer tables."),
    MARKUP_BULK(NOTE, Client.ALL, "D13", "Use fewer elements; old clients slow down."),

    // The line beside the subject (A33)
    PREHEADER(WARNING, Client.ALL, "A33", "Begin the body with a hidden line of 40 to 130 characters; it stands beside the subject."),
    PREHEADER_LENGTH(WARNING, Client.ALL, "A33", "Write 40 to 130 characters."),
    PREHEADER_PADDING(NOTE, Client.GMAIL, "A33", "Follow it with invisible characters (&#847;&zwnj;&nbsp;, forty times), or the text below runs into the line."),
    PREHEADER_WORDS(WARNING, Client.ALL, "A33", "Say what the mail brings; \"View in browser\" is no reason to open it."),

    // What every mail to a list must say (A35)
    UNSUBSCRIBE(ERROR, Client.ALL, "A35", "Add a visible link to unsubscribe."),
    UNSUBSCRIBE_CLIPPED(ERROR, Client.GMAIL, "A32", "Bring the link to unsubscribe before the cut at 102,400 bytes."),
    POSTAL_ADDRESS(ERROR, Client.ALL, "A35", "Add the postal address of the publisher, as the law demands."),
    POSTAL_ADDRESS_UNSURE(WARNING, Client.ALL, "A35", "Add the postal address of the publisher, with its postcode; none was recognised."),
    WEB_VERSION(WARNING, Client.ALL, "A35", "Add a link to the mail on the web."),
    REASON(NOTE, Client.ALL, "A35", "Say why the reader gets this mail."),

    // The plain text part (A35, D10)
    TEXT_MISSING(WARNING, Client.ALL, "A11", "Add a plain text part: filters expect it, and some read nothing else."),
    TEXT_ENTITIES(WARNING, Client.ALL, "D10", "Write the character itself; character references are not resolved in plain text."),
    TEXT_MARKUP(WARNING, Client.ALL, "D10", "Remove the tags; in plain text they are shown."),
    TEXT_LINE(WARNING, Client.ALL, "D10", "Break lines at 78 characters, but for addresses."),
    TEXT_LINKS(WARNING, Client.ALL, "D10", "Write the addresses of the links into the text, too."),
    TEXT_HOSTS(NOTE, Client.ALL, "D.3", "Name in the text every site that the HTML part links to."),
    TEXT_UNSUBSCRIBE(ERROR, Client.ALL, "A35", "Write the address to unsubscribe into the text, too."),
    TEXT_ADDRESS(ERROR, Client.ALL, "A35", "Write the postal address into the text, too."),
    TEXT_DIFFERENT(WARNING, Client.ALL, "D10", "Make both parts from the same stories: filters take parts that differ for spam."),
    TEXT_PADDING(WARNING, Client.ALL, "D10", "Remove invisible characters; terminals show them."),
    TEXT_STUB(WARNING, Client.ALL, "D10", "Write the mail as text, not a request to see it elsewhere."),

    // Header fields (A1 to A10, A15, A16, A22, A34, A38, F10)
    HEADER_MISSING(ERROR, Client.SERVERS, "A1", "Add the field (RFC 5322 section 3.6)."),
    HEADER_REPEATED(ERROR, Client.SERVERS, "A1", "Have the field once (RFC 5322 section 3.6)."),
    HEADER_EMPTY(WARNING, Client.SERVERS, "A1", "Fill the field or leave it out."),
    HEADER_MALFORMED(ERROR, Client.SERVERS, "A1", "Each line of the header is a name, a colon and a value, or begins with a space (RFC 5322 section 2.2)."),
    FROM_ADDRESS(ERROR, Client.SERVERS, "A2", "Write one mailbox: \"Name\" <name@domain> (RFC 5322 section 3.4)."),
    MESSAGE_ID(ERROR, Client.SERVERS, "A3", "Write <unique@your-domain> (RFC 5322 section 3.6.4)."),
    DATE(ERROR, Client.SERVERS, "A4", "Write the date in English and with a numeric zone, as in Tue, 24 Nov 2026 06:00:00 +0000 (RFC 5322 section 3.3)."),
    LINE_ENDS(ERROR, Client.SERVERS, "A5", "End each line with CR and LF, and have no lone CR, LF or NUL (RFC 5321 section 2.3.8)."),
    LINE_LENGTH(ERROR, Client.SERVERS, "A6", "Encode the body, or fold the field: a line has at most 998 bytes (RFC 5322 section 2.1.1)."),
    HEADER_LINE(NOTE, Client.SERVERS, "A6", "Fold the field at 78 characters where there is a space."),
    ENCODED_WORD(ERROR, Client.SERVERS, "A7", "Write encoded words of at most 75 characters, outside quotes and addresses, each of whole characters (RFC 2047)."),
    HEADER_NOT_ASCII(ERROR, Client.SERVERS, "A8", "Encode it (RFC 2047): not every server takes raw UTF-8 in a header."),
    MIME_PARAMETER(WARNING, Client.ALL, "A10", "Write filename*=UTF-8''… (RFC 2231) beside a plain filename; encoded words do not belong in parameters."),
    LIST_UNSUBSCRIBE(ERROR, Client.GMAIL, "A15", "Add List-Unsubscribe with one <https://…> (RFC 8058); Gmail and Yahoo demand it of mail to many."),
    LIST_UNSUBSCRIBE_POST(ERROR, Client.GMAIL, "A16", "Add List-Unsubscribe-Post: List-Unsubscribe=One-Click, exactly (RFC 8058)."),
    LIST_UNSUBSCRIBE_INSECURE(WARNING, Client.GMAIL, "A15", "Give List-Unsubscribe an https:// address (RFC 8058 section 3.1)."),
    LIST_ID(WARNING, Client.ALL, "A22", "Add one List-Id: \"Name\" <label.domain>, at most 255 characters (RFC 2919): readers filter by it."),
    CONTENT_LANGUAGE(WARNING, Client.ALL, "A34", "Let Content-Language say what lang of <html> says."),
    BCC(ERROR, Client.ALL, "A38", "Remove Bcc: it tells everybody who else gets the mail."),
    HEADER_PERSONAL(WARNING, Client.ALL, "A38", "Keep the reader's address out of other fields than To."),
    HEADER_BULK(WARNING, Client.GMAIL, "A37", "Shorten the header; servers refuse large ones."),
    HEADER_CONTROL(ERROR, Client.SERVERS, "F10", "Remove the control character: this is how header fields are smuggled in."),
    AUTO_SUBMITTED(NOTE, Client.SERVERS, "A24", "Write Auto-Submitted: auto-generated, so that no machine answers."),
    SUBJECT_LENGTH(NOTE, Client.ALL, "A33", "Put what matters into the first 50 characters; phones show no more."),

    // MIME (A11 to A14, A37)
    PART_ORDER(ERROR, Client.ALL, "A11", "Put the plain part first and the HTML last: clients show the last that they can."),
    PART_NESTING(ERROR, Client.ALL, "A11", "Put related into alternative: alternative(plain, related(html, pictures))."),
    RELATED_TYPE(NOTE, Client.ALL, "A11", "Write type=\"text/html\" on multipart/related (RFC 2387)."),
    BOUNDARY(ERROR, Client.SERVERS, "A12", "Choose a boundary of 1 to 70 letters, digits and '()+_,-./:=? that ends in no space (RFC 2046 section 5.1.1)."),
    BOUNDARY_IN_PART(ERROR, Client.ALL, "A12", "Choose another boundary: a part holds this one, or the last is not closed."),
    PART_CHARSET(WARNING, Client.ALL, "A13", "Declare charset=utf-8."),
    PART_ENCODING(WARNING, Client.SERVERS, "A13", "Encode as quoted-printable or base64; 8bit does not pass every server."),
    PART_BYTES(ERROR, Client.ALL, "A13", "Encode the part in the charset that it declares."),
    QUOTED_PRINTABLE(ERROR, Client.ALL, "A14", "Encode as RFC 2045 section 6.7 says: = as =3D, lines of at most 76, no space at their end."),
    BASE64(ERROR, Client.ALL, "A14", "Encode in lines of at most 76 characters of the alphabet of RFC 2045 section 6.8."),
    MESSAGE_SIZE(WARNING, Client.SERVERS, "A37", "Keep the whole message below 5 MB."),
    INLINE_BULK(WARNING, Client.ALL, "D12", "Keep pictures in the mail below 1 MB together."),

    /** Support of HTML, CSS and picture formats; its ids go on with the feature, its verdicts come from {@link Weight}. */
    SUPPORT(WARNING, Client.ALL, "D.1", "Use what all chosen clients know, or something that stands in for it.");

    private final Verdict verdict;
    private final List<Client> clients;
    private final String requirement;
    private final String remedy;

    Rule(Verdict verdict, List<Client> clients, String requirement, String remedy) {
        this.verdict = verdict;
        this.clients = clients;
        this.requirement = requirement;
        this.remedy = remedy;
    }

    /** For instance {@code image-alt}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Verdict verdict() {
        return verdict;
    }

    /** Whom it hurts; empty: everybody. */
    public List<Client> clients() {
        return clients;
    }

    /** Row of the requirement sheet. */
    public String requirement() {
        return requirement;
    }

    public String remedy() {
        return remedy;
    }
}
