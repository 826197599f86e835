package org.broadsheet.article;

import org.jsoup.Jsoup;

/** Links and pictures in HTML that was found elsewhere than at the article's own address. */
final class RelativeLinks {

    private RelativeLinks() {
    }

    /** The HTML with references resolved against {@code base}; unchanged if that is where the article is anyway. */
    static String resolved(String html, String base, String address) {
        if (base.isEmpty() || base.equals(address) || html.isBlank()) {
            return html;
        }
        var body = Jsoup.parseBodyFragment(html, base);
        body.outputSettings().prettyPrint(false);
        for (var attribute : new String[] {"href", "src", "poster"}) {
            for (var element : body.select("[" + attribute + "]")) {
                var absolute = element.absUrl(attribute);
                if (!absolute.isEmpty()) {
                    element.attr(attribute, absolute);
                }
            }
        }
        return body.body().html();
    }
}
