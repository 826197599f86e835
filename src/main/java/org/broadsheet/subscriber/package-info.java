/** Readers: joining, confirming, choosing, leaving, and proof of it; import and suppression. Knows no ledger. */
package org.broadsheet.subscriber;
