/** What all pages and APIs share: layout, errors (RFC 9457), security headers, client addresses, paging. Knows no feature. */
package org.broadsheet.web;
