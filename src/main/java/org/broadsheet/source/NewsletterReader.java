package org.broadsheet.source;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.broadsheet.platform.Sha256;
import org.broadsheet.platform.WebAddress;
import org.jsoup.Jsoup;

/**
 * Makes an article of a mail (ADR 10): the subject is its title, the sender's name its author, the Message-ID its name. Nothing that belongs to the
 * one subscriber is in it: who reads it can neither leave in our name nor be counted. Mails of our own, automatic answers and requests to confirm are
 * no articles.
 */
public final class NewsletterReader {

    private static final Pattern IN_ANGLES = Pattern.compile("<([^<>]+)>");
    private static final Pattern RECEIVED_AT = Pattern.compile("(?s).*;\\s*(.+)$");
    private static final List<String> RECIPIENTS = List.of("to", "cc", "delivered-to", "x-original-to", "envelope-to", "x-envelope-to");
    private static final int LONGEST_CONFIRMATION = 2500;
    private static final int MOST_PICTURES = 10;

    private final MailPart mail;
    private final byte[] raw;
    private final Destination destination;

    /**
     * Who reads it.
     *
     * @param publicBase of this service, without a slash at its end
     * @param slug       of the publication
     * @param address    of the source, without {@code mailto:}
     */
    public record Destination(String publicBase, String slug, long source, String address) {
    }

    private NewsletterReader(byte[] raw, Destination destination) {
        this.raw = raw;
        this.mail = MailParser.parse(raw);
        this.destination = destination;
    }

    /** @param raw a message as it came (RFC 5322) */
    public static Newsletter read(byte[] raw, Destination destination) {
        return new NewsletterReader(raw, destination).read();
    }

    /** All addresses that a message says it went to, in lower case; only its header need be there. */
    public static List<String> recipients(byte[] raw) {
        return recipients(MailParser.parse(raw)).distinct().toList();
    }

    private static Stream<String> recipients(MailPart mail) {
        return RECIPIENTS.stream().flatMap(field -> mail.people(field).stream()).map(person -> person.address().toLowerCase(Locale.ROOT)).filter(address -> address.contains("@"));
    }

    private Newsletter read() {
        return obstacle().<Newsletter>map(Newsletter.Refused::new).orElseGet(this::article);
    }

    private Optional<FeedProblem> obstacle() {
        var subject = mail.header("subject");
        if (mail.headers().isEmpty() || mail.header("from").isEmpty() && subject.isEmpty()) {
            return Optional.of(new FeedProblem("not-a-message", "This is no mail: it has neither a sender nor a subject", 0));
        }
        if (isOurs()) {
            return Optional.of(new FeedProblem("loop", "This is a mail of this service itself, so it is not taken for news", 0));
        }
        var automatic = mail.header("auto-submitted").toLowerCase(Locale.ROOT);
        if (mail.type().equals("multipart/report") || mail.header("return-path").strip().equals("<>") && !isOfList() || automatic.startsWith("auto-replied")
                || automatic.startsWith("auto-") && !isOfList() || !mail.header("x-autoreply").isEmpty()) {
            return Optional.of(new FeedProblem("automatic", "This is an automatic answer or notice, no newsletter: " + shortened(subject), 0));
        }
        return Optional.empty();
    }

    private boolean isOfList() {
        return !mail.header("list-id").isEmpty() || !mail.header("list-unsubscribe").isEmpty();
    }

    /** By the ways out that our mails offer. */
    private boolean isOurs() {
        return Stream.of("list-unsubscribe", "list-archive").map(mail::header).flatMap(value -> angles(value).stream())
                .anyMatch(url -> url.equals(destination.publicBase()) || url.startsWith(destination.publicBase() + "/"));
    }

    private Newsletter article() {
        var links = new PersonalLinks(Stream.concat(Stream.of(destination.address()), recipients(mail)).collect(Collectors.toSet()), angles(mail.header("list-unsubscribe")));
        var content = mail.content();
        var html = new StringBuilder();
        var text = new StringBuilder();
        var cids = new ArrayList<String>();
        var view = Optional.<String>empty();
        for (var part : content.html()) {
            if (part.isHtml()) {
                var read = NewsletterHtml.read(part.text(), links);
                html.append(read.html());
                text.append(read.text()).append('\n');
                cids.addAll(read.pictures());
                view = view.or(read::view);
            } else {
                var read = NewsletterText.read(part, links);
                html.append(read.html());
                text.append(read.text()).append('\n');
                view = view.or(read::view);
            }
        }
        var confirmation = confirmation(text.toString(), content);
        if (confirmation.isPresent()) {
            return new Newsletter.Refused(confirmation.get());
        }
        var pictures = pictures(content, cids);
        var own = ownUrl();
        var from = mail.people("from").stream().findFirst().orElse(new MailAddresses.Person("", ""));
        var entry = new FeedEntry(guid(), published(links).or(() -> webView(content, links)).or(viewOf(view)).orElse(own), escaped(mail.header("subject")), "", html.toString(),
                escaped(from.name()), date(), Optional.empty(), List.of(), FeedValues.language(mail.header("content-language").split(",")[0]), List.of());
        return new Newsletter.Article(new FeedDocument(escaped(title(from)), "", entry.language(), List.of(entry), problems(content)), own, pictures);
    }

