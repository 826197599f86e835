package org.broadsheet.delivery;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import org.broadsheet.edition.Digest;
import org.broadsheet.edition.Edition;
import org.broadsheet.mail.AddrSpec;
import org.broadsheet.mail.HeaderField;
import org.broadsheet.mail.Headers;
import org.broadsheet.mail.Mailbox;
import org.broadsheet.mail.RefusedValueException;
import org.broadsheet.platform.BroadsheetConfig;
import org.broadsheet.platform.Keys;

/** The headers of an edition's copies: those that all share are made once, those of a reader are added (A1 to A4, A15, A16, A22 to A25). */
final class CopyHeaders {

    private static final String MESSAGE_ID_PURPOSE = "message-id";

    private final Keys keys;
    private final String base;
    private final HeaderField from;
    private final Headers shared;
    private final String domain;
    private final ZoneId zone;

    private CopyHeaders(Keys keys, String base, HeaderField from, Headers shared, String domain, ZoneId zone) {
        this.keys = keys;
        this.base = base;
        this.from = from;
        this.shared = shared;
        this.domain = domain;
        this.zone = zone;
    }

    /** The headers of one copy, as it is handed over now. */
    Headers of(long edition, Claim claim, String token, Instant now) throws RefusedValueException {
        var fields = new ArrayList<HeaderField>();
        fields.add(from);
        fields.add(HeaderField.mailbox("To", Mailbox.of(claim.name(), claim.address())));
        fields.add(HeaderField.date(now, zone));
        fields.add(HeaderField.structured("Message-ID", "<" + messageId(keys, edition, claim.subscriptionId(), domain) + ">"));
        fields.add(HeaderField.structured("List-Unsubscribe", "<" + base + "/unsubscribe/" + token + ">"));
        return new Headers(fields).with(shared);
    }

    /** The same for every try (A3): a keyed hash of edition and reader, so that it says nothing about either. */
    static String messageId(Keys keys, long edition, long subscription, String domain) {
        return HexFormat.of().formatHex(keys.mac(MESSAGE_ID_PURPOSE, edition, subscription), 0, 16) + "@" + domain;
    }

    /** Makes the headers that the copies of an edition share. */
    @Singleton
    static class Maker {

        private final Keys keys;
        private final BroadsheetConfig config;

        Maker(Keys keys, BroadsheetConfig config) {
            this.keys = keys;
            this.config = config;
        }

        CopyHeaders of(Edition edition, Digest digest) {
            var publication = edition.publication;
            try {
                var sender = Mailbox.of(publication.sender.name(), publication.sender.address());
                var domain = sender.address().domain();
                return new CopyHeaders(keys, config.publicBase(), HeaderField.mailbox("From", sender),
                        shared(publication.slug, publication.name, domain, Optional.ofNullable(publication.sender.replyTo()), digest), domain, publication.timeZone);
            } catch (RefusedValueException refused) {
                throw new IllegalStateException("The publication " + publication.slug + " has a sender that no mail can carry: " + refused.getMessage(), refused);
            }
        }

        private Headers shared(String slug, String name, String domain, Optional<String> replyTo, Digest digest) throws RefusedValueException {
            var fields = new ArrayList<HeaderField>();
            fields.add(HeaderField.unstructured("Subject", digest.subject()));
            if (replyTo.isPresent()) {
                fields.add(HeaderField.mailbox("Reply-To", Mailbox.of("", replyTo.get())));
            }
            fields.add(HeaderField.structured("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
            fields.add(listId(slug, name, domain));
            fields.add(HeaderField.structured("List-Archive", "<" + digest.masthead().homeUrl() + ">"));
            fields.add(HeaderField.structured("List-Post", "NO"));
            fields.add(HeaderField.structured("Content-Language", digest.language()));
            fields.add(HeaderField.structured("Precedence", "bulk"));
            fields.add(HeaderField.structured("X-Auto-Response-Suppress", "All"));
            fields.add(HeaderField.structured("Feedback-ID", feedbackId(slug, digest.number(), domain)));
            return new Headers(fields);
        }

        /** RFC 2919: stable, whatever becomes of the name. */
        private static HeaderField listId(String slug, String name, String domain) throws RefusedValueException {
            var list = Mailbox.of(name, new AddrSpec("list", slug + "." + domain).text());
            var value = HeaderField.mailbox("List-Id", list).unfolded().replace("<list@", "<");
            return HeaderField.structured("List-Id", "", List.of(value.split(" +")));
        }

        /** Four fields at most, the sender last, 5 to 15 characters (A25). */
        private static String feedbackId(String slug, int number, String domain) {
            var sender = domain.replaceAll("[^a-z0-9]", "");
            return number + ":" + slug + ":digest:" + (sender.length() > 15 ? sender.substring(0, 15) : (sender + "broadsheet").substring(0, Math.max(5, sender.length())));
        }
    }
}
