package org.broadsheet.delivery;

/** The last word on a copy and the journal of its point of no return, held by the caller. */
public interface DotWatch {

    /** Asked right before MAIL and before the final dot. If false, the copy is withdrawn: {@link Outcome.NotSent}. */
    boolean mayStillSend();

    /** Called immediately before the bytes that hold the final dot are written, after {@link #mayStillSend} was asked for the last time. */
    void aboutToSendDot();
}
