package org.broadsheet.testsupport;

/**
 * What the scripted server does at a step instead of what a good server would.
 *
 * @param words sent as they are, with CRLF if they are a whole reply
 * @param fate  of the mail, at the final dot
 * @param after what happens to the connection then
 */
public record SmtpAct(String words, Fate fate, After after) {

    /** Whether the server keeps the mail that was just ended by a dot. */
    public enum Fate {
        COMMIT, DISCARD
    }

    /** What becomes of the connection. */
    public enum After {
        GO_ON, HANG, CLOSE, RESET,
        /** As HANG, and nothing more is read. */
        STALL,
        /** A line now and then, for ever. */
        TRICKLE
    }

    /** Answers this; a mail is kept if the answer is positive. Lines are parted by {@code \r\n}. */
    public static SmtpAct reply(String reply) {
        return new SmtpAct(reply + "\r\n", reply.startsWith("2") ? Fate.COMMIT : Fate.DISCARD, After.GO_ON);
    }

    /** Answers this and closes. */
    public static SmtpAct replyAndClose(String reply) {
        return new SmtpAct(reply + "\r\n", Fate.DISCARD, After.CLOSE);
    }

    /** Sends these very bytes and goes on. */
    public static SmtpAct say(String words) {
        return new SmtpAct(words, Fate.DISCARD, After.GO_ON);
    }

    /** Says nothing more and keeps the connection open. */
    public static SmtpAct hang(Fate fate) {
        return new SmtpAct("", fate, After.HANG);
    }

    /** Closes without a word. */
    public static SmtpAct close(Fate fate) {
        return new SmtpAct("", fate, After.CLOSE);
    }

    /** Resets the connection without a word. */
    public static SmtpAct reset(Fate fate) {
        return new SmtpAct("", fate, After.RESET);
    }

    /** Sends the beginning of a reply and closes. */
    public static SmtpAct partial(String words, Fate fate) {
        return new SmtpAct(words, fate, After.CLOSE);
    }
}
