package org.broadsheet.article;

import java.sql.SQLException;
import java.util.Optional;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import org.broadsheet.operator.AuditLog;
import org.broadsheet.publication.LogoFiles;
import org.broadsheet.publication.Publication;
import org.broadsheet.publication.PublicationSaved;
import org.broadsheet.publication.Publications;
import org.broadsheet.web.Refusal;

/** Pictures that operators upload: logos, and pictures for blocks of a publication's own. What nobody shows within a day is removed. */
@ApplicationScoped
public class OwnPictures {

    static final int MOST_BYTES = 12_000_000;
    /** Logos are stored twice as large as they are shown, if the upload allows. */
    private static final int SHOWN_HEIGHT = 80;
    private static final int SHOWN_WIDTH = 576;
    private static final int DENSITY = 2;

    /** Which paper a logo is for. */
    public enum Paper {
        LIGHT, DARK
    }

    private final DataSource database;
    private final Publications publications;
    private final AuditLog audit;
    private final Event<PublicationSaved> saved;

    OwnPictures(DataSource database, Publications publications, AuditLog audit, Event<PublicationSaved> saved) {
        this.database = database;
        this.publications = publications;
        this.audit = audit;
        this.saved = saved;
    }

    /** @throws Refusal if it is no picture that can be served */
    @Transactional
    public OwnPicture add(String slug, byte[] bytes) throws SQLException {
        publications.require(slug);
        var picture = stored(bytes, OwnPicture.Purpose.BLOCK);
        audit.record("upload picture", slug, picture.file());
        return picture;
    }

    /**
     * Gives a publication its logo.
     *
     * @param alt what it says; empty for the publication's name
     */
    @Transactional
    public LogoFiles logo(String slug, Paper paper, Optional<String> alt, byte[] bytes) throws SQLException {
        var publication = publications.require(slug);
        if (paper == Paper.DARK && publication.logo().isEmpty()) {
            throw Refusal.conflict("There is no logo for light paper yet; it comes first");
        }
        var picture = stored(bytes, OwnPicture.Purpose.LOGO);
        publication.logo = paper == Paper.DARK ? publication.logo.inTheDark(picture.file()) : light(publication, picture, alt);
        audit.record("set logo", slug, paper.name());
        saved.fire(new PublicationSaved(publication.id));
        return publication.logo;
    }

    @Transactional
    public void withoutLogo(String slug) {
        var publication = publications.require(slug);
        publication.logo = null;
        audit.record("remove logo", slug, "");
    }

    void keepLogos(@Observes PicturesLeaving leaving) {
        leaving.keep(Publication.<Publication>list("logo is not null").stream().flatMap(publication -> publication.logo.hashes().stream()).toList());
    }

    /** The picture of this file, if it is there. */
    public Optional<OwnPicture> find(String file) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select width, height from picture_rendition where hash = ? and hash || '-' || width || case media_type"
                        + " when 'image/png' then '.png' else '.jpg' end = ?")) {
            select.setString(1, file.replaceFirst("-.*", ""));
            select.setString(2, file);
            try (var row = select.executeQuery()) {
                return row.next() ? Optional.of(new OwnPicture(file, row.getInt(1), row.getInt(2))) : Optional.empty();
            }
        }
    }

    private static LogoFiles light(Publication publication, OwnPicture picture, Optional<String> alt) {
        var scale = Math.min(1.0 / DENSITY, Math.min((double) SHOWN_WIDTH / picture.width(), (double) SHOWN_HEIGHT / picture.height()));
        return new LogoFiles(picture.file(), publication.logo().map(LogoFiles::darkFile).orElse(""), Math.max(1, (int) Math.round(picture.width() * scale)),
                Math.max(1, (int) Math.round(picture.height() * scale)), alt.map(String::strip).filter(text -> !text.isEmpty()).orElse(publication.name));
    }

    private OwnPicture stored(byte[] bytes, OwnPicture.Purpose purpose) throws SQLException {
        var made = OwnPictureStudio.make(bytes, purpose);
        var picture = made.picture();
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("insert into picture (hash, width, height, created_at) values (?, ?, ?, now()) on conflict (hash) do update set unused_since = null");
                var rendition = connection.prepareStatement("insert into picture_rendition (hash, width, height, media_type, bytes) values (?, ?, ?, ?, ?) on conflict do nothing")) {
            insert.setString(1, picture.hash());
            insert.setInt(2, picture.width());
            insert.setInt(3, picture.height());
            insert.executeUpdate();
            rendition.setString(1, picture.hash());
            rendition.setInt(2, picture.width());
            rendition.setInt(3, picture.height());
            rendition.setString(4, made.mediaType());
            rendition.setBytes(5, made.bytes());
            rendition.executeUpdate();
        }
        return picture;
    }

}
