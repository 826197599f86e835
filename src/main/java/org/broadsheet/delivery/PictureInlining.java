package org.broadsheet.delivery;

import java.lang.ref.WeakReference;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.inject.Singleton;

import org.broadsheet.article.Pictures;
import org.broadsheet.mail.InlinePicture;
import org.broadsheet.mail.RefusedValueException;
import org.broadsheet.platform.BroadsheetConfig;
import org.jsoup.parser.Parser;

/**
 * Brings pictures of this server into the mail that shows them (A11, A36): the rendition that the mark-up asks for, in the order in which it
 * does. A picture is read and encoded once for as long as any rendering holds it.
 */
@Singleton
class PictureInlining {

    private static final Pattern IMG = Pattern.compile("<img\\b(?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+>", Pattern.CASE_INSENSITIVE);
    private static final Pattern ALT = Pattern.compile("\\salt\\s*=\\s*([\"'])(.*?)\\1", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final int SHORT_HASH = 32;
    /** The boundary and line ends round a part. */
    private static final int FRAME = 60;

    /** @param pictures those that the mark-up now shows by {@code cid:}, each once */
    record Inlined(String html, List<InlinePicture> pictures) {
    }

    private record Key(String hash, int width, String domain, String alt) {
    }

    private final Pictures store;
    private final Pattern source;
    private final Map<Key, WeakReference<InlinePicture>> known = new HashMap<>();

    PictureInlining(Pictures store, BroadsheetConfig config) {
        this.store = store;
        this.source = Pattern.compile("(\\ssrc\\s*=\\s*[\"'])" + Pattern.quote(config.publicBase()) + "/pictures/([0-9a-f]{64})-([0-9]{1,4})\\.(?:jpg|png)(?=[\"'])");
    }

    /**
     * @param domain of the sender, which the pictures' names end in
     * @param room   octets that the pictures may take; from the first on that does not fit, they stay on this server
     */
    Inlined inlined(String html, String domain, long room) {
        var round = new Round(domain, room);
        return new Inlined(IMG.matcher(html).replaceAll(tag -> Matcher.quoteReplacement(round.tag(tag.group()))), List.copyOf(round.taken.values()));
    }

    private final class Round {

        private final String domain;
        private final Map<String, InlinePicture> taken = new LinkedHashMap<>();
        private long room;

        Round(String domain, long room) {
            this.domain = domain;
            this.room = room;
        }

        String tag(String tag) {
            return source.matcher(tag).replaceFirst(found -> Matcher.quoteReplacement(cid(found, tag).map(cid -> found.group(1) + "cid:" + cid).orElse(found.group())));
        }

        private Optional<String> cid(MatchResult found, String tag) {
            var contentId = found.group(2).substring(0, SHORT_HASH) + "-" + found.group(3) + "@" + domain;
            if (taken.containsKey(contentId)) {
                return Optional.of(contentId);
            }
            var picture = room <= 0 ? Optional.<InlinePicture>empty() : picture(new Key(found.group(2), Integer.parseInt(found.group(3)), domain, alt(tag)), contentId);
            if (picture.isEmpty()) {
                return Optional.empty();
            }
            if (picture.get().size() + FRAME > room) {
                room = 0;
                return Optional.empty();
            }
            room -= picture.get().size() + FRAME;
            taken.put(contentId, picture.get());
            return Optional.of(contentId);
        }
    }

    private static String alt(String tag) {
        var alt = ALT.matcher(tag);
        return alt.find() ? Parser.unescapeEntities(alt.group(2), true) : "";
    }

    /** Empty if the picture is gone from the store. */
    private synchronized Optional<InlinePicture> picture(Key key, String contentId) {
        var held = known.get(key);
        var picture = held == null ? null : held.get();
        if (picture != null) {
            return Optional.of(picture);
        }
        var read = read(key, contentId);
        known.values().removeIf(reference -> reference.get() == null);
        read.ifPresent(fresh -> known.put(key, new WeakReference<>(fresh)));
        return read;
    }

    private Optional<InlinePicture> read(Key key, String contentId) {
        try {
            var stored = store.find(key.hash(), key.width());
            return stored.isEmpty() ? Optional.empty()
                    : Optional.of(InlinePicture.of(contentId, stored.get().mediaType(), key.alt(), stored.get().bytes()));
        } catch (SQLException problem) {
            throw new IllegalStateException("The picture " + key.hash() + " cannot be read", problem);
        } catch (RefusedValueException refused) {
            throw new IllegalStateException("The picture " + key.hash() + " cannot stand in a mail: " + refused.getMessage(), refused);
        }
    }
}
