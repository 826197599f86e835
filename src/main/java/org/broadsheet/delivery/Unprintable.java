package org.broadsheet.delivery;

/** A copy that cannot be made, through what it is: the reader chose sections that hold nothing today, or has an address no mail can carry. */
final class Unprintable extends Exception {

    private static final long serialVersionUID = 1;

    private final DeliveryState state;

    Unprintable(DeliveryState state, String reason) {
        super(reason);
        this.state = state;
    }

    DeliveryState state() {
        return state;
    }
}
