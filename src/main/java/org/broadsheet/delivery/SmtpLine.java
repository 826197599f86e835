package org.broadsheet.delivery;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.List;

/** Both directions of a connection, each step under its deadline. */
final class SmtpLine {

    private final Deadline deadline;
    private final Deadlines deadlines;
    private final SmtpOutput output;
    private final SmtpReplies replies;
    private final Socket socket;
    private SmtpReply last = new SmtpReply(0, "", "");

    /**
     * @param socket   what is read and written
     * @param deadline of the TCP socket beneath it
     */
    SmtpLine(Socket socket, Deadline deadline, Deadlines deadlines) throws IOException {
        this.socket = socket;
        this.deadline = deadline;
        this.deadlines = deadlines;
        this.output = new SmtpOutput(socket.getOutputStream(), deadline);
        this.replies = new SmtpReplies(socket.getInputStream());
    }

    /** The same connection through another socket. What was read ahead in clear is forgotten (RFC 3207 section 4.2, G9). */
    SmtpLine through(Socket encrypted) throws IOException {
        return new SmtpLine(encrypted, deadline, deadlines);
    }

    Socket socket() {
        return socket;
    }

    /** Adds a command to the group that the next write sends. */
    void add(String command) throws IOException {
        output.command(command);
    }

    /** Sends a command and what was added before it. */
    void write(String command) throws IOException {
        output.command(command);
        output.flush();
    }

    /** Waits for the next reply. */
    SmtpReply ask(String step, Duration time) throws IOException {
        deadline.arm(step, time);
        last = replies.read();
        return last;
    }

    /** As {@link #ask}, its lines as they came. */
    List<String> askLines(String step, Duration time) throws IOException {
        deadline.arm(step, time);
        return replies.readLines();
    }

    SmtpReply lastReply() {
        return last;
    }

    void step(String step, Duration time) {
        deadline.arm(step, time);
    }

    void idle() {
        deadline.disarm();
    }

    OutputStream beginData() {
        return output.beginData();
    }

    void endData() throws IOException {
        output.endData();
        output.flush();
    }

    String explain(IOException failure) {
        return deadline.explain(failure);
    }

    void close() {
        deadline.disarm();
        deadlines.remove(deadline);
        deadline.closeSocket();
    }
}
