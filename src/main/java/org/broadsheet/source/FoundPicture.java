package org.broadsheet.source;

/**
 * A picture that a feed names for an entry. All text may be ""; sizes are 0 if unknown.
 *
 * @param worth how likely it is the article's own large picture: more is better
 */
public record FoundPicture(String url, int width, int height, String alt, String caption, String credit, int worth) {
}
