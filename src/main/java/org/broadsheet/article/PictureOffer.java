package org.broadsheet.article;

/** A picture that an article came with, not fetched yet. All text may be "". */
record PictureOffer(String url, String alt, String caption, String credit) {
}
