package org.broadsheet.edition;

import java.util.Optional;
import java.util.stream.Stream;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.broadsheet.publication.OneLine;
import org.broadsheet.publication.SeveralLines;
import org.broadsheet.web.Refusal;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * What a block of the publication's own says, as the API takes it and an edition keeps it. What is absent is null.
 *
 * @param place     where it stands; below the masthead for a note, after the lead for a sponsor, before the footer for a notice if left out
 * @param section   with {@code AFTER_SECTION}: after which one, from 1
 * @param heading   of a note
 * @param text      of a note: paragraphs with an empty line between them, or HTML of which strong, emphasis and links stay; of others plain text
 * @param signature of a note
 * @param label     of a sponsor; "Advertisement" in the publication's language if left out
 * @param headline  of a sponsor
 * @param picture   of a sponsor, uploaded before
 * @see Block
 */
public record BlockContent(
        @NotNull(message = "is missing: NOTE, SPONSOR or NOTICE") Kind kind,
        Block.Spot place,
        Integer section,
        @Size(max = 120, message = "is longer than 120 characters") @OneLine String heading,
        @Size(max = 5000, message = "is longer than 5000 characters") @SeveralLines String text,
        @Size(max = 120, message = "is longer than 120 characters") @OneLine String signature,
        @Size(max = 60, message = "is longer than 60 characters") @OneLine String label,
        @Size(max = 150, message = "is longer than 150 characters") @OneLine String headline,
        @Size(max = 2000, message = "is longer than 2000 characters") @Pattern(regexp = "(https?://|mailto:)[^\\s\"<>\\p{Cntrl}\\p{Cs}\\uE000\\uE001\\uFFFE\\uFFFF]+", message = "must be a web address") String url,
        @Size(max = 80, message = "is longer than 80 characters") @OneLine String linkText,
        @Valid PictureBody picture) {

    /** What kind of block. */
    public enum Kind {
        /** Words of the editor. */
        NOTE(Block.Spot.OPENING),
        /** What somebody paid for. */
        SPONSOR(Block.Spot.AFTER_LEAD),
        /** A line or two that stand there for good. */
        NOTICE(Block.Spot.END);

        private final Block.Spot usual;

        Kind(Block.Spot usual) {
            this.usual = usual;
        }
    }

    /** @param file as the upload was answered */
    public record PictureBody(
            @NotNull(message = "is missing") @Pattern(regexp = "[0-9a-f]{64}-[0-9]{1,4}\\.(jpg|png)", message = "must be the file of an uploaded picture") String file,
            @NotNull(message = "is missing") @Size(max = 300, message = "is longer than 300 characters") @OneLine String alt,
            Integer width, Integer height) {

        @JsonIgnore
        String hash() {
            return file.substring(0, file.indexOf('-'));
        }
    }

    /** @throws Refusal naming the field, if this kind of block lacks something, or has what only others have */
    void check() {
        switch (kind) {
            case NOTE -> {
                require("text", text);
                refuse("label", label);
                refuse("headline", headline);
                refuse("url", url);
                refuse("picture", picture);
            }
            case SPONSOR -> {
                require("headline", headline);
                require("url", url);
                refuse("heading", heading);
                refuse("signature", signature);
            }
            case NOTICE -> {
                require("text", text);
                refuse("picture", picture);
                refuse("label", label);
                if (url != null) {
                    require("linkText", linkText);
                }
            }
        }
        if (place == Block.Spot.AFTER_SECTION && (section == null || section < 1 || section > 100)) {
            throw Refusal.invalid("section", "must say after which section, from 1");
        }
    }

    private void require(String field, String value) {
        if (value == null || value.isBlank() || field.equals("text") && kind == Kind.NOTE && RichText.of(value).paragraphs().isEmpty()) {
            throw Refusal.invalid(field, "is missing in a block of kind " + kind);
        }
    }

    private void refuse(String field, Object value) {
        if (value != null) {
            throw Refusal.invalid(field, "has no place in a block of kind " + kind);
        }
    }

    /** The same with the size of its picture. */
    BlockContent with(PictureBody measured) {
        return new BlockContent(kind, place, section, heading, text, signature, label, headline, url, linkText, measured);
    }

    /** The files that it shows. */
    @JsonIgnore
    Stream<String> hashes() {
        return Optional.ofNullable(picture).map(PictureBody::hash).stream();
    }

    /**
     * As a reader sees it.
     *
     * @param usualLabel of what somebody paid for
     * @param pictures   address under which pictures are, with a slash at its end
     */
    Block block(String usualLabel, String pictures) {
        var spot = Optional.ofNullable(place).orElse(kind.usual);
        var here = spot == Block.Spot.AFTER_SECTION ? Block.Place.afterSection(section) : new Block.Place(spot, 0);
        return switch (kind) {
            case NOTE -> new Block.Note(here, orNothing(heading), RichText.of(text).paragraphs(), orNothing(signature));
            case SPONSOR -> new Block.Sponsor(here, Optional.ofNullable(label).filter(own -> !own.isBlank()).orElse(usualLabel),
                    Optional.ofNullable(picture).map(shown -> new Block.Picture(pictures + shown.file(), shown.alt(), shown.width(), shown.height())), headline,
                    orNothing(text), url, orNothing(linkText));
            case NOTICE -> new Block.Notice(here, text.strip(), orNothing(url), orNothing(linkText));
        };
    }

    private static String orNothing(String text) {
        return Optional.ofNullable(text).orElse("").strip();
    }
}
