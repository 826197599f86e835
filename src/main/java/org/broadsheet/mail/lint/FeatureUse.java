package org.broadsheet.mail.lint;

import org.jsoup.nodes.Element;

/**
 * That a page uses a feature.
 *
 * @param element   whose place it is
 * @param offset    in the HTML part
 * @param times     how often it is used, without what is covered
 * @param covered   how often something stands in for it: an earlier declaration, a fallback within the element, or a rule that only adds to what
 *                  holds without it
 */
record FeatureUse(String slug, Element element, int offset, int times, int covered) {

    FeatureUse and(FeatureUse more) {
        var first = times > 0 || more.times == 0 ? this : more;
        return new FeatureUse(slug, first.element, first.offset, times + more.times, covered + more.covered);
    }
}
