package org.broadsheet.mail.lint;

import java.util.List;

/**
 * What the sender of a mail knows that it must say (A35). Without it the linter looks for what usually stands for it.
 *
 * @param unsubscribeUrl as it stands in a link; "" if unknown
 * @param webUrl         of the same edition on the web; "" if unknown
 * @param postalAddress  its lines; empty if unknown
 */
public record Promised(String unsubscribeUrl, String webUrl, List<String> postalAddress) {

    static final Promised UNKNOWN = new Promised("", "", List.of());

    public Promised {
        postalAddress = List.copyOf(postalAddress);
    }
}
