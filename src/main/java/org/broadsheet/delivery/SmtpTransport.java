package org.broadsheet.delivery;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;

import javax.net.ssl.SSLContext;

import org.broadsheet.delivery.Outcome.Permanence;
import org.broadsheet.delivery.Outcome.RelayTrouble;

/**
 * Speaks SMTP (RFC 5321) itself, on blocking sockets meant for virtual threads: see ADR 0004 for why. Makes a connection for whoever
 * asks; how many there are at once is the caller's choice.
 */
public final class SmtpTransport implements MailTransport {

    private final RelaySettings relay;
    private final SmtpTimeouts timeouts;
    private final ReuseLimits limits;
    private final SSLContext tls;
    private final Deadlines deadlines;

    /** With the time-outs and limits of the standards and of practice. */
    public SmtpTransport(RelaySettings relay) {
        this(relay, SmtpTimeouts.DEFAULT, ReuseLimits.DEFAULT);
    }

    public SmtpTransport(RelaySettings relay, SmtpTimeouts timeouts, ReuseLimits limits) {
        this(relay, timeouts, limits, TlsContexts.of(relay.trust()));
    }

    /** @param tls says which certificates are believed; host names are verified all the same unless {@code relay} trusts all */
    public SmtpTransport(RelaySettings relay, SmtpTimeouts timeouts, ReuseLimits limits, SSLContext tls) {
        this.relay = relay;
        this.timeouts = timeouts;
        this.limits = limits;
        this.tls = tls;
        this.deadlines = new Deadlines(timeouts);
    }

    @Override
    public MailConnection open() throws RelayTroubleException {
        Socket socket = connected();
        Deadline deadline = new Deadline(socket, timeouts.block());
        deadlines.add(deadline);
        try {
            SmtpLine line = new SmtpLine(socket, deadline, deadlines);
            SmtpHandshake handshake = new SmtpHandshake(relay, timeouts, tls, line);
            SmtpCapabilities capabilities = handshake.run();
            return new SmtpConnection(handshake.line(), capabilities, timeouts, limits);
        } catch (IOException failure) {
            abandon(deadline);
            throw new RelayTroubleException(new RelayTrouble(deadline.explain(failure), Permanence.TRANSIENT), failure);
        } catch (RelayTroubleException | RuntimeException trouble) {
            abandon(deadline);
            throw trouble;
        }
    }

    @Override
    public void close() {
        deadlines.close();
    }

    private void abandon(Deadline deadline) {
        deadlines.remove(deadline);
        deadline.closeSocket();
    }

    /** The first of the relay's addresses that answers. */
    private Socket connected() throws RelayTroubleException {
        IOException failure = new UnknownHostException(relay.host());
        for (InetAddress address : addresses()) {
            Socket socket = new Socket();
            try {
                socket.setTcpNoDelay(true);
                socket.setKeepAlive(true);
                socket.connect(new InetSocketAddress(address, relay.port()), Math.toIntExact(timeouts.connect().toMillis()));
                return socket;
            } catch (IOException next) {
                failure = next;
                new Deadline(socket, timeouts.block()).closeSocket();
            }
        }
        throw unreachable(failure);
    }

    private InetAddress[] addresses() throws RelayTroubleException {
        try {
            return InetAddress.getAllByName(relay.host());
        } catch (UnknownHostException unknown) {
            throw unreachable(unknown);
        }
    }

    private RelayTroubleException unreachable(IOException failure) {
        String reason = failure instanceof UnknownHostException ? "no address known for it" : String.valueOf(failure.getMessage());
        return new RelayTroubleException(new RelayTrouble("connect: " + reason, Permanence.TRANSIENT), failure);
    }
}
