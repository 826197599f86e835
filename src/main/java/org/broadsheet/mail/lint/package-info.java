/** Looks over a finished mail for what mail clients, servers and readers stumble over. Knows mails, no features. What is how bad stands in {@link org.broadsheet.mail.lint.Rule} and ADR 19. */
package org.broadsheet.mail.lint;
