package org.broadsheet.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.broadsheet.delivery.VariantCache;
import org.broadsheet.edition.Digest;
import org.broadsheet.edition.DigestRenderer;
import org.broadsheet.edition.Slot;
import org.broadsheet.mail.AlternativeBody;
import org.broadsheet.mail.HeaderField;
import org.broadsheet.mail.Headers;
import org.broadsheet.mail.InlinePicture;
import org.broadsheet.mail.MailTemplates;
import org.broadsheet.mail.MailWords;
import org.broadsheet.mail.Mailbox;
import org.broadsheet.mail.MimeMessage;
import org.broadsheet.mail.RefusedValueException;
import org.broadsheet.mail.SplicedBody;
import org.broadsheet.testsupport.SampleEditions;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import io.quarkus.qute.UserTagSectionHelper;
import io.quarkus.qute.Variant;

/** Making an edition of 20 stories beside bare Qute, a reader's copy of it, and 10,000 variants (or as many as the argument says) in bounded memory. */
public final class DigestBench {

    /** Of this thread alone, since machines that measure do other work, too. */
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 60;
    private static final int WARM_UP = 120;
    private static final int COPIES = 20_000;
    private static final long KEPT = 32L << 20;
    private static final int CHECKED = 25;
    private static final Set<String> MARKS = Stream.of(Slot.values()).map(Slot::mark).collect(Collectors.toUnmodifiableSet());
    private static final Map<String, String> VALUES = Map.of(Slot.TOKEN.mark(), "AQAAAAAAAAABq1xN6yVQ2s4kq0pT8m1bRw", Slot.SINCE.mark(), "Monday, 23 November 2026");

    private DigestBench() {
    }

    /** One thing that is timed. */
    private interface Work {

        Object run();
    }

    private record Rendering(AlternativeBody body) implements VariantCache.Weighed {
    }

    public static void main(String[] arguments) throws IOException, RefusedValueException, InterruptedException, ExecutionException {
        var renderer = new DigestRenderer(new MailTemplates(Optional.empty(), Clock.systemUTC()));
        making(renderer);
        copies(body(renderer, SampleEditions.many(20, 6), 0));
        variants(renderer, arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000);
    }

    private static void making(DigestRenderer renderer) throws IOException, RefusedValueException {
        var digest = SampleEditions.many(20, 6);
        var bare = bareTemplate();
        var words = MailWords.of(digest.language());
        var model = new DigestRenderer.Model(digest, words, digest.subject(), 0, Collections.nCopies(40, 0));
        var rendered = renderer.render(digest);
        var text = SplicedBody.plain(rendered.text(), MARKS);
        var html = SplicedBody.html(rendered.html(), MARKS);
        System.out.printf("an edition of 20 stories and 6 briefs: %.1f kB of HTML, %.1f kB of text, %.1f kB of MIME; median of %d rounds, processor time of one thread%n", utf8(rendered.html()) / 1e3,
                utf8(rendered.text()) / 1e3, AlternativeBody.of(text, html, "bench").size() / 1e3, ROUNDS);
        var times = times(List.of(() -> bare.data("it", model).render(), () -> renderer.render(digest),
                () -> AlternativeBody.of(SplicedBody.plain(rendered.text(), MARKS), SplicedBody.html(rendered.html(), MARKS), "bench")));
        System.out.printf("  bare Qute, the HTML alone      %7.2f ms%n", times[0]);
        System.out.printf("  rendering (HTML and text)      %7.2f ms, %.2f times bare Qute%n", times[1], times[1] / times[0]);
        System.out.printf("  encoding as MIME               %7.2f ms, %.2f times bare Qute%n", times[2], times[2] / times[0]);
        System.out.printf("  both, once for each variant    %7.2f ms, %.2f times bare Qute%n", times[1] + times[2], (times[1] + times[2]) / times[0]);
        var photograph = new byte[90_000];
        new Random(1).nextBytes(photograph);
        var picture = times(List.of(() -> picture(photograph)));
        System.out.printf("  a picture of 90 kB             %7.2f ms, once for each edition%n", picture[0]);
    }

