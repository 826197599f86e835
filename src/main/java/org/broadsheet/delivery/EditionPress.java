package org.broadsheet.delivery;

import java.time.Clock;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import org.broadsheet.edition.DigestMaker;
import org.broadsheet.edition.DigestRenderer;
import org.broadsheet.edition.Edition;
import org.broadsheet.edition.Slot;
import org.broadsheet.mail.AddrSpec;
import org.broadsheet.mail.AlternativeBody;
import org.broadsheet.mail.MailWords;
import org.broadsheet.mail.MimeMessage;
import org.broadsheet.mail.RefusedValueException;
import org.broadsheet.mail.SplicedBody;
import org.broadsheet.subscriber.ReaderTokens;

import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Prints copies. What readers with the same choice of sections share is rendered and encoded once and kept; a copy adds its headers and the
 * values of the slots.
 */
@Singleton
public class EditionPress {

    private static final int VARIANTS_KEPT = 48;
    private static final Set<String> MARKS = Stream.of(Slot.values()).map(Slot::mark).collect(Collectors.toUnmodifiableSet());

    /** Which readers share a rendering. */
    private record Key(long edition, List<String> sections) {
    }

    /** A rendering, ready to be spliced. */
    record Variant(CopyHeaders headers, AlternativeBody body, AddrSpec sender, MailWords words, ZoneId zone) {
    }

    private final DigestMaker digests;
    private final DigestRenderer renderer;
    private final ReaderTokens tokens;
    private final CopyHeaders.Maker headers;
    private final Clock clock;
    private final Map<Key, Variant> variants = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Variant> eldest) {
            return size() > VARIANTS_KEPT;
        }
    };

    EditionPress(DigestMaker digests, DigestRenderer renderer, ReaderTokens tokens, CopyHeaders.Maker headers, Clock clock) {
        this.digests = digests;
        this.renderer = renderer;
        this.tokens = tokens;
        this.headers = headers;
        this.clock = clock;
    }

    /** One reader's copy of an edition. */
    Copy copy(long edition, Claim claim) throws Unprintable {
        return copy(variant(new Key(edition, List.copyOf(new TreeSet<>(claim.sections())))), edition, claim);
    }

    /** As {@link #copy(long, Claim)} of a draft, whose content may change from one look to the next: nothing is kept. */
    Copy fresh(long edition, Claim claim) throws Unprintable {
        return copy(render(new Key(edition, List.copyOf(new TreeSet<>(claim.sections())))), edition, claim);
    }

    private Copy copy(Variant variant, long edition, Claim claim) throws Unprintable {
        try {
            var token = tokens.of(claim.subscriptionId());
            var recipient = AddrSpec.parse(claim.address());
            var head = variant.headers().of(edition, claim, token, clock.instant());
            return new Copy(variant.sender(), recipient, MimeMessage.of(head, variant.body(), values(variant, claim, token)));
        } catch (RefusedValueException refused) {
            throw new Unprintable(DeliveryState.failed, refused.getMessage());
        }
    }

    private Map<String, String> values(Variant variant, Claim claim, String token) {
        var values = new EnumMap<Slot, String>(Slot.class);
        values.put(Slot.TOKEN, token);
        values.put(Slot.SINCE, variant.words().date(claim.confirmedAt().orElseGet(clock::instant).atZone(variant.zone()).toLocalDate()));
        return values.entrySet().stream().collect(Collectors.toUnmodifiableMap(value -> value.getKey().mark(), Map.Entry::getValue));
    }

    private Variant variant(Key key) throws Unprintable {
        synchronized (variants) { // one renders, the others wait for it
            var known = variants.get(key);
            if (known == null) {
                known = render(key);
                variants.put(key, known);
            }
            return known;
        }
    }

    private Variant render(Key key) throws Unprintable {
        var made = QuarkusTransaction.requiringNew().call(() -> {
            Edition edition = Edition.findById(key.edition());
            return digests.make(edition, edition.items(), Set.copyOf(key.sections()))
                    .map(digest -> new Made(edition.publication.timeZone, headers.of(edition, digest), edition.publication.sender.address(), digest.language(),
                            renderer.render(digest)));
        });
        if (made.isEmpty()) {
            throw new Unprintable(DeliveryState.suppressed, "The edition has no story in the sections that the reader chose");
        }
        return variant(key, made.get());
    }

    private record Made(ZoneId zone, CopyHeaders headers, String sender, String language, DigestRenderer.Rendered rendered) {
    }

    private static Variant variant(Key key, Made made) throws Unprintable {
        try {
            var body = AlternativeBody.of(SplicedBody.plain(made.rendered().text(), MARKS), SplicedBody.html(made.rendered().html(), MARKS),
                    key.edition() + "/" + String.join(",", key.sections()));
            return new Variant(made.headers(), body, AddrSpec.parse(made.sender()), MailWords.of(made.language()), made.zone());
        } catch (RefusedValueException refused) {
            throw new Unprintable(DeliveryState.failed, "The sender's address: " + refused.getMessage());
        }
    }
}
