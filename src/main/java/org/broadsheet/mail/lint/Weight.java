package org.broadsheet.mail.lint;

import java.util.Optional;
import java.util.Set;

/**
 * How much depends on a feature of HTML or CSS where a client lacks it, and so how bad that is: the policy for what {@link Support} knows
 * (ADR 19).
 *
 * <pre>
 *              not supported   in part    with a fallback
 * ESSENTIAL    error           warning    note
 * FORMAT       error           note       note
 * LAYOUT       warning         note       note
 * DECORATION   note            -          -
 * SILENT       -               -          -
 * </pre>
 */
enum Weight {
    /** Content is lost, or lies on top of other content. */
    ESSENTIAL,
    /** A picture format: without it there is no picture; in part means that the client converts it. */
    FORMAT,
    /** The mail can be read, and falls apart to look at. */
    LAYOUT,
    /** Nobody misses it who does not know of it. */
    DECORATION,
    /** Said by a check of its own, or for those alone who know it. */
    SILENT;

    private static final Set<String> ESSENTIALS = Set.of("html-svg", "html-video", "html-audio", "html-picture", "html-dialog", "html-popover", "html-image-maps", "html-meter", "html-progress", "css-position");
    private static final Set<String> LAYOUTS = Set.of("css-display-flex", "css-display-grid", "css-display-none", "css-float", "css-margin", "css-padding", "css-height", "css-variables", "css-nesting",
            "html-link", "css-at-import", "css-linear-gradient", "css-radial-gradient", "css-conic-gradient", "css-unit-rem", "css-unit-vw", "css-unit-vh", "css-unit-vmin", "css-unit-vmax", "css-unit-ch",
            "css-unit-calc", "css-function-clamp", "css-function-min", "css-function-max", "css-function-light-dark", "css-rgb", "css-rgba", "css-modern-color", "css-object-fit", "css-column-count",
            "css-transform", "css-visibility", "css-text-align", "css-text-indent", "css-margin-inline-block", "css-margin-inline-start-end", "css-margin-block-start-end", "css-padding-inline-block",
            "css-padding-inline-start-end", "css-padding-block-start-end", "css-inline-size", "css-block-inline-size", "css-inset", "css-writing-mode", "css-unit-initial", "css-intrinsic-size",
            "html-hidden", "css-gap", "css-flex-direction", "css-marquee", "html-marquee", "html-ruby");
    /** Who relies on these has checks of their own here, or loses nothing that anybody could mend. */
    private static final Set<String> SILENTS = Set.of("html-lang", "html-dir", "html-role", "html-doctype", "html-body", "html-style", "css-at-media", "css-important", "css-comments", "css-color-scheme",
            "html-meta-color-scheme", "html-target", "html-form", "html-object", "html-base", "html-anchor-links", "html-mailto-links", "html-comments", "image-base64", "css-cursor", "css-width",
            "css-max-width", "css-background", "css-background-image", "html-background", "html-button-submit", "html-button-reset", "html-select", "html-textarea", "html-required", "html-semantics",
            "html-aria-hidden", "html-aria-label", "html-aria-labelledby", "html-aria-describedby", "html-aria-live", "css-text-decoration-line", "html-rp", "html-rt", "css-display", "image-hdr");
    /** What is supported in part is told where this very use is meant, which {@link FeatureUse} knows of these. */
    private static final Set<String> NARROWED = Set.of("css-margin", "css-padding", "css-height", "css-display-none", "css-text-align", "css-text-indent", "css-rgb", "css-position");

    static Weight of(String slug) {
        if (SILENTS.contains(slug) || slug.startsWith("html-input-")) {
            return SILENT;
        }
        if (ESSENTIALS.contains(slug)) {
            return ESSENTIAL;
        }
        if (slug.startsWith("image-")) {
            return slug.equals("image-apng") ? DECORATION : FORMAT;
        }
        return LAYOUTS.contains(slug) ? LAYOUT : DECORATION;
    }

    /** @return empty if there is nothing to say */
    Optional<Verdict> verdict(String slug, Support.Level level, boolean covered) {
        if (this == SILENT || level == Support.Level.YES || level == Support.Level.UNKNOWN || this == DECORATION && covered) {
            return Optional.empty();
        }
        if (level == Support.Level.PARTLY) {
            return switch (this) {
                case ESSENTIAL -> Optional.of(covered ? Verdict.NOTE : Verdict.WARNING);
                case FORMAT -> Optional.of(Verdict.NOTE);
                default -> NARROWED.contains(slug) && !covered ? Optional.of(Verdict.NOTE) : Optional.empty();
            };
        }
        return Optional.of(covered || this == DECORATION ? Verdict.NOTE : this == LAYOUT ? Verdict.WARNING : Verdict.ERROR);
    }
}
