package org.broadsheet.mail.css;

/** A part of a sheet, in the order of the sheet. */
sealed interface Item permits StyleRule, Kept {
}
