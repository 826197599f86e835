package org.broadsheet.delivery;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

import org.broadsheet.delivery.Outcome.Permanence;
import org.broadsheet.delivery.Outcome.RelayTrouble;
import org.broadsheet.delivery.RelaySettings.Login;
import org.broadsheet.delivery.RelaySettings.Tls;
import org.broadsheet.delivery.RelaySettings.Trust;

/** From a TCP connection to a session that takes mail: TLS, banner, EHLO, STARTTLS, AUTH. */
final class SmtpHandshake {

    private final RelaySettings relay;
    private final SmtpTimeouts timeouts;
    private final SSLContext tls;
    private SmtpLine line;
    private boolean encrypted;

    SmtpHandshake(RelaySettings relay, SmtpTimeouts timeouts, SSLContext tls, SmtpLine line) {
        this.relay = relay;
        this.timeouts = timeouts;
        this.tls = tls;
        this.line = line;
    }

    /** The line as it stands, encrypted or not. */
    SmtpLine line() {
        return line;
    }

    /** Runs to the end; on failure the caller closes the line. */
    SmtpCapabilities run() throws IOException, RelayTroubleException {
        if (relay.tls() == Tls.IMPLICIT) {
            encrypt();
        }
        expect(220, "banner", line.ask("banner", timeouts.command()));
        SmtpCapabilities capabilities = hello();
        if (relay.tls() == Tls.STARTTLS_REQUIRED || relay.tls() == Tls.STARTTLS_OPTIONAL && capabilities.startTls()) {
            capabilities = startTls(capabilities);
        }
        if (relay.login().isPresent()) {
            logIn(relay.login().get(), capabilities);
        }
        line.idle();
        return capabilities;
    }

    private SmtpCapabilities hello() throws IOException, RelayTroubleException {
        line.write("EHLO " + relay.ehloName());
        List<String> lines = line.askLines("EHLO", timeouts.command());
        int code = SmtpReplies.code(lines.getFirst());
        if (code == 250) {
            return SmtpCapabilities.of(lines);
        }
        if (code != 500 && code != 502) {
            throw trouble("EHLO", new SmtpReply(code, "", String.join(" ", lines).substring(3)));
        }
        line.write("HELO " + relay.ehloName());
        expect(250, "HELO", line.ask("HELO", timeouts.command()));
        return SmtpCapabilities.NONE;
    }

    private SmtpCapabilities startTls(SmtpCapabilities inClear) throws IOException, RelayTroubleException {
        if (!inClear.startTls()) {
            throw trouble("STARTTLS: the relay does not offer it", Permanence.PERMANENT);
        }
        line.write("STARTTLS");
        expect(220, "STARTTLS", line.ask("STARTTLS", timeouts.command()));
        encrypt();
        return hello();
    }

    private void encrypt() throws IOException, RelayTroubleException {
        line.step("TLS", timeouts.command());
        Socket plain = line.socket();
        SSLSocket socket = (SSLSocket) tls.getSocketFactory().createSocket(plain, relay.host(), relay.port(), true);
        if (relay.trust() == Trust.VERIFY) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS"); // the rules of RFC 2818, which RFC 7817 section 3 narrows little
            socket.setSSLParameters(parameters);
        }
        try {
            socket.startHandshake();
        } catch (SSLException refused) {
            throw new RelayTroubleException(new RelayTrouble(line.explain(refused), Permanence.PERMANENT), refused);
        }
        line = line.through(socket);
        encrypted = true;
    }

    private void logIn(Login login, SmtpCapabilities capabilities) throws IOException, RelayTroubleException {
        if (!encrypted && relay.tls() != Tls.NONE) {
            throw trouble("AUTH: the relay offers no STARTTLS, and the password is not sent in clear", Permanence.PERMANENT);
        }
        if (capabilities.auth("PLAIN")) {
            line.write("AUTH PLAIN " + base64("\0" + login.username() + "\0" + login.password()));
        } else if (capabilities.auth("LOGIN")) {
            line.write("AUTH LOGIN");
            expect(334, "AUTH", line.ask("AUTH", timeouts.command()));
            line.write(base64(login.username()));
            expect(334, "AUTH", line.ask("AUTH", timeouts.command()));
            line.write(base64(login.password()));
        } else {
            throw trouble("AUTH: the relay offers neither PLAIN nor LOGIN", Permanence.PERMANENT);
        }
        expect(235, "AUTH", line.ask("AUTH", timeouts.command()));
    }

    private static void expect(int code, String step, SmtpReply reply) throws RelayTroubleException {
        if (reply.code() != code) {
            throw trouble(step, reply);
        }
    }

    private static RelayTroubleException trouble(String step, SmtpReply reply) {
        return new RelayTroubleException(SmtpVerdict.trouble(step, reply));
    }

    private static RelayTroubleException trouble(String reason, Permanence permanence) {
        return new RelayTroubleException(new RelayTrouble(reason, permanence));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
