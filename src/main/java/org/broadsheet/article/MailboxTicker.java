package org.broadsheet.article;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import javax.sql.DataSource;

import jakarta.inject.Singleton;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import jakarta.mail.search.FlagTerm;

import org.broadsheet.mail.MailAddress;
import org.broadsheet.source.MailInConfig;
import org.broadsheet.source.NewsletterReader;
import org.broadsheet.source.Source;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.jboss.logging.Logger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;

/**
 * Reads the mailbox that newsletters arrive in (IMAP). A mail is marked or moved only after it is stored, so that none is lost; one that nobody is
 * waiting for is left as it is.
 */
@Singleton
public class MailboxTicker {

    private static final Logger LOG = Logger.getLogger(MailboxTicker.class);
    private static final String LEASE = "mail-in";
    private static final int LEASE_SECONDS = 600;
    private static final int MOST_LOOKED_AT = 1000;
    private static final int MOST_TAKEN = 100;
    private static final int MOST_TRIES = 5;
    private static final String TROUBLE = "The mailbox cannot be read: ";
    private static final String[] RECIPIENTS = {"To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To"};

    /** @param unknown mails that no source is waiting for */
    record Tally(int taken, int failed, int unknown) {
    }

    private final MailInConfig settings;
    private final LetterDesk letters;
    private final DataSource database;
    private final Clock clock;
    private final Map<Long, Integer> tries = new HashMap<>();
    private Tally last = new Tally(0, 0, 0);

    MailboxTicker(MailInConfig settings, LetterDesk letters, DataSource database, Clock clock) {
        this.settings = settings;
        this.letters = letters;
        this.database = database;
        this.clock = clock;
    }

    /** Takes what is new, on one node at a time. */
    @Scheduled(every = "${broadsheet.mail-in.every:60s}", delayed = "15s", identity = "mailbox", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void tick() throws SQLException {
        if (settings.host().isPresent()) {
            tick(Mailbox.of(settings));
        }
    }

    void tick(Mailbox mailbox) throws SQLException {
        if (!claim()) {
            return;
        }
        try {
            tell(read(mailbox));
            recovered();
        } catch (MessagingException problem) {
            var words = TROUBLE + mailbox.words(problem);
            LOG.warn(words);
            troubled(words);
        } finally {
            release();
        }
    }

    Tally read(Mailbox mailbox) throws MessagingException {
        try (var store = mailbox.open(); var folder = store.getFolder(mailbox.folder())) {
            folder.open(Folder.READ_WRITE);
            var unseen = folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
            var looked = Arrays.copyOf(unseen, Math.min(MOST_LOOKED_AT, unseen.length));
            var profile = new FetchProfile();
            Stream.of(RECIPIENTS).forEach(profile::add);
            profile.add(UIDFolder.FetchProfileItem.UID);
            profile.add(IMAPFolder.FetchProfileItem.SIZE);
            folder.fetch(looked, profile);
            return take((IMAPFolder) folder, looked, mailbox);
        }
    }

    private Tally take(IMAPFolder folder, Message[] messages, Mailbox mailbox) throws MessagingException {
        var taken = 0;
        var failed = 0;
        var unknown = 0;
        for (var message : messages) {
            var sources = sources(message);
            if (sources.isEmpty()) {
                unknown++;
            } else if (taken < MOST_TAKEN && take(folder, message, sources)) {
                mailbox.done(folder, message);
                taken++;
            } else {
                failed++;
            }
        }
        return new Tally(taken, failed, unknown);
    }

    /** Whether it is stored, so that it may be marked. */
    private boolean take(IMAPFolder folder, Message message, List<Long> sources) throws MessagingException {
        var uid = folder.getUID(message);
        if (tries.getOrDefault(uid, 0) >= MOST_TRIES) {
            return false; // whatever is wrong with it will not change while we run
        }
        try {
            if (message.getSize() > LetterResource.MOST_BYTES) {
                sources.forEach(source -> notice(source, "A mail is larger than 10 MB and was left in the mailbox"));
                return true;
            }
            var raw = raw(message);
            sources.forEach(source -> letters.take(source, raw));
            tries.remove(uid);
            return true;
        } catch (IOException | RuntimeException problem) {
            tries.merge(uid, 1, Integer::sum);
            LOG.errorf(problem, "A mail for source %s could not be stored; it stays in the mailbox", sources);
            return false;
        }
    }

    private static byte[] raw(Message message) throws MessagingException, IOException {
        var bytes = new ByteArrayOutputStream(Math.max(1024, message.getSize()));
        message.writeTo(bytes);
        return bytes.toByteArray();
    }

    private List<Long> sources(Message message) throws MessagingException {
        var header = new StringBuilder();
        for (var name : RECIPIENTS) {
            for (var value : Stream.ofNullable(message.getHeader(name)).flatMap(Stream::of).toList()) {
                header.append(name).append(": ").append(value.replaceAll("\\s+", " ")).append("\r\n");
            }
        }
        var urls = NewsletterReader.recipients(header.append("\r\n").toString().getBytes(java.nio.charset.StandardCharsets.UTF_8)).stream().flatMap(address -> MailAddress.parse(address).stream())
                .map(address -> "mailto:" + address.key()).toList();
        return urls.isEmpty() ? List.of() : QuarkusTransaction.requiringNew().call(() -> Source.<Source>list("kind = ?1 and url in ?2 order by id", Source.Kind.MAIL, urls).stream()
                .map(source -> source.id).toList());
    }

    private void notice(long id, String words) {
        QuarkusTransaction.requiringNew().run(() -> Source.<Source>findByIdOptional(id).ifPresent(source -> source.noticed(clock.instant(), words)));
    }

    /** Where the operator looks: at the sources that wait for mails. */
    private void troubled(String words) {
        QuarkusTransaction.requiringNew().run(() -> Source.update("lastProblem = ?1, lastProblemAt = ?2 where kind = ?3", words, clock.instant(), Source.Kind.MAIL));
    }

    private void recovered() {
        QuarkusTransaction.requiringNew().run(() -> Source.update("lastProblem = '' where kind = ?1 and lastProblem like ?2", Source.Kind.MAIL, TROUBLE + "%"));
    }

    private void tell(Tally tally) {
        if (tally.taken() > 0 || !tally.equals(last)) {
            LOG.infof("Mailbox: %d taken, %d could not be stored, %d are for no source and were left", tally.taken(), tally.failed(), tally.unknown());
        }
        last = tally;
    }

    private boolean claim() throws SQLException {
        try (var connection = database.getConnection(); var insert = connection.prepareStatement("""
                insert into mailbox_lease (name, claimed_until) values (?, now() + make_interval(secs => ?))
                on conflict (name) do update set claimed_until = excluded.claimed_until where mailbox_lease.claimed_until < now()""")) {
            insert.setString(1, LEASE);
            insert.setInt(2, LEASE_SECONDS);
            return insert.executeUpdate() == 1;
        }
    }

    private void release() throws SQLException {
        try (var connection = database.getConnection(); var delete = connection.prepareStatement("delete from mailbox_lease where name = ?")) {
            delete.setString(1, LEASE);
            delete.executeUpdate();
        }
    }
}
