package org.broadsheet.delivery;

import java.time.Clock;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.broadsheet.publication.MailSettings;
import org.broadsheet.subscriber.ReaderTokens;

import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Prints copies. What readers who get the same stories share is rendered and encoded once and kept, whatever sections brought them there; a copy
 * adds its headers and the values of the slots.
 */
@Singleton
public class EditionPress {

    private static final int EDITIONS_KEPT = 16;
    /** Octets of a mail that are not the rendering's: its header, and the values of slots. */
    private static final int PERSONAL = 8_000;
    /** A reader who does not exist: his token opens nothing, and is as long as any. */
    private static final long NOBODY = 0;
    private static final Set<String> MARKS = Stream.of(Slot.values()).map(Slot::mark).collect(Collectors.toUnmodifiableSet());

    /** What readers get of an edition, until it is changed. */
    private record Printing(long edition, int revision) {
    }

    /** @param stories which of the edition's, a bit for each */
    private record Key(Printing printing, String stories) {

        /** @param sections of the edition's stories, in order */
        static Key of(Printing printing, List<String> sections, Set<String> chosen) {
            var stories = new BitSet(sections.size());
            for (var place = 0; place < sections.size(); place++) {
                stories.set(place, DigestMaker.serves(sections.get(place), chosen));
            }
            return new Key(printing, HexFormat.of().formatHex(stories.toByteArray()));
        }

        @Override
        public String toString() {
            return printing.edition() + "/" + stories;
        }
    }

    /** A rendering, ready to be spliced. */
    record Variant(CopyHeaders headers, AlternativeBody body, AddrSpec sender, MailWords words, ZoneId zone) implements VariantCache.Weighed {
    }

    private final DigestMaker digests;
    private final DigestRenderer renderer;
    private final ReaderTokens tokens;
    private final CopyHeaders.Maker headers;
    private final PictureInlining inlining;
    private final Clock clock;
    private final long largest;
    private final VariantCache<Key, Variant> variants;
    private final Map<Printing, List<String>> sectionsOfStories = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Printing, List<String>> eldest) {
            return size() > EDITIONS_KEPT;
        }
    };

    EditionPress(DigestMaker digests, DigestRenderer renderer, ReaderTokens tokens, CopyHeaders.Maker headers, PictureInlining inlining, DeliveryConfig config,
            Clock clock) {
        this.digests = digests;
        this.renderer = renderer;
        this.tokens = tokens;
        this.headers = headers;
        this.inlining = inlining;
        this.clock = clock;
        this.largest = config.maxMessageSize().asLongValue();
        this.variants = new VariantCache<>(config.variantsMemory().asLongValue());
    }

    /**
     * One reader's copy of an edition.
     *
     * @param revision of the edition: what was rendered of another one is not used
     */
    Copy copy(long edition, int revision, Claim claim) throws Unprintable {
        var chosen = Set.copyOf(claim.sections());
        var printing = new Printing(edition, revision);
        var variant = variants.get(Key.of(printing, sectionsOfStories(printing), chosen), () -> variant(made(edition, chosen)));
        return copy(variant, edition, claim, claim.subscriptionId());
    }

    /**
     * What {@link #copy} would give, but with a token that opens nothing, so that whoever is shown the copy cannot act for its reader. Rendered
     * for this call alone: a draft may change from one look to the next.
     */
    Copy preview(long edition, Claim claim) throws Unprintable {
        return copy(variant(made(edition, Set.copyOf(claim.sections()))), edition, claim, NOBODY);
    }

    /** As {@link #preview}, with all pictures on this server, where a browser finds them. */
    Copy proof(long edition, Claim claim) throws Unprintable {
        return copy(variant(made(edition, Set.copyOf(claim.sections())).hosted()), edition, claim, NOBODY);
    }

    /** Other revisions of this edition are not needed any more. */
    void forgetOthers(long edition, int revision) {
        variants.forget(key -> key.printing().edition() == edition && key.printing().revision() != revision);
    }

    private Copy copy(Variant variant, long edition, Claim claim, long tokenOf) throws Unprintable {
        try {
            var token = tokens.of(tokenOf);
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

    private List<String> sectionsOfStories(Printing printing) {
        synchronized (sectionsOfStories) {
            return sectionsOfStories.computeIfAbsent(printing, wanted -> QuarkusTransaction.requiringNew().call(() -> sections(Edition.findById(wanted.edition()))));
        }
    }

    private static List<String> sections(Edition edition) {
        return edition.items().stream().map(item -> item.section).toList();
    }

    private Made made(long id, Set<String> chosen) throws Unprintable {
        var made = QuarkusTransaction.requiringNew().call(() -> {
            Edition edition = Edition.findById(id);
            return digests.make(edition, edition.items(), chosen)
                    .map(digest -> new Made(Key.of(new Printing(id, edition.revision), sections(edition), chosen), edition.publication.timeZone, headers.of(edition, digest),
                            edition.publication.sender.address(), digest.language(), edition.publication.mail.pictures(), renderer.render(digest)));
        });
        return made.orElseThrow(() -> new Unprintable(DeliveryState.suppressed, "The edition has no story in the sections that the reader chose"));
    }

    private record Made(Key key, ZoneId zone, CopyHeaders headers, String sender, String language, MailSettings.Pictures pictures,
            DigestRenderer.Rendered rendered) {

        Made hosted() {
            return new Made(key, zone, headers, sender, language, MailSettings.Pictures.HOSTED, rendered);
        }
    }

    private Variant variant(Made made) throws Unprintable {
        try {
            var sender = AddrSpec.parse(made.sender());
            return new Variant(made.headers(), body(made, sender.domain()), sender, MailWords.of(made.language()), made.zone());
        } catch (RefusedValueException refused) {
            throw new Unprintable(DeliveryState.failed, "The sender's address: " + refused.getMessage());
        }
    }

    private AlternativeBody body(Made made, String domain) {
        var seed = made.key().toString();
        var text = SplicedBody.plain(made.rendered().text(), MARKS);
        var hosted = AlternativeBody.of(text, SplicedBody.html(made.rendered().html(), MARKS), seed);
        var room = largest - PERSONAL - hosted.size();
        if (room < 0) {
            throw new MessageTooLargeException(PERSONAL + hosted.size(), largest);
        }
        if (made.pictures() == MailSettings.Pictures.HOSTED) {
            return hosted;
        }
        var inlined = inlining.inlined(made.rendered().html(), domain, room);
        return AlternativeBody.of(text, SplicedBody.html(inlined.html(), MARKS), inlined.pictures(), seed);
    }
}
