package org.broadsheet.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

import org.junit.jupiter.api.Test;

/** Newsletters become articles, and nothing in them belongs to their one subscriber any more. */
class NewsletterReaderTest {

    private static final String ADDRESS = "news+abcd2345efgh6723@paper.example";
    private static final String OWN = "https://paper.example/pen/letters/";
    private static final String HEAD = "From: =?utf-8?q?Quay_N=C3=A9ws?= <ada@quay.example>\nTo: <" + ADDRESS + ">\nSubject: Ships are asked to slow down\nDate: Mon, 2 Mar 2026 07:30:00 +0100\n"
            + "Message-ID: <issue-7@quay.example>\nList-Unsubscribe: <https://quay.example/u/9f8e7d6c5b4a39281706>,\n <mailto:leave-9f8e7d6c5b4a39281706@quay.example>\n";

    @Test
    void aMailBecomesAnArticle() {
        var article = article(HEAD + "Content-Type: text/html; charset=utf-8\nContent-Language: en-GB\n\n<html><body><p>The harbour pays for patience.</p></body></html>");
        var entry = article.entry();
        assertThat(entry.guid()).isEqualTo("issue-7@quay.example");
        assertThat(entry.title()).isEqualTo("Ships are asked to slow down");
        assertThat(entry.author()).isEqualTo("Quay Néws");
        assertThat(entry.publishedAt()).contains(Instant.parse("2026-03-02T06:30:00Z"));
        assertThat(entry.language()).isEqualTo("en-GB");
        assertThat(entry.contentHtml()).contains("The harbour pays for patience.");
        assertThat(entry.url()).startsWith(OWN).hasSize(OWN.length() + 32);
        assertThat(article.document().title()).isEqualTo("Quay Néws");
    }

    @Test
    void theWayOutAndAllThatNamesTheSubscriberIsLeftOut() {
        var html = article(HEAD + "Content-Type: text/html; charset=utf-8\n\n" + """
                <html><head><title>x</title><style>p{color:red}</style></head><body>
                <div style="display:none">Hidden teaser for mail clients</div>
                <table role="presentation"><tr><td><a href="https://quay.example/archive/7?e=9f8e7d6c5b4a39281706">View this email in your browser</a></td></tr>
                <tr><td><h1>Ships slow down</h1><p>The harbour has asked ships to slow down before they arrive, and pays them for the hours that they lose at sea. Captains were
                wary at first. After a year most of them have come round to the idea, since less fuel is burnt and nobody waits at anchor for days any more.</p>
                <p>Read <a href="https://quay.example/story?utm_source=mail&id=12&email=news%2Babcd2345efgh6723@paper.example">the story</a>,
                <a href="https://click.mail.example/ls/click?upn=AbCdEf0123456789AbCdEf0123456789">a counted link</a> or
                <a href="https://x.awstrack.me/L0/https:%2F%2Fports.example%2Frules%3Fa=1/1/0102018f-aaaa-bbbb-cccc-1234567890ab-000000/abc=123">the rules</a>.</p>
                <p>Our colleagues explain <a href="https://quay.example/unsubscribe/9f8e7d6c5b4a39281706">how</a> it works in a text that goes on for a while, because it is part of the story
                and it would be a pity to lose it for a link.</p></td></tr>
                <tr><td><p>You get this because news+abcd2345efgh6723@paper.example signed up.<br>
                <a href="https://quay.example/u/9f8e7d6c5b4a39281706">Unsubscribe</a> · <a href="https://quay.example/p/9f8e7d6c5b4a39281706">Update your preferences</a></p></td></tr></table>
                <img src="https://quay.example/open.gif?u=9f8e7d6c5b4a39281706" width="1" height="1"><img src="https://cdn.quay.example/pier.jpg?e=1" srcset="https://t.quay.example/x/9f8e7d6c5b4a39281706 2x" data-src="https://t.quay.example/x/9f8e7d6c5b4a39281706" width="600">
                </body></html>""");
        assertThat(html.entry().contentHtml()).contains("Captains were", "part of the story", "href=\"https://quay.example/story?utm_source=mail&amp;id=12\"", "a counted link",
                "href=\"https://ports.example/rules?a=1\"", "src=\"https://cdn.quay.example/pier.jpg\"")
                .doesNotContain("9f8e7d6c", "abcd2345", "nsubscribe", "preferences", "click.mail", "awstrack", "Hidden teaser", "open.gif", "<table", "in your browser", "color:red", "srcset", "data-src");
        assertThat(html.entry().url()).isEqualTo("https://quay.example/archive/7");
    }

    @Test
    void aMailOfNothingButTablesTakesNoLongerThanOthers() {
        for (var part : new String[] {"<table><tr><td>", "<table><tbody><tr><td>x</table>", "<table border=1><tr><td>x</table>"}) {
            var mail = HEAD + "Content-Type: text/html; charset=utf-8\n\n" + part.repeat(1_000_000 / part.length());
            assertThat(CpuTime.of(() -> read(mail))).as(part).isLessThan(Duration.ofSeconds(8));
        }
    }

