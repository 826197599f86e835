package org.broadsheet.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * An SMTP server (RFC 5321) that accepts everything and keeps the last mails in memory, for a demo and for tests. Nothing is passed on.
 * A mail counts as accepted, and listeners have been told of it, before the final dot is answered.
 */
public final class MailSink implements AutoCloseable {

    /**
     * A mail as it came.
     *
     * @param id         counts from 1
     * @param sender     of the envelope; "" for the null sender
     * @param recipients of the envelope
     * @param raw        as sent, dots unstuffed
     */
    public record Mail(long id, Instant receivedAt, String sender, List<String> recipients, byte[] raw) {
    }

    private final ServerSocket socket;
    private final Clock clock;
    private final int kept;
    private final AtomicLong received = new AtomicLong();
    private final Deque<Mail> mails = new ArrayDeque<>();
    private final List<Consumer<Mail>> listeners = new CopyOnWriteArrayList<>();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

    private MailSink(ServerSocket socket, Clock clock, int kept) {
        this.socket = socket;
        this.clock = clock;
        this.kept = kept;
    }

    /**
     * Listens on loopback.
     *
     * @param port 0: any free one
     * @param kept how many mails are remembered; older ones are forgotten
     * @throws java.net.BindException if the port is taken
     */
    public static MailSink start(int port, int kept, Clock clock) throws IOException {
        var socket = new ServerSocket();
        try {
            socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 512);
        } catch (IOException problem) {
            socket.close();
            throw problem;
        }
        var sink = new MailSink(socket, clock, kept);
        Thread.ofVirtual().name("mail-sink").start(sink::acceptAll);
        return sink;
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** Is told of each mail, on the thread of its connection, before the sender is. */
    public void onMail(Consumer<Mail> listener) {
        listeners.add(listener);
    }

    /** How many mails came since the start, forgotten ones included. */
    public long received() {
        return received.get();
    }

    /** What is remembered, newest first. */
    public List<Mail> mails() {
        synchronized (mails) {
            return new ArrayList<>(mails);
        }
    }

    /** The mail with this id, unless it was forgotten or never came. */
    public Optional<Mail> mail(long id) {
        return mails().stream().filter(mail -> mail.id() == id).findFirst();
    }

    void accept(String sender, List<String> recipients, byte[] raw) {
        Mail mail;
        synchronized (mails) {
            mail = new Mail(received.incrementAndGet(), clock.instant(), sender, List.copyOf(recipients), raw);
            mails.addFirst(mail);
            if (mails.size() > kept) {
                mails.removeLast();
            }
        }
        listeners.forEach(listener -> listener.accept(mail));
    }

    private void acceptAll() {
        while (!socket.isClosed()) {
            try {
                var connection = socket.accept();
                connections.add(connection);
                Thread.ofVirtual().name("mail-sink-" + connection.getPort()).start(() -> serve(connection));
            } catch (IOException problem) {
                if (!socket.isClosed()) {
                    System.err.println("mail sink: " + problem);
                }
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            connection.setTcpNoDelay(true);
            new SmtpSession(connection, this).run();
        } catch (IOException problem) {
            if (!socket.isClosed()) {
                System.err.println("mail sink: connection lost: " + problem.getMessage());
            }
        } finally {
            connections.remove(connection);
        }
    }

    /** Stops listening and drops open connections. */
    @Override
    public void close() throws IOException {
        socket.close();
        for (var connection : connections) {
            connection.close();
        }
    }
}
