package org.broadsheet.testsupport;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import javax.net.ssl.SSLContext;

/**
 * An SMTP server on loopback that keeps what it is sent byte for byte, fails as it is told, and notes every breach of the protocol by the
 * client. Good manners are the default: it offers PIPELINING, 8BITMIME and SIZE, and takes everything.
 */
public final class ScriptedSmtpServer implements AutoCloseable {

    /** Where a script can act. */
    public enum Step {
        BANNER, EHLO, STARTTLS, AUTH, MAIL, RCPT, DATA, DOT, RSET, QUIT
    }

    /** How replies are cut into segments. */
    public enum Segments {
        /** Each reply for itself. */
        REPLIES,
        /** Each byte for itself. */
        BYTES,
        /** As many replies as there are commands waiting. */
        GROUPS
    }

    private final ServerSocket socket;
    private final Thread acceptor = Thread.ofPlatform().daemon().name("scripted-smtp").unstarted(this::accept);
    private final Set<String> capabilities = new LinkedHashSet<>(List.of("PIPELINING", "8BITMIME", "SIZE 10240000", "ENHANCEDSTATUSCODES"));
    private final Map<Step, SmtpAct> always = new EnumMap<>(Step.class);
    private final Map<Step, Deque<SmtpAct>> once = new EnumMap<>(Step.class);
    private final Map<String, SmtpAct> recipients = new ConcurrentHashMap<>();
    private final Collection<ReceivedMail> mails = new ConcurrentLinkedQueue<>();
    private final Collection<String> commands = new ConcurrentLinkedQueue<>();
    private final Collection<String> violations = new ConcurrentLinkedQueue<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private volatile Optional<SSLContext> tls = Optional.empty();
    private volatile boolean implicitTls;
    private volatile boolean dataWithoutRecipients;
    private volatile Segments segments = Segments.REPLIES;
    private volatile String login = "";

    private ScriptedSmtpServer(ServerSocket socket) {
        this.socket = socket;
    }

    public static ScriptedSmtpServer start() throws IOException {
        return start(0);
    }

    /** @param port 0 for any free one */
    public static ScriptedSmtpServer start(int port) throws IOException {
        ScriptedSmtpServer server = new ScriptedSmtpServer(bound(port));
        server.acceptor.start();
        return server;
    }

    /** A port that was in use a moment ago can be had again. */
    private static ServerSocket bound(int port) throws IOException {
        var socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
        return socket;
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** From now on at every such step. */
    public synchronized ScriptedSmtpServer always(Step step, SmtpAct act) {
        always.put(step, act);
        return this;
    }

    /** At the next such steps, one each, before anything that is done always. */
    public synchronized ScriptedSmtpServer next(Step step, SmtpAct... acts) {
        once.computeIfAbsent(step, key -> new ArrayDeque<>()).addAll(List.of(acts));
        return this;
    }

    /** Answers every RCPT of this address so. */
    public ScriptedSmtpServer whenRecipient(String address, SmtpAct act) {
        recipients.put(address, act);
        return this;
    }

    /** Behaves from now on, at this step. */
    public synchronized ScriptedSmtpServer behave(Step step) {
        always.remove(step);
        once.remove(step);
        return this;
    }

    /** Offers this at EHLO, instead of a line that begins with the same word. */
    public synchronized ScriptedSmtpServer offering(String capability) {
        without(capability.split(" ")[0]);
        capabilities.add(capability);
        return this;
    }

    public synchronized ScriptedSmtpServer without(String keyword) {
        capabilities.removeIf(line -> line.equals(keyword) || line.startsWith(keyword + " "));
        return this;
    }

    /** Offers STARTTLS with this certificate. */
    public ScriptedSmtpServer withStartTls(SSLContext context) {
        tls = Optional.of(context);
        return offering("STARTTLS");
    }

    /** Speaks TLS from the first byte. */
    public ScriptedSmtpServer withImplicitTls(SSLContext context) {
        tls = Optional.of(context);
        implicitTls = true;
        return this;
    }

    /** Takes mail only after AUTH with these credentials. */
    public ScriptedSmtpServer demandingLogin(String username, String password, String mechanisms) {
        login = "\0" + username + "\0" + password;
        return offering("AUTH " + mechanisms);
    }

    public ScriptedSmtpServer cutting(Segments how) {
        segments = how;
        return this;
    }

    /** Answers DATA with 354 even if there is no recipient. */
    public ScriptedSmtpServer takingDataForNobody() {
        dataWithoutRecipients = true;
        return this;
    }

    /** The mails that it took, in the order of their dots. */
    public List<ReceivedMail> mails() {
        return new ArrayList<>(mails);
    }

    /** All command lines, of all connections. */
    public List<String> commands() {
        return new ArrayList<>(commands);
    }

    /** What the client did against the standards. */
    public List<String> violations() {
        return new ArrayList<>(violations);
    }

    public int connections() {
        return connections.get();
    }

    public int openConnections() {
        return open.size();
    }

    /** Cuts all connections, as a crash would. */
    public void dropConnections() throws IOException {
        for (Socket connection : open) {
            connection.close();
        }
    }

    /** Once this returns, nothing listens any more. */
    @Override
    public void close() throws IOException {
        socket.close();
        try {
            acceptor.join(Duration.ofSeconds(5));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        dropConnections();
    }

    synchronized Optional<SmtpAct> act(Step step) {
        Deque<SmtpAct> queue = once.get(step);
        return Optional.ofNullable(queue == null || queue.isEmpty() ? always.get(step) : queue.poll());
    }

    /** What the script says at RCPT of this address. */
    Optional<SmtpAct> act(String recipient) {
        SmtpAct act = recipients.get(recipient);
        return act == null ? act(Step.RCPT) : Optional.of(act);
    }

    synchronized List<String> capabilities() {
        return List.copyOf(capabilities);
    }

    SSLContext tls() {
        return tls.orElseThrow();
    }

    boolean implicitTls() {
        return implicitTls;
    }

    boolean dataWithoutRecipients() {
        return dataWithoutRecipients;
    }

    Segments segments() {
        return segments;
    }

    String login() {
        return login;
    }

    void keep(ReceivedMail mail) {
        mails.add(mail);
    }

    void note(String command) {
        commands.add(command);
    }

    void violation(String what) {
        violations.add(what);
    }

    /** Waits without reading, until the server is closed. */
    void awaitClose(Socket connection) {
        while (!connection.isClosed() && !socket.isClosed()) {
            pause();
        }
    }

    /** Ends when the client closes. */
    void trickle(OutputStream out) throws IOException {
        while (!socket.isClosed()) {
            out.write("220-still\r\n".getBytes(StandardCharsets.US_ASCII));
            pause();
        }
    }

    private static void pause() {
        LockSupport.parkNanos(50_000_000);
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                connections.incrementAndGet();
                open.add(connection);
                Thread.ofVirtual().name("scripted-smtp-session").start(() -> serve(connection));
            } catch (SocketException closed) {
                return;
            } catch (IOException problem) {
                violation("accept: " + problem);
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            connection.setTcpNoDelay(true);
            new ScriptedSmtpSession(this, connection).run();
        } catch (IOException gone) {
            note("(connection lost)");
        } finally {
            open.remove(connection);
        }
    }
}
