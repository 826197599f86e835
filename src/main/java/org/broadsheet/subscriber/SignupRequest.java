package org.broadsheet.subscriber;

import java.time.ZoneId;
import java.util.List;

import org.broadsheet.mail.MailAddress;

/**
 * What somebody asked for in a form.
 *
 * @param wording       the exact words above the button
 * @param clientAddress as far as known; "" if not
 */
public record SignupRequest(MailAddress address, String name, ZoneId timeZone, String language, List<String> sections, String wording,
        String clientAddress) {
}
