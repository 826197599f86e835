package org.broadsheet.mail;

import java.time.Clock;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.broadsheet.platform.BroadsheetConfig;

/** The one set of mail templates of the service. */
class MailTemplatesSetup {

    @Produces
    @Singleton
    MailTemplates mailTemplates(BroadsheetConfig config, Clock clock) {
        return new MailTemplates(config.templatesDir(), clock);
    }
}
