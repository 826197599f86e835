package org.broadsheet.source;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.broadsheet.platform.WebAddress;

/**
 * Links of a newsletter that belong to its one subscriber: who follows them leaves, changes or counts for that subscriber. They must never be
 * published. Where such a link says where it leads, that is taken instead; what is left of it is without what names the subscriber.
 */
final class PersonalLinks {

    private static final int LONGEST = 2000;
    private static final int MOST = 50;
    private static final int SHORTEST_TOKEN = 16;
    private static final Pattern TRACKER = Pattern.compile("(?i)/(ls|wf|ss|track|trk|r|e3t|cl0|l0|c)/(click|c/|open|ctc|htt)|/track(ing)?/(click|open)|/click([/?.]|$)|/(ls|wf)/open|/open([/?.]|$)"
            + "|awstrack\\.me/|list-manage\\.com/track|/redirect\\?|/redir\\?|/cl0/|/l0/http|//(click|clicks|trk|track|tracking|email-link|links?\\.mail|link\\.mail)\\.");
    /** Encoded up to the next slash or parameter, or as it stands to the end. */
    private static final Pattern EMBEDDED = Pattern.compile("(?i)[=/](?:(https?(?:%3a|:)%2f%2f[^&\\s/]+)|(https?://[^&\\s]+))");
    private static final Set<String> PERSONAL = Set.of("e", "email", "mail", "em", "token", "sid", "sub", "subid", "uid", "user", "userid", "user_id", "recipient", "rcpt",
            "contact", "contactid", "contact_id", "key", "hash", "h", "s", "sig", "signature", "jwt", "eid", "mid", "cid", "ck_subscriber_id", "subscriber", "subscriber_id",
            "subscriberid", "r", "t", "triedredirect", "isfreemail", "_hsenc", "_hsmi", "mkt_tok", "member", "memberid", "auth");
    private static final Pattern OPAQUE_PATH = Pattern.compile("(?<![A-Za-z0-9_])(?:(?=[A-Za-z0-9_]*[a-z])(?=[A-Za-z0-9_]*[A-Z])(?=[A-Za-z0-9_]*[0-9])"
            + "[A-Za-z0-9_]{32,}|[A-Za-z0-9_]{64,})");
    private static final Pattern OPAQUE_VALUE = Pattern.compile("(?=.*[0-9])(?=.*[A-Za-z])[A-Za-z0-9_=.%~+-]{24,}");

    private final Set<String> addresses;
    private final List<String> exits;
    private final Set<String> tokens;

    /**
     * @param addresses that the mail was sent to
     * @param exits     addresses of List-Unsubscribe (RFC 2369)
     */
    PersonalLinks(Set<String> addresses, List<String> exits) {
        this.addresses = addresses.stream().map(address -> address.toLowerCase(Locale.ROOT)).limit(MOST).collect(Collectors.toSet());
        this.exits = exits.stream().limit(MOST).toList();
        this.tokens = this.exits.stream().flatMap(exit -> Stream.of(exit.split("[^A-Za-z0-9_-]+"))).filter(token -> token.length() >= SHORTEST_TOKEN)
                .filter(token -> token.chars().anyMatch(Character::isDigit)).limit(MOST).collect(Collectors.toSet());
    }

    /** The address that may be published; empty if there is none. */
    Optional<String> publishable(String address) {
        return publishable(address, 3);
    }

    private Optional<String> publishable(String address, int unwrapping) {
        var url = address.strip();
        if (url.length() > LONGEST || !FeedValues.isWebAddress(url)) {
            return Optional.empty();
        }
        if (TRACKER.matcher(url).find()) {
            var inner = EMBEDDED.matcher(url.substring(8));
            return unwrapping > 0 && inner.find() ? embedded(inner).flatMap(target -> publishable(target, unwrapping - 1)) : Optional.empty();
        }
        if (isExit(url)) {
            return Optional.empty();
        }
        var stripped = stripped(url);
        return names(stripped) || OPAQUE_PATH.matcher(stripped).find() ? Optional.empty() : Optional.of(stripped).filter(left -> WebAddress.of(left).isPresent());
    }

    /** Whether following it leaves, or changes the subscription. */
    boolean isExit(String url) {
        return NewsletterWords.leadsAway(url) || exits.stream().anyMatch(exit -> url.regionMatches(true, 0, exit, 0, exit.length()));
    }

    /** Whether it names the subscriber. */
    boolean names(String text) {
        var plain = text.toLowerCase(Locale.ROOT).replace("%40", "@").replace("%2b", "+");
        return addresses.stream().anyMatch(plain::contains) || tokens.stream().anyMatch(text::contains);
    }

    private String stripped(String url) {
        var hash = url.indexOf('#');
        var fragment = hash < 0 ? "" : url.substring(hash);
        var whole = hash < 0 ? url : url.substring(0, hash);
        var question = whole.indexOf('?');
        if (question < 0) {
            return names(fragment) || OPAQUE_VALUE.matcher(fragment).find() ? whole : url;
        }
        var kept = Arrays.stream(whole.substring(question + 1).split("&")).filter(parameter -> !isPersonal(parameter)).collect(Collectors.joining("&"));
        return whole.substring(0, question) + (kept.isEmpty() ? "" : "?" + kept);
    }

    private boolean isPersonal(String parameter) {
        var parts = parameter.split("=", 2);
        return parameter.isEmpty() || PERSONAL.contains(parts[0].toLowerCase(Locale.ROOT)) || names(parameter)
                || parts.length > 1 && (parts[1].contains("@") || parts[1].toLowerCase(Locale.ROOT).contains("%40") || isOpaque(parts[0], parts[1]));
    }

    /** Identifiers of accounts and mailings are as long; they are public and needed. */
    private static boolean isOpaque(String name, String value) {
        return !(name.equals("u") || name.equals("id")) && OPAQUE_VALUE.matcher(value).matches();
    }

    private static Optional<String> embedded(Matcher found) {
        try {
            return Optional.of(found.group(1) == null ? found.group(2) : URLDecoder.decode(found.group(1), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notEncoded) {
            return Optional.empty();
        }
    }
}