    @Test
    void footersAreKnownInOtherLanguages() {
        for (var words : new String[] {"Newsletter abbestellen", "Se désabonner", "Darse de baja", "Annulla l’iscrizione".replace('’', '\''), "Afmelden", "Отписаться", "配信停止", "退订"}) {
            var html = article(HEAD.replaceAll("List-Unsubscribe:.*\n.*\n", "") + "Content-Type: text/html; charset=utf-8\n\n<div><p>" + "Ein langer Text über Häfen und Züge. ".repeat(9)
                    + "</p><p>Footer <a href='https://quay.example/x/1'>" + words + "</a></p></div>").entry().contentHtml();
            assertThat(html).describedAs(words).contains("Häfen").doesNotContain("/x/1").doesNotContain("Footer");
        }
    }

    @Test
    void flowedTextBecomesParagraphs() {
        var html = article(HEAD + "Content-Type: text/plain; charset=utf-8; format=flowed\n\nThe harbour pays \nfor patience.\n\nSee <https://ports.example/rules>, it says <more>.\n\n"
                + "View it in your browser: https://quay.example/i/7?token=abc\n\nTo unsubscribe go to https://quay.example/u/9f8e7d6c5b4a39281706\n-- \nQuay News\n").entry();
        assertThat(html.contentHtml()).isEqualTo("<p>The harbour pays for patience.</p>\n"
                + "<p>See <a href=\"https://ports.example/rules\">https://ports.example/rules</a>, it says &lt;more&gt;.</p>");
        assertThat(html.url()).isEqualTo("https://quay.example/i/7");
    }

    @Test
    void textThatWasBrokenAtAMarginIsJoined() {
        assertThat(article(HEAD + "\nThe harbour has asked ships to slow down before they arrive,\nand pays them.\n\n* one\n* two\n").entry().contentHtml())
                .isEqualTo("<p>The harbour has asked ships to slow down before they arrive, and pays them.</p>\n<p>* one<br>* two</p>");
    }

    @Test
    void htmlIsPreferredAndTextIsReadInItsCharset() {
        var mail = HEAD + "Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain; charset=iso-8859-1\n\nText: Häfen\n--b\n"
                + "Content-Type: text/html; charset=iso-8859-1\nContent-Transfer-Encoding: 8bit\n\n<p>HTML: Häfen</p>\n--b--\n";
        assertThat(((Newsletter.Article) NewsletterReader.read(mail.getBytes(StandardCharsets.ISO_8859_1), destination())).entry().contentHtml()).contains("HTML: Häfen").doesNotContain("Text:");
        var japanese = HEAD + "Content-Type: text/plain; charset=iso-2022-jp\n\n港は忍耐に報いる";
        assertThat(((Newsletter.Article) NewsletterReader.read(japanese.getBytes(Charset.forName("ISO-2022-JP")), destination())).entry().contentHtml()).contains("港は忍耐に報いる");
    }

    @Test
    void picturesComeFromTheMailItself() {
        var picture = Base64.getMimeEncoder().encodeToString(new byte[] {1, 2, 3});
        var article = article(HEAD + "Content-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>Look</p><img src=\"cid:pier@quay\">\n--b\nContent-Type: image/jpeg\n"
                + "Content-ID: <pier@quay>\nContent-Transfer-Encoding: base64\n\n" + picture + "\n--b\nContent-Type: application/pdf; name=a.pdf\nContent-Disposition: attachment\n\nx\n--b--\n");
        assertThat(article.pictures()).singleElement().isEqualTo(new byte[] {1, 2, 3});
        assertThat(article.entry().contentHtml()).doesNotContain("cid:");
        assertThat(article.document().problems()).extracting(FeedProblem::code).containsExactly("attachments");
    }

    @Test
    void addressesOnTheWebAreTakenOnlyWhereTheyAreForEverybody() {
        assertThat(article(HEAD + "Archived-At: <https://lists.quay.example/arch/7>\n\nx").entry().url()).isEqualTo("https://lists.quay.example/arch/7");
        assertThat(article(HEAD + "Content-Type: text/html\n\n<p>Long enough a text to be one.</p><a href='https://quay.example/p/slow-ships?token=eyJhbGciOiJIUzI1NiJ9.eyJ1Ijo3fQ.x&s=r'>Read online</a>")
                .entry().url()).isEqualTo("https://quay.example/p/slow-ships");
        for (var personal : new String[] {"https://quay.example/v/9f8e7d6c5b4a39281706", "https://t.quay.example/track/click?x=1", "https://quay.example/v/AbCdEf0123456789AbCdEf0123456789xyz",
                "https://quay.example/v/" + ADDRESS}) {
            assertThat(article(HEAD + "Content-Type: text/html\n\n<p>Text</p><a href='" + personal + "'>View in browser</a>").entry().url()).describedAs(personal).startsWith(OWN);
        }
    }

