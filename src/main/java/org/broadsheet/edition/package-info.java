/** An edition: selection, the calendar, frozen items, rendering to HTML and text, web archive and feeds. Knows no SMTP. */
package org.broadsheet.edition;
