/** How mail is made: addresses, headers, MIME, the engine for mail templates, one-off mails. Knows no feature. */
package org.broadsheet.mail;
