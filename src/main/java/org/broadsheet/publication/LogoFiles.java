package org.broadsheet.publication;

import java.util.List;
import java.util.stream.Stream;

import org.broadsheet.mail.Logo;
import org.broadsheet.web.Masthead;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * The picture that stands for a publication's name.
 *
 * @param file     under {@code /pictures}
 * @param darkFile another for dark paper; "" if the first serves there, too
 * @param width    as it is shown, in CSS pixels
 * @param height   likewise
 * @param alt      what it says
 */
public record LogoFiles(String file, String darkFile, int width, int height, String alt) {

    /** The same with another picture for dark paper. */
    public LogoFiles inTheDark(String other) {
        return new LogoFiles(file, other, width, height, alt);
    }

    /** As mails show it, from this address of the service. */
    public Logo from(String publicBase) {
        return new Logo(publicBase + "/pictures/" + file, darkFile.isEmpty() ? "" : publicBase + "/pictures/" + darkFile, width, height, alt);
    }

    /** As pages show it: paths, since their policy allows no other origin. */
    Masthead.Logo onPages() {
        return new Masthead.Logo("/pictures/" + file, darkFile.isEmpty() ? "" : "/pictures/" + darkFile, width, height, alt);
    }

    /** What its files are stored under. */
    @JsonIgnore
    public List<String> hashes() {
        return Stream.of(file, darkFile).filter(name -> !name.isEmpty()).map(name -> name.substring(0, name.indexOf('-'))).toList();
    }
}
