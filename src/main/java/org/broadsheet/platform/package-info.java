/** What every feature stands on: the embedded database, the clock, the guarded HTTP client, ids. Knows no feature. */
package org.broadsheet.platform;
