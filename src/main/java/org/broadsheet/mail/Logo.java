package org.broadsheet.mail;

/**
 * The picture that stands for a publication's name.
 *
 * @param url     absolute
 * @param darkUrl another for dark paper, "" if the first serves there too
 * @param width   as it is shown, in CSS pixels, at most 576
 * @param height  likewise
 * @param alt     what it says; never empty, since it stands for the name
 */
public record Logo(String url, String darkUrl, int width, int height, String alt) {
}