    private static java.util.function.Supplier<Optional<String>> viewOf(Optional<String> view) {
        return () -> view;
    }

    /** Archived-At says it outright (RFC 5064). */
    private Optional<String> published(PersonalLinks links) {
        return Stream.of(mail.header("archived-at")).map(value -> angles(value).stream().findFirst().orElse(value)).flatMap(url -> links.publishable(url).stream()).findFirst();
    }

    /** Some say it in the plain text alone. */
    private static Optional<String> webView(MailPart.Content content, PersonalLinks links) {
        return content.text().stream().filter(part -> !part.isHtml()).flatMap(part -> NewsletterText.read(part, links).view().stream()).findFirst();
    }

    /** A page of ours that shows it: the mail itself has no address that a reader could follow. */
    private String ownUrl() {
        return destination.publicBase() + "/" + destination.slug() + "/letters/" + Sha256.shortHex(destination.source() + " " + guid());
    }

    private String guid() {
        var id = angles(mail.header("message-id")).stream().findFirst().orElse(mail.header("message-id").strip());
        return id.isEmpty() ? "sha256:" + Sha256.shortHex(raw) : id.length() > 500 ? "sha256:" + Sha256.shortHex(id) : id;
    }

    /** When it was written, else when the nearest server took it. */
    private Optional<Instant> date() {
        return FeedDates.parse(mail.header("date")).or(() -> {
            var received = RECEIVED_AT.matcher(mail.header("received"));
            return received.matches() ? FeedDates.parse(received.group(1)) : Optional.empty();
        });
    }

    private String title(MailAddresses.Person from) {
        if (!from.name().isBlank()) {
            return from.name();
        }
        var list = mail.header("list-id").replaceFirst("<[^<>]*>", "").replace("\"", "").strip();
        return !list.isEmpty() ? list : from.address().substring(from.address().indexOf('@') + 1);
    }

    private static List<byte[]> pictures(MailPart.Content content, List<String> cids) {
        return cids.stream().flatMap(cid -> content.attachments().stream().filter(part -> part.isPicture() && part.contentId().equals(cid))).map(MailPart::body).distinct()
                .limit(MOST_PICTURES).toList();
    }

    private static List<FeedProblem> problems(MailPart.Content content) {
        var attached = content.attachments().stream().filter(part -> !part.isPicture()).count();
        return attached == 0 ? List.of() : List.of(new FeedProblem("attachments", attached + (attached == 1 ? " attachment is" : " attachments are") + " left out", 0));
    }

    /** A short mail that asks to confirm, with a link to do so; an issue that goes to a list is one only if its subject says so. */
    private Optional<FeedProblem> confirmation(String text, MailPart.Content content) {
        if (text.length() > LONGEST_CONFIRMATION || !NewsletterWords.asksToConfirm(shortened(mail.header("subject")) + (isOfList() ? "" : " . " + text))) {
            return Optional.empty();
        }
        return Stream.concat(content.html().stream(), content.text().stream()).flatMap(part -> part.isHtml() ? hrefs(part) : bare(part))
                .filter(link -> NewsletterWords.confirms(link.words()) && !NewsletterWords.leadsAway(link.url())).findFirst()
                .map(link -> new FeedProblem("confirmation", "The newsletter asks you to confirm the subscription (\"" + shortened(mail.header("subject")) + "\"): open " + link.url(), 0));
    }

    private record Link(String words, String url) {
    }

    private static Stream<Link> hrefs(MailPart part) {
        return Jsoup.parse(part.text()).select("a[href]").stream().map(link -> new Link(link.text() + " " + link.attr("href"), link.attr("href").strip()))
                .filter(link -> WebAddress.of(link.url()).isPresent());
    }

    private static Stream<Link> bare(MailPart part) {
        var text = part.text();
        return Pattern.compile("https?://[^\\s<>\"]+").matcher(text).results()
                .map(found -> new Link(text.substring(Math.max(0, found.start() - 120), found.start()) + found.group(), found.group())).filter(link -> WebAddress.of(link.url()).isPresent());
    }

    private static List<String> angles(String value) {
        return IN_ANGLES.matcher(value).results().map(found -> found.group(1).replaceAll("\\s+", "")).toList();
    }

    /** A header is text; what looks like mark-up in it is meant as it stands. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static String shortened(String text) {
        var line = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() > 120 ? line.substring(0, 119) + "…" : line;
    }
}
