package org.broadsheet.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Optional;

import javax.net.ssl.SSLSocketFactory;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;

import org.broadsheet.article.ImapFront.Manner;
import org.broadsheet.source.MailInConfig.Tls;
import org.broadsheet.testsupport.TestCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;

/** A mailbox over TLS: whom it believes, and what it never says in the clear. */
class MailboxTest {

    private static TestCertificate certificate;
    private static TestCertificate elsewhere;
    private static TestCertificate selfSigned;
    private GreenMail server;

    @BeforeAll
    static void certify() throws IOException, InterruptedException, GeneralSecurityException {
        certificate = TestCertificate.fromAuthority("dns:localhost");
        elsewhere = TestCertificate.fromAuthority("dns:other.example");
        selfSigned = TestCertificate.forNames("dns:localhost");
    }

    @BeforeEach
    void open() {
        server = new GreenMail(ServerSetup.IMAP.dynamicPort());
        server.start();
        server.setUser("news@paper.example", "news", "secret").deliver(GreenMailUtil.createTextEmail("news@paper.example", "ada@quay.example", "First", "Text", ServerSetup.SMTP));
    }

    @AfterEach
    void close() {
        server.stop();
    }

    @ParameterizedTest
    @CsvSource({"IMPLICIT,IMPLICIT", "STARTTLS,STARTTLS"})
    void aMailboxIsReadOverTlsFromAServerThatAnAuthorityVouchesFor(Manner manner, Tls tls) throws Exception {
        try (var front = front(manner, certificate)) {
            assertThat(mails(mailbox(front, tls, "secret", certificate))).isEqualTo(1);
            assertThat(front.clear).noneMatch(line -> line.contains("secret") || line.contains("LOGIN") || line.contains("AUTHENTICATE"));
        }
    }

    @ParameterizedTest
    @EnumSource(value = Tls.class, names = {"IMPLICIT", "STARTTLS"})
    void aServerThatVouchesForItselfIsNotBelieved(Tls tls) throws Exception {
        try (var front = front(Manner.valueOf(tls.name()), selfSigned)) {
            assertRefused(front, mailbox(front, tls, "secret", certificate), "not trusted");
            assertRefused(front, new Mailbox("localhost", front.port(), "news", "secret", tls, (SSLSocketFactory) SSLSocketFactory.getDefault(), "INBOX", Optional.empty()), "not trusted");
        }
    }

    @ParameterizedTest
    @EnumSource(value = Tls.class, names = {"IMPLICIT", "STARTTLS"})
    void aCertificateForAnotherNameIsNotBelieved(Tls tls) throws Exception {
        try (var front = front(Manner.valueOf(tls.name()), elsewhere)) {
            assertRefused(front, mailbox(front, tls, "secret", elsewhere), "another name");
        }
        try (var front = front(Manner.valueOf(tls.name()), certificate)) {
            assertRefused(front, new Mailbox("127.0.0.1", front.port(), "news", "secret", tls, certificate.clientSide().getSocketFactory(), "INBOX", Optional.empty()), "another name");
        }
    }

    @ParameterizedTest
    @CsvSource({"STRIPPED,offers no STARTTLS", "PREAUTH,offers no STARTTLS", "REFUSED,not now"})
    void whoeverTakesStarttlsAwayLearnsNoPassword(Manner manner, String words) throws Exception {
        try (var front = front(manner, certificate)) {
            assertRefused(front, mailbox(front, Tls.STARTTLS, "secret", certificate), words);
        }
    }

    @Test
    void whatIsSaidInTheClearAheadOfTheServerIsNotBelieved() throws Exception {
        try (var front = front(Manner.INJECTED, certificate)) {
            assertThatThrownBy(() -> mails(mailbox(front, Tls.STARTTLS, "wrong", certificate))).isInstanceOf(MessagingException.class);
            assertThat(mails(mailbox(front, Tls.STARTTLS, "secret", certificate))).as("nor does it keep anybody out").isEqualTo(1);
            assertThat(front.clear).allMatch(line -> line.endsWith("CAPABILITY") || line.endsWith("STARTTLS"));
        }
    }

    @Test
    void aServerThatSpeaksNoTlsIsToldInWords() {
        var plain = new Mailbox("localhost", server.getImap().getPort(), "news", "secret", Tls.IMPLICIT, (SSLSocketFactory) SSLSocketFactory.getDefault(), "INBOX", Optional.empty());
        assertThatThrownBy(() -> mails(plain)).isInstanceOf(MessagingException.class).satisfies(problem -> assertThat(plain.words((MessagingException) problem)).contains("TLS"));
    }

    private static void assertRefused(ImapFront front, Mailbox mailbox, String words) {
        assertThatThrownBy(() -> mails(mailbox)).isInstanceOf(MessagingException.class).satisfies(problem -> {
            assertThat(mailbox.words((MessagingException) problem)).contains(words).doesNotContain("secret");
        });
        assertThat(front.clear).noneMatch(line -> line.contains("secret") || line.contains("LOGIN ") || line.contains("AUTHENTICATE"));
    }

    private static int mails(Mailbox mailbox) throws MessagingException {
        try (var store = mailbox.open(); var folder = store.getFolder(mailbox.folder())) {
            folder.open(Folder.READ_ONLY);
            return folder.getMessageCount();
        }
    }

    private ImapFront front(Manner manner, TestCertificate shown) throws IOException, GeneralSecurityException {
        return new ImapFront(manner, shown.serverSide(), server.getImap().getPort());
    }

    private static Mailbox mailbox(ImapFront front, Tls tls, String password, TestCertificate believed) throws IOException, GeneralSecurityException {
        return new Mailbox("localhost", front.port(), "news", password, tls, believed.clientSide().getSocketFactory(), "INBOX", Optional.empty());
    }
}
