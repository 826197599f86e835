package org.broadsheet.delivery;

/** What became of one copy; the names are those of the ledger and of the API. */
public enum DeliveryState {
    queued, sending, sent, deferred, failed, suppressed, expired, unknown
}
