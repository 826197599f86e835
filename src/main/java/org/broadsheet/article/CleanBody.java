package org.broadsheet.article;

/**
 * What is left of HTML from outside.
 *
 * @param html of the allow-list, "" if nothing is left
 * @param cut  whether the end is missing because there was more than we keep; then it ends with a block or, within the first one, with a word
 */
record CleanBody(String html, boolean cut) {

    static final CleanBody EMPTY = new CleanBody("", false);
}
