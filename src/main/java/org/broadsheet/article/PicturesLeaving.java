package org.broadsheet.article;

import java.util.Collection;
import java.util.Set;

/**
 * Pictures that no article has used for a while, about to be removed. Whoever else shows one says so.
 *
 * @param hashes those that nobody has kept so far
 */
public record PicturesLeaving(Set<String> hashes) {

    /** These are still shown. */
    public void keep(Collection<String> shown) {
        hashes.removeAll(shown);
    }
}
