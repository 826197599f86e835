package org.broadsheet.testsupport;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

import org.broadsheet.delivery.DotWatch;

/** A watch that notes what it was asked and told. */
public final class NotingWatch implements DotWatch {

    private final List<String> notes = new ArrayList<>();
    private final BooleanSupplier answer;

    private NotingWatch(BooleanSupplier answer) {
        this.answer = answer;
    }

    public static NotingWatch willing() {
        return new NotingWatch(() -> true);
    }

    public static NotingWatch answering(BooleanSupplier answer) {
        return new NotingWatch(answer);
    }

    @Override
    public boolean mayStillSend() {
        notes.add("may?");
        return answer.getAsBoolean();
    }

    @Override
    public void aboutToSendDot() {
        notes.add("dot");
    }

    /** {@code may?} and {@code dot} in their order. */
    public List<String> notes() {
        return notes;
    }
}
