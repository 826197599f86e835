package org.broadsheet.publication;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Version;

import org.broadsheet.mail.MailTheme;
import org.broadsheet.web.Directions;
import org.broadsheet.web.Masthead;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import io.quarkus.hibernate.orm.panache.PanacheEntity;

/** A newsletter: who publishes it, how it looks, when it appears and what it takes. */
@Entity
public class Publication extends PanacheEntity {

    public String slug;
    public String name;
    /** One line under the nameplate; "" if there is none. */
    public String strapline;
    /** BCP 47. */
    public String language;
    public ZoneId timeZone;
    @Embedded
    public Sender sender;
    public String legalName;
    /** Lines separated by line feeds. */
    public String postalAddress;
    /** {@code #rrggbb} as the operator gave it. */
    public String accentColor;
    /** Null until one is chosen. */
    @JdbcTypeCode(SqlTypes.JSON)
    public MailTheme theme;
    @JdbcTypeCode(SqlTypes.JSON)
    public List<Contact> contacts;
    @JdbcTypeCode(SqlTypes.JSON)
    public List<Section> sections;
    @JdbcTypeCode(SqlTypes.JSON)
    public Schedule schedule;
    @JdbcTypeCode(SqlTypes.JSON)
    public Selection selection;
    /** Null where nobody is asked. */
    @JdbcTypeCode(SqlTypes.JSON)
    public Approval approval;
    @JdbcTypeCode(SqlTypes.JSON)
    public MailSettings mail;
    /** Where the publisher's privacy policy is; null if nowhere. */
    public String privacyUrl;
    /** Null where the name stands for itself. */
    @JdbcTypeCode(SqlTypes.JSON)
    public LogoFiles logo;
    public int lastEditionNumber;
    public Instant createdAt;
    public Instant updatedAt;
    @Version
    public int version;

    public static Optional<Publication> findBySlug(String slug) {
        return find("slug", slug).firstResultOptional();
    }

    /** Who is asked before an edition goes by schedule; empty where nobody is. */
    public Optional<Approval> approval() {
        return Optional.ofNullable(approval);
    }

    public Optional<String> privacyUrl() {
        return Optional.ofNullable(privacyUrl);
    }

    public Optional<LogoFiles> logo() {
        return Optional.ofNullable(logo);
    }

    /** How its mails look. */
    public MailTheme theme() {
        return Optional.ofNullable(theme).orElse(MailTheme.DEFAULT);
    }

    /** Head and foot of its pages. */
    public Masthead masthead() {
        return new Masthead(name, slug, strapline, language, Directions.of(language),
                contacts.stream().map(contact -> new Masthead.Phone(contact.label(), contact.phone(), contact.dialled())).toList(), legalName,
                postalLines(), "/" + slug).with(logo().map(LogoFiles::onPages), privacyUrl().orElse(""));
    }

    /** The lines of its postal address. */
    public List<String> postalLines() {
        return postalAddress.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /** The name of the section with this slug, or "" if there is none. */
    public String sectionName(String slug) {
        return sections.stream().filter(section -> section.slug().equals(slug)).map(Section::name).findFirst().orElse("");
    }
}
