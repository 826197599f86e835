package org.broadsheet.article;

import java.util.Optional;
import java.util.Properties;

import javax.net.ssl.SSLSocketFactory;

import jakarta.mail.Flags;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;

import org.broadsheet.source.MailInConfig;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;

/**
 * A mailbox on an IMAP server.
 *
 * @param trust  says which certificates are believed; the server's name is verified besides (RFC 7817 section 3)
 * @param moveTo a folder for what was taken; empty: it is marked as seen
 */
record Mailbox(String host, int port, String user, String password, MailInConfig.Tls tls, SSLSocketFactory trust, String folder, Optional<String> moveTo) {

    private static final String CONNECT_MILLIS = "10000";
    private static final String READ_MILLIS = "30000";

    static Mailbox of(MailInConfig settings) {
        return new Mailbox(settings.host().orElseThrow(), settings.port().orElse(settings.tls() == MailInConfig.Tls.IMPLICIT ? 993 : 143), settings.username().orElse(""),
                settings.password().orElse(""), settings.tls(), (SSLSocketFactory) SSLSocketFactory.getDefault(), settings.folder(), settings.moveTo());
    }

    /** @throws MessagingException see {@link #words} */
    Store open() throws MessagingException {
        var properties = new Properties();
        properties.setProperty("mail.imap.connectiontimeout", CONNECT_MILLIS);
        properties.setProperty("mail.imap.timeout", READ_MILLIS);
        properties.setProperty("mail.imap.writetimeout", READ_MILLIS);
        properties.setProperty("mail.imap.peek", "true"); // looking at a mail marks it otherwise
        properties.setProperty("mail.imap.fetchsize", "1000000");
        properties.setProperty("mail.imap.ssl.enable", String.valueOf(tls == MailInConfig.Tls.IMPLICIT));
        properties.setProperty("mail.imap.ssl.checkserveridentity", "true");
        properties.put("mail.imap.ssl.socketFactory", trust);
        properties.setProperty("mail.imap.socketFactory.fallback", "false");
        properties.setProperty("mail.imap.starttls.enable", String.valueOf(tls == MailInConfig.Tls.STARTTLS));
        properties.setProperty("mail.imap.starttls.required", String.valueOf(tls == MailInConfig.Tls.STARTTLS));
        var store = Session.getInstance(properties).getStore("imap");
        store.connect(host, port, user, password);
        return store;
    }

    /** Puts a mail aside that was taken. What cannot move is copied, marked, and left to the mailbox's owner to be swept away. */
    void done(IMAPFolder folder, Message message) throws MessagingException {
        message.setFlag(Flags.Flag.SEEN, true);
        if (moveTo.isEmpty()) {
            return;
        }
        var target = folder.getStore().getFolder(moveTo.get());
        if (!target.exists()) {
            target.create(jakarta.mail.Folder.HOLDS_MESSAGES);
        }
        var one = new Message[] {message};
        if (((IMAPStore) folder.getStore()).hasCapability("MOVE")) {
            folder.moveMessages(one, target);
        } else {
            folder.copyMessages(one, target);
            message.setFlag(Flags.Flag.DELETED, true);
        }
    }

    /** Why it cannot be opened or read, for the operator. */
    String words(MessagingException problem) {
        return MailboxTrouble.words(host + ":" + port, problem);
    }

    /** The password stays here. */
    @Override
    public String toString() {
        return folder + " at " + host + ":" + port;
    }
}