    @Test
    void aRequestToConfirmGoesToTheOperator() {
        var refused = (Newsletter.Refused) read("From: Quay <ada@quay.example>\nTo: " + ADDRESS + "\nSubject: Please confirm your subscription\nMessage-ID: <c@quay>\nContent-Type: text/html\n\n"
                + "<p>Hello, <a href='https://quay.example/'>Quay</a> here.</p><a href='https://quay.example/optin/Zx81'>Yes, subscribe me</a> <a href='https://quay.example/confirm?t=1'>Confirm</a>");
        assertThat(refused.problem().code()).isEqualTo("confirmation");
        assertThat(refused.problem().message()).contains("Please confirm your subscription").contains("open https://quay.example/optin/Zx81");
        assertThat(read("From: a@b.example\nSubject: Bitte bestätigen Sie Ihre Anmeldung\nContent-Type: text/plain; charset=utf-8\n\nHier: https://b.example/bestaetigen/1\n"))
                .isInstanceOf(Newsletter.Refused.class);
        assertThat(read(HEAD + "Content-Type: text/html\n\n<p>How to verify your e-mail addresses: <a href='https://quay.example/verify-lists'>our guide</a></p>")).isInstanceOf(Newsletter.Article.class);
        assertThat(read(HEAD.replace("Ships are asked to slow down", "Ministers confirm ship speeds") + "\nNo link to confirm here.")).isInstanceOf(Newsletter.Article.class);
    }

    @Test
    void mailsOfOurOwnAndAutomaticAnswersAreNotTaken() {
        assertThat(code(HEAD.replace("https://quay.example/u/", "https://paper.example/unsubscribe/") + "\nx")).isEqualTo("loop");
        assertThat(code("From: a@b.example\nSubject: Out of office\nAuto-Submitted: auto-replied\n\nx")).isEqualTo("automatic");
        assertThat(code("From: a@b.example\nSubject: Undelivered\nReturn-Path: <>\nContent-Type: multipart/report; boundary=b\n\n--b\n\nx\n--b--\n")).isEqualTo("automatic");
        assertThat(code("not a mail at all")).isEqualTo("not-a-message");
        assertThat(read(HEAD + "Auto-Submitted: auto-generated\n\nA list may say so.")).isInstanceOf(Newsletter.Article.class);
    }

    @Test
    void headersThatAreBrokenAreReadAllTheSame() {
        var entry = article("From: \"News, Quay\" (daily) <ada@quay.example>\nSubject: =?utf-8?b?SMOk?= =?utf-8?b?ZmVu?= =?iso-8859-1?q?_im_M=E4rz?= <b>\nReceived: from x by y;\n Mon, 2 Mar 2026 06:30:00 +0000\n\nx").entry();
        assertThat(entry.title()).isEqualTo("Häfen im März &lt;b>");
        assertThat(entry.author()).isEqualTo("News, Quay");
        assertThat(entry.publishedAt()).contains(Instant.parse("2026-03-02T06:30:00Z"));
        assertThat(entry.guid()).startsWith("sha256:");
        assertThat(NewsletterReader.recipients("To: Group: a@b.example, \"x@y\" <C@D.example>;\nDelivered-To: e@f.example\n\n".getBytes(StandardCharsets.US_ASCII)))
                .containsExactly("a@b.example", "c@d.example", "e@f.example");
    }

    @Test
    void whatIsNestedWithoutEndIsReadInTimeAndMemory() {
        var deep = new StringBuilder(HEAD).append("Content-Type: multipart/mixed; boundary=b0\n\n");
        for (var level = 0; level < 20_000; level++) {
            deep.append("--b").append(level).append("\nContent-Type: multipart/mixed; boundary=b").append(level + 1).append("\n\n");
        }
        var wide = HEAD + "Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n\nx\n".repeat(50_000);
        var spaces = HEAD + "X: " + "=?utf-8?q?a?= ".repeat(20_000) + "\nContent-Type: text/html\n\n" + "<div>".repeat(20_000) + "x";
        var links = HEAD + "Content-Type: text/html\n\n<p>" + "<a href='https://quay.example/unsubscribe?x=1'>View in browser to unsubscribe</a> ".repeat(60_000);
        var lines = HEAD + "\n" + "a line that is long enough to have been broken at a margin, as it seems\n".repeat(100_000);
        var opaque = HEAD + "Content-Type: text/html\n\n" + ("<a href='https://quay.example/" + "aB3".repeat(600) + "'>x</a>").repeat(4000);
        for (var mail : new String[] {deep.toString(), wide, spaces, links, lines, opaque}) {
            org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> assertThat(read(mail)).isNotNull());
        }
    }

    private static String code(String mail) {
        return ((Newsletter.Refused) read(mail)).problem().code();
    }

    private static Newsletter.Article article(String mail) {
        return (Newsletter.Article) read(mail);
    }

    private static Newsletter read(String mail) {
        return NewsletterReader.read(mail.getBytes(StandardCharsets.UTF_8), destination());
    }

    private static NewsletterReader.Destination destination() {
        return new NewsletterReader.Destination("https://paper.example", "pen", 7, ADDRESS);
    }
}
