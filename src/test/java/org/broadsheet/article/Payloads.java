package org.broadsheet.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.broadsheet.testsupport.Corpora;

/** What people have thought of to make a page run what it should only show: the corpora, our own, and mixtures of both from a seed. */
final class Payloads {

    private static final List<String> OWN = List.of(
            "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=hit()&gt;\">",
            "<svg><style><img src=x onerror=hit()></style></svg>", "<svg></p><style><a id=\"</style><img src=1 onerror=hit()>\">",
            "<form><math><mtext></form><form><mglyph><style></math><img src onerror=hit()>", "<math><annotation-xml encoding=\"text/html\"><script>hit()</script></annotation-xml></math>",
            "<svg><foreignObject><p><style><!--</style><img src=x onerror=hit()>--></p></foreignObject></svg>", "<svg><title><style><img src=x onerror=hit()></style></title></svg>",
            "<noscript><p title=\"</noscript><img src=x onerror=hit()>\">", "<noscript><style></noscript><img src=x onerror=hit()></style>",
            "<template><script>hit()</script></template>", "<template shadowrootmode=open><img src=x onerror=hit()></template>", "<div><template><p></template><img src=x onerror=hit()></div>",
            "<table><td><a href=javascript:hit()>x</table><img src=x onerror=hit()>", "<table><caption><svg><table><tr><img src=x onerror=hit()>",
            "<select><template><style><!--</style><a rel=\"--></style></template></select><img id=x src onerror=hit()>\">",
            "<!--><img src=x onerror=hit()>-->", "<!---><img src=x onerror=hit()>-->", "<!--x--!><img src=x onerror=hit()>-->", "<![CDATA[><img src=x onerror=hit()>]]>", "<?x ><img src=x onerror=hit()>?>",
            "<a href=\"&#106avascript:hit()\">x</a>", "<a href=\"&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74&#x3A&#x68&#x69&#x74&#x28&#x29\">x</a>", "<a href=\"java&Tab;script&colon;hit&lpar;&rpar;\">x</a>",
            "<a href=\"jav\u0000ascript:hit()\">x</a>", "<a href=\"\u0001javascript:hit()\">x</a>", "<a href=\"\u00A0javascript:hit()\">x</a>", "<a href=\"java\nscript:hit()\">x</a>", "<a href=\" &#14; javascript:hit()\">x</a>",
            "<scr\u0000ipt>hit()</scr\u0000ipt>", "<img src=x on\u0000error=hit()>", "<img/src=x/onerror=hit()>", "<img src=x onerror\u000C=hit()>", "<img src=`x`onerror=hit()>",
            "+ADw-script+AD4-hit()+ADw-/script+AD4-", "<meta http-equiv=content-type content=\"text/html; charset=utf-7\">+ADw-script+AD4-hit()+ADw-/script+AD4-",
            "<xmp><p title=\"</xmp><img src=x onerror=hit()>\">", "<textarea><p title=\"</textarea><img src=x onerror=hit()>\">", "<title><p title=\"</title><img src=x onerror=hit()>\">",
            "<plaintext><img src=x onerror=hit()>", "<listing>&lt;img src=x onerror=hit()&gt;</listing>", "<noembed><p title=\"</noembed><img src=x onerror=hit()>\">", "<iframe><p title=\"</iframe><img src=x onerror=hit()>\"></iframe>",
            "<iframe srcdoc=\"<script>parent.hit()</script>\"></iframe>", "<iframe src=javascript:parent.hit()></iframe>", "<object data=\"data:text/html,<script>parent.hit()</script>\"></object>", "<embed src=javascript:hit()>",
            "<a href=\"data:text/html;base64,PHNjcmlwdD5oaXQoKTwvc2NyaXB0Pg==\">x</a>", "<img src=\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='hit()'/>\">",
            "<p style=\"background:url(javascript:hit())\">x</p>", "<p style=\"width:expression(hit())\">x</p>", "<style>@import 'https://canary.example/x.css';*{background:url(https://canary.example/y)}</style>",
            "<p style=\"background:url(https://canary.example/z);position:fixed;inset:0\">x</p>", "<link rel=stylesheet href=https://canary.example/a.css>", "<base href=https://canary.example/><a href=x>x</a>",
            "<meta http-equiv=refresh content=\"0;url=javascript:hit()\">", "<form action=javascript:hit()><input type=submit autofocus onfocus=hit()></form>", "<input autofocus onfocus=hit()>",
            "<button formaction=javascript:hit()>x</button>", "<details open ontoggle=hit()>x</details>", "<video><source onerror=hit()></video>", "<audio src=x onerror=hit()></audio>", "<body onload=hit()>", "<svg onload=hit()>",
            "<svg><animate onbegin=hit() attributeName=x dur=1s></svg>", "<svg><a xlink:href=javascript:hit()><text y=20>x</text></a></svg>", "<math href=javascript:hit()>x</math>", "<marquee onstart=hit()>x</marquee>",
            "<form id=document><input name=cookie></form><img name=getElementById><a id=location href=x>", "<a id=a><a id=a name=b href=\"clobber:x\">", "<img name=body src=x><form name=head><input id=attributes></form>",
            "<a target=_blank rel=opener href=https://canary.example/>x</a>", "<p lang=\"&quot;><img src=x onerror=hit()>\">x</p>", "<p dir='\"><img src=x onerror=hit()>'>x</p>", "<img alt=\"&lt;/p&gt;&lt;script&gt;hit()&lt;/script&gt;\" src=/x.jpg>",
            "<img alt=\"`><script>hit()</script>\" src=/x.jpg>", "<abbr title=\"</abbr><script>hit()</script>\">x</abbr>", "<a href=\"https://x.example/&quot;><img src=x onerror=hit()>\">x</a>",
            "<b><p><i></b><img src=x onerror=hit()></i>", "<p><table><p><svg><desc><p><style><img src=x onerror=hit()>", "<ruby><rt><svg><script>hit()</script></rt></ruby>", "<bdo dir=\"rtl\"><script>hit()</script></bdo>",
            "<iframe src=\"https://www.youtube.com/embed/abcDEF12345\" title=\"&lt;img src=x onerror=hit()&gt;\"></iframe>", "<iframe src=\"https://w.soundcloud.com/player/?url=javascript:hit()\"></iframe>",
            "<iframe src=\"https://www.facebook.com/plugins/video.php?href=javascript%3Ahit()\"></iframe>", "<video src=javascript:hit() title=x></video>", "<div data-bg=\"javascript:hit()\"></div>", "<img data-src=\"javascript:hit()\" src=x>",
            "<div style=\"background-image:url(&quot;javascript:hit()&quot;)\"></div>", "<noscript><img src=\"javascript:hit()\" onerror=hit()></noscript>", "<picture><source srcset=\"javascript:hit() 2x\"><img></picture>",
            "<div xml:base=\"javascript:hit()//\"><a href=x>x</a></div>", "<pre>\n\n<img src=x onerror=hit()></pre>", "<a href=\"https://www.google.com/url?q=javascript:hit()//aaaaaaaaaa\">x</a>");
    private static final List<String> PARTS = List.of("<svg>", "</svg>", "<math>", "</math>", "<mtext>", "<mglyph>", "<style>", "</style>", "<!--", "-->", "--!>", "<table>", "<td>", "</table>", "<template>", "</template>",
            "<noscript>", "</noscript>", "<p>", "</p>", "<a href=\"javascript:hit()\">", "</a>", "<img src=x onerror=hit()>", "<script>hit()</script>", "<title>", "</title>", "<textarea>", "<select>", "<option>", "<form>", "<b>", "<i>",
            "<foreignObject>", "<desc>", "<annotation-xml encoding=text/html>", "<p title=\"", "\">", "'", "`", "\u0000", "&#106;", "&lt;", "&quot", "&amp;lt;", "<![CDATA[", "]]>", "<iframe>", "</iframe>", "<ruby>", "<rt>", "<pre>", "\n",
            "<br><br>", "<h1>", "<li>", "<caption>", "<div style=\"background:url(", ")\">", "<frameset>", "<plaintext>", "<image src=x onerror=hit()>", "<isindex>", "<font color=x>", "<blockquote>", "x");

    private Payloads() {
    }

    static List<String> own() {
        return OWN;
    }

    /** Ours and, where they are, those of the corpora. */
    static List<String> corpora() {
        var folder = Corpora.folder("xss");
        return Stream.concat(Corpora.rows(folder.resolve("dompurify.json")).map(row -> row.path("payload").asText()),
                Corpora.rows(folder.resolve("bluemonday.json")).map(row -> row.path("in").asText())).toList();
    }

    /** Parts in any order, and ours spliced into each other. */
    static List<String> mixed(int count, long seed) {
        var random = new Random(seed);
        var mixed = new ArrayList<String>();
        while (mixed.size() < count) {
            var text = new StringBuilder();
            for (var part = 3 + random.nextInt(14); part > 0; part--) {
                text.append(PARTS.get(random.nextInt(PARTS.size())));
            }
            var own = OWN.get(random.nextInt(OWN.size()));
            mixed.add(random.nextBoolean() ? text.toString() : text.insert(random.nextInt(text.length() + 1), own).substring(random.nextInt(3)));
        }
        return mixed;
    }

    /** How many mixtures: a sample, or in the full suites many. */
    static int sample(int few, int many) {
        return Boolean.getBoolean("suites.full") ? many : few;
    }
}
