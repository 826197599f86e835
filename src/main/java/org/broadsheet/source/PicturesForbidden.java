package org.broadsheet.source;

/** The operator learned that pictures of this source may not be copied. */
public record PicturesForbidden(long sourceId) {
}
