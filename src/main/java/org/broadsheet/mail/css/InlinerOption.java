package org.broadsheet.mail.css;

/** What a {@link CssInliner} does beyond the cascade. */
public enum InlinerOption {
    /**
     * Declarations of kept rules (in @media and the like, and of :hover and its kind) are written with !important where the sheet would have to beat a
     * style attribute, which it else never does.
     */
    KEPT_RULES_WIN,
    /** Attributes for Outlook's Word engine from what the CSS says (D2); an attribute that is there already stays as it is. */
    OUTLOOK_ATTRIBUTES,
    /** Class names that no kept rule asks for are dropped. */
    NO_SPARE_CLASSES
}
