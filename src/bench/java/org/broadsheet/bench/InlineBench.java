package org.broadsheet.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.UnaryOperator;

import org.broadsheet.mail.css.CssInliner;
import org.broadsheet.mail.css.InlinerOption;
import org.jsoup.Jsoup;

/** Styles of an edition of 20 stories moved into its elements, beside a bare jsoup parse and serialise of the same document in the same run. */
public final class InlineBench {

    /** Of this thread alone, since machines that measure do other work, too. */
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
    private static final int STORIES = 20;
    private static final int RULES = 150;
    private static final int WARM_UP = 600;
    private static final int ROUNDS = 301;

    private InlineBench() {
    }

    public static void main(String[] arguments) {
        var edition = edition();
        var warm = new CssInliner(InlinerOption.values());
        System.out.printf("an edition of %d stories: %d bytes with %d rules; median and 90th percentile of %d rounds, CPU time%n", STORIES,
                edition.getBytes(StandardCharsets.UTF_8).length, RULES, ROUNDS);
        var bare = measured("jsoup, parse and serialise", edition, html -> Jsoup.parse(html).outerHtml());
        var ours = measured("inlined, sheets known", edition, warm::inline);
        measured("inlined, sheets parsed anew", edition, html -> new CssInliner(InlinerOption.values()).inline(html));
        System.out.printf("  ratio %.2f of bare jsoup; %d bytes out%n", ours / bare, warm.inline(edition).getBytes(StandardCharsets.UTF_8).length);
    }

    private static double measured(String name, String html, UnaryOperator<String> way) {
        var milliseconds = new double[ROUNDS];
        var length = 0L;
        for (var round = -WARM_UP; round < ROUNDS; round++) {
            var began = CLOCK.getCurrentThreadCpuTime();
            length += way.apply(html).length();
            if (round >= 0) {
                milliseconds[round] = (CLOCK.getCurrentThreadCpuTime() - began) / 1e6;
            }
        }
        Arrays.sort(milliseconds);
        System.out.printf("  %-28s %6.2f ms, %6.2f ms  (%d characters each)%n", name, milliseconds[ROUNDS / 2], milliseconds[ROUNDS * 9 / 10], length / (ROUNDS + WARM_UP));
        return milliseconds[ROUNDS / 2];
    }

    /** As a theme makes it: layout tables, few classes, a rule for each kind of thing, and as many again that this edition has no use for. */
    private static String edition() {
        var body = new StringBuilder();
        for (var story = 0; story < STORIES; story++) {
            body.append("""
                    <!--[if mso]><table role="presentation" width="600"><tr><td><![endif]-->
                    <table role="presentation" class="story s%1$d" width="100%%"><tr><td class="text"><p class="kicker">Section %1$d</p>
                    <h2 class="headline"><a href="https://paper.example/story/%1$d">A headline of some length about what happened yesterday in town %1$d</a></h2>
                    <p class="byline"><span class="name">By a reporter</span> <span class="time">at %1$d past ten</span></p>
                    <p class="summary">The council decided on Tuesday that the bridge, closed since the flood, will be opened again in spring. Engineers warned that the work
                    could take longer &mdash; and cost more &mdash; than the mayor had said, but no member voted against it. Shops on both banks hope for the best; a ferry will run until then, every half hour and
                    free of charge for those who live on the island, from six in the morning until the last train has come in. The ministry pays for two thirds, the town for the
                    rest, and nobody would say who pays if it is late. A first report is due before the end of the year; the second one will be read in public.</p>
                    <p class="more"><a class="button" href="https://paper.example/story/%1$d#more">Read on</a></p></td>
                    <td class="picture" width="176"><a href="https://paper.example/story/%1$d"><img src="https://paper.example/picture/%1$d.jpg" alt="The bridge" width="176" height="117"></a></td></tr></table>
                    <!--[if mso]></td></tr></table><![endif]-->
                    """.formatted(story));
        }
        return "<!doctype html>\n<html lang=\"en\" dir=\"ltr\">\n<head><meta charset=\"utf-8\"><title>The Paper</title>\n<style>" + sheet() + "</style>\n<style data-embed>[data-ogsc] a{color:#fff}</style></head>\n"
                + "<body class=\"paper\">\n" + body + "</body>\n</html>\n";
    }

    private static String sheet() {
        var css = new StringBuilder("""
                :root{--ink:#1a1a1a;--accent:#8a1c1c}
                body{margin:0;padding:0;background:#ffffff;color:var(--ink);font-family:Georgia,'Times New Roman',serif}
                table{border-collapse:collapse;mso-table-lspace:0pt;mso-table-rspace:0pt} td{vertical-align:top} img{display:block;border:0}
                p{margin:0 0 12px;font-size:17px;line-height:26px} h2{margin:0 0 8px;font-size:24px;line-height:30px} a{color:var(--accent)} h2 a{color:var(--ink);text-decoration:none}
                .story{width:100%;border-top:1px solid #cccccc} .story td.text{padding:16px 0} .story>tbody>tr>td.picture{padding:16px 0 16px 16px;width:176px}
                .kicker{font-size:14px;letter-spacing:1px;text-transform:uppercase;color:var(--accent)} .byline .name{font-weight:bold} .byline .time{color:#666666}
                p.more{margin-bottom:0} a.button{display:inline-block;padding:10px 20px;background:var(--accent);color:#ffffff} a.button:hover{color:#eeeeee}
                @media (max-width:600px){.picture{display:block;width:100%} .story td{padding:8px 0}} @media (prefers-color-scheme:dark){:root{--ink:#eeeeee}body{background:#111111}}
                """);
        for (var rule = 22; rule < RULES; rule++) {
            css.append((switch (rule % 4) {
                case 0 -> ".s%d .headline{font-size:28px;line-height:34px}%n";
                case 1 -> ".module-%d td>p:first-child{margin:0;color:#333333}%n";
                case 2 -> "td.col-%d{padding:0 8px;width:50%%}%n";
                default -> "#block-%d a,h3.k%<d+p{color:#444444;font-size:15px}%n";
            }).formatted(rule));
        }
        return css.toString();
    }
}
