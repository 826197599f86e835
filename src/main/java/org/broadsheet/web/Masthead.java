package org.broadsheet.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The head and foot of a public page. Plain text throughout; absent text is "".
 *
 * @param name          of the publication; an ampersand in it is set in italics and in the accent
 * @param slug          of the publication; "" on pages of the server itself, which then wear no publication's colours
 * @param strapline     one line under the name
 * @param language      BCP 47 tag
 * @param direction     {@code ltr} or {@code rtl}
 * @param contacts      where readers reach the publisher
 * @param legalName     of the publisher
 * @param postalAddress its lines
 * @param homeUrl       path of the front page without a slash at the end, such as {@code /pen-daily}; "" for the server's own.
 *                      A path, since the content security policy allows what comes from this very origin alone
 * @param wordsLanguage BCP 47 tag of the language that the page around it is wanted in: the publication's or the reader's
 * @param logo          stands in place of the name
 * @param privacyUrl    the publisher's privacy policy, absolute; "" if there is none
 */
public record Masthead(
        String name,
        String slug,
        String strapline,
        String language,
        String direction,
        List<Phone> contacts,
        String legalName,
        List<String> postalAddress,
        String homeUrl,
        String wordsLanguage,
        Optional<Logo> logo,
        String privacyUrl) {

    private static final Pattern AROUND_AMPERSAND = Pattern.compile("(?<=&)|(?=&)");

    /**
     * @param label the office
     * @param phone as people write it
     * @param tel   as a {@code tel:} URI takes it (RFC 3966, section 3)
     */
    public record Phone(String label, String phone, String tel) {
    }

    /**
     * A picture of the name.
     *
     * @param path     on this server
     * @param darkPath another for dark paper; "" if the first serves there, too
     * @param width    as it is shown, in CSS pixels
     * @param height   likewise
     * @param alt      what it says
     */
    public record Logo(String path, String darkPath, int width, int height, String alt) {
    }

    /** What came from outside is no link unless it leads to the web. */
    public Masthead {
        privacyUrl = Link.outside(privacyUrl);
    }

    /** For pages in the publication's own language. */
    public Masthead(String name, String slug, String strapline, String language, String direction, List<Phone> contacts, String legalName,
            List<String> postalAddress, String homeUrl) {
        this(name, slug, strapline, language, direction, contacts, legalName, postalAddress, homeUrl, language, Optional.empty(), "");
    }

    /** The same for a reader of this language. */
    public Masthead speaking(String readersLanguage) {
        return new Masthead(name, slug, strapline, language, direction, contacts, legalName, postalAddress, homeUrl, readersLanguage, logo, privacyUrl);
    }

    /** The same with a picture for its name, and with a privacy policy. */
    public Masthead with(Optional<Logo> otherLogo, String otherPrivacyUrl) {
        return new Masthead(name, slug, strapline, language, direction, contacts, legalName, postalAddress, homeUrl, wordsLanguage, otherLogo, otherPrivacyUrl);
    }

    /** The head of pages that belong to no publication. */
    public static Masthead ofServer(String name, String language) {
        return new Masthead(name, "", "", language, "ltr", List.of(), "", List.of(), "");
    }

    /** The name cut before and after each ampersand, so that these can be set apart. */
    public List<String> nameParts() {
        return List.of(AROUND_AMPERSAND.split(name));
    }

    /** Where the name leads: the front page. */
    public String frontUrl() {
        return homeUrl.isEmpty() ? "/" : homeUrl;
    }

    /** The words of the page around what is published. */
    public PageWords words() {
        return PageWords.in(wordsLanguage);
    }

    /** Whether {@link #words} are in another language than the publication, which pages then have to declare (WCAG 2.2, 3.1.2). */
    public boolean wordsForeign() {
        return !Locale.forLanguageTag(language).getLanguage().equals(words().locale().getLanguage());
    }

    /** The language as Open Graph writes it: {@code en_GB}. */
    public String cardLocale() {
        return Locale.forLanguageTag(language).stripExtensions().toString();
    }

    public String subscribeUrl() {
        return homeUrl + "/subscribe";
    }

    public String editionUrl(int number) {
        return homeUrl + "/editions/" + number;
    }
}
