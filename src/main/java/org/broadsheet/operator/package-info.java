/** Who may operate the service: API tokens, sessions of the admin pages, the audit log. Knows no feature. */
package org.broadsheet.operator;