    private static InlinePicture picture(byte[] octets) {
        try {
            return InlinePicture.of("bench@example.org", "image/jpeg", "A photograph", octets);
        } catch (RefusedValueException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** In turns, so that all have the same weather. */
    private static double[] times(List<Work> works) {
        var millis = new double[works.size()][ROUNDS];
        for (var round = -WARM_UP; round < ROUNDS; round++) {
            for (var work = 0; work < works.size(); work++) {
                var began = CLOCK.getCurrentThreadCpuTime();
                if (works.get(work).run() == null) {
                    throw new IllegalStateException("nothing came of it");
                }
                if (round >= 0) {
                    millis[work][round] = (CLOCK.getCurrentThreadCpuTime() - began) / 1e6;
                }
            }
        }
        return Arrays.stream(millis).mapToDouble(all -> {
            Arrays.sort(all);
            return all[all.length / 2];
        }).toArray();
    }

    /** The packaged template on an engine as Qute comes. */
    private static Template bareTemplate() throws IOException {
        var builder = Engine.builder().addDefaults().addValueResolver(new ReflectionValueResolver()).addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)));
        var files = read("files.txt").lines().filter(name -> name.endsWith(".html")).toList();
        files.stream().filter(name -> name.startsWith("tags/"))
                .forEach(name -> builder.addSectionHelper(new UserTagSectionHelper.Factory(name.substring(5, name.length() - 5), name)));
        var engine = builder.build();
        for (var name : files) {
            if (name.startsWith("tags/") || name.equals("digest.html")) {
                engine.putTemplate(name, engine.parse(read(name), Variant.forContentType(Variant.TEXT_HTML), name));
            }
        }
        return engine.getTemplate("digest.html");
    }

    private static String read(String name) throws IOException {
        try (InputStream in = DigestBench.class.getClassLoader().getResourceAsStream("templates/mail/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void copies(AlternativeBody body) throws IOException, RefusedValueException {
        var shared = Headers.of(HeaderField.mailbox("From", Mailbox.of("The Kattegat Rail & Sea Wire", "news@example.org")), HeaderField.unstructured("Subject", "Häfen öffnen wieder"),
                HeaderField.date(Instant.EPOCH, ZoneOffset.UTC), HeaderField.structured("Message-ID", "<1@example.org>"));
        var rates = new double[5];
        long size = 0;
        for (var round = 0; round < rates.length; round++) {
            var began = CLOCK.getCurrentThreadCpuTime();
            for (var number = 0; number < COPIES; number++) {
                var own = Headers.of(HeaderField.mailbox("To", Mailbox.of("Reader " + number, "reader." + number + "@example.net")));
                MimeMessage.of(shared.with(own), body, VALUES).writeTo(OutputStream.nullOutputStream());
            }
            rates[round] = COPIES * 1e9 / (CLOCK.getCurrentThreadCpuTime() - began);
            size = body.sizeAtMost(VALUES);
        }
        Arrays.sort(rates);
        System.out.printf("a reader's copy of it: %.1f microseconds (%.0f copies/s), its header and %d values; no template is evaluated, %.1f kB are shared%n", 1e6 / rates[2], rates[2],
                body.slots().size(), size / 1e3);
    }

    private static void variants(DigestRenderer renderer, int number) throws InterruptedException, ExecutionException {
        var cache = new VariantCache<Integer, Rendering>(KEPT);
        var spent = new AtomicLong();
        var made = new AtomicInteger();
        var first = new byte[CHECKED][];
        var most = new AtomicInteger();
        var before = live();
        var began = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            List<Future<?>> all = new ArrayList<>();
            for (var variant = 1; variant <= number; variant++) {
                var one = variant;
                all.add(threads.submit(() -> {
                    for (var reader = 0; reader < 3; reader++) {
                        var body = cache.get(one, () -> {
                            made.incrementAndGet();
                            var started = CLOCK.getCurrentThreadCpuTime();
                            var rendering = new Rendering(body(renderer, choice(one), one));
                            spent.addAndGet(CLOCK.getCurrentThreadCpuTime() - started);
                            return rendering;
                        }).body();
                        if (one <= CHECKED) {
                            first[one - 1] = octets(body);
                        }
                    }
                    most.accumulateAndGet((int) (used() >> 20), Math::max);
                }));
            }
            for (var one : all) {
                one.get();
            }
        }
        var seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf("%d variants, three readers each: %d renderings in %.1f s (%.1f ms of processor time each), %d kept in %.1f MB of at most %.1f%n", number, made.get(), seconds, spent.get() / 1e6 / made.get(),
                cache.size(), cache.weight() / 1048576.0, KEPT / 1048576.0);
        System.out.printf("  live heap %.1f MB before, %.1f MB after; with garbage never more than %d MB of %d%n", before / 1048576.0, live() / 1048576.0, most.get(), Runtime.getRuntime().maxMemory() >> 20);
        var same = IntStream.rangeClosed(1, Math.min(CHECKED, number)).filter(one -> Arrays.equals(first[one - 1],
                octets(cache.get(one, () -> new Rendering(body(renderer, choice(one), one))).body()))).count();
        System.out.printf("  the first %d, rendered again: %d give the same bytes%n", Math.min(CHECKED, number), same);
    }

    /** Fourteen sections of three stories; each bit of the number is a section that a reader chose. */
    private static Digest choice(int number) {
        var stories = SampleEditions.many(42, 0).sections().getFirst().items();
        var sections = IntStream.range(0, 14).filter(section -> (number >> section & 1) == 1)
                .mapToObj(section -> new Digest.Group("Section " + section, stories.subList(section * 3, section * 3 + 3))).toList();
        var ordinary = SampleEditions.ordinary();
        return SampleEditions.digest("en-GB", "ltr", ordinary.masthead(), ordinary.lead(), sections, ordinary.briefs());
    }

    private static AlternativeBody body(DigestRenderer renderer, Digest digest, int number) {
        var rendered = renderer.render(digest);
        return AlternativeBody.of(SplicedBody.plain(rendered.text(), MARKS), SplicedBody.html(rendered.html(), MARKS), "bench/" + number);
    }

    private static byte[] octets(AlternativeBody body) {
        var out = new java.io.ByteArrayOutputStream();
        try {
            body.writeTo(out, VALUES);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return out.toByteArray();
    }

    private static long live() {
        System.gc();
        return used();
    }

    private static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static int utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
