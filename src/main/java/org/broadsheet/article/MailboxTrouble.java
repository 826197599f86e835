package org.broadsheet.article;

import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.Optional;
import java.util.stream.Stream;

import javax.net.ssl.SSLException;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;

/** Why a mailbox cannot be read, in words for the operator. */
final class MailboxTrouble {

    private MailboxTrouble() {
    }

    /** @param server with its port */
    static String words(String server, MessagingException problem) {
        var said = Optional.ofNullable(problem.getMessage()).orElse(problem.getClass().getSimpleName());
        if (has(problem, CertPathValidatorException.class) || chain(problem).anyMatch(cause -> String.valueOf(cause.getMessage()).contains("PKIX"))) {
            return "The certificate of " + server + " is not trusted: nobody whom the Java runtime believes vouches for it, or it has expired";
        }
        if (has(problem, CertificateException.class)) {
            return "The certificate of " + server + " is for another name";
        }
        if (problem instanceof AuthenticationFailedException) {
            return server + " does not let us in; are the user name and the password right? It says: " + said;
        }
        if (said.startsWith("STARTTLS")) {
            return server + " offers no STARTTLS, or none that works, and the password is not sent in the clear";
        }
        return has(problem, SSLException.class) ? "There is no TLS to be had with " + server + ": " + said : said;
    }

    private static boolean has(Throwable problem, Class<? extends Throwable> kind) {
        return chain(problem).anyMatch(kind::isInstance);
    }

    private static Stream<Throwable> chain(Throwable problem) {
        return Stream.iterate(problem, cause -> cause != null, Throwable::getCause).limit(10);
    }
}
