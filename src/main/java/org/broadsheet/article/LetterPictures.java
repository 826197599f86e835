package org.broadsheet.article;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Semaphore;

import jakarta.enterprise.context.ApplicationScoped;

import org.broadsheet.source.Source;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** The picture of an article that came in the mail itself: the first of them that is one. One is decoded at a time. */
@ApplicationScoped
class LetterPictures {

    private final Pictures pictures;
    private final Semaphore studio = new Semaphore(1);

    LetterPictures(Pictures pictures) {
        this.pictures = pictures;
    }

    /** Nothing happens where the article has a picture, or may have none. */
    void give(long source, String guid, List<byte[]> offered) {
        if (offered.isEmpty() || !QuarkusTransaction.requiringNew().call(() -> isWanted(source, guid))) {
            return;
        }
        studio.acquireUninterruptibly();
        try {
            offered.stream().map(PictureStudio::make).filter(PictureStudio.Result.Made.class::isInstance).map(PictureStudio.Result.Made.class::cast).findFirst()
                    .ifPresent(made -> QuarkusTransaction.requiringNew().run(() -> store(source, guid, made)));
        } finally {
            studio.release();
        }
    }

    private static boolean isWanted(long id, String guid) {
        Source source = Source.findById(id);
        return source != null && source.rights.allowPictures()
                && Article.findByGuid(source, guid).filter(article -> article.pictureHash == null && article.pictureState == Article.PictureState.NONE).isPresent();
    }

    private void store(long id, String guid, PictureStudio.Result.Made made) {
        Source source = Source.findById(id);
        Article.findByGuid(source, guid).ifPresent(article -> {
            try {
                pictures.store(made);
            } catch (SQLException problem) {
                throw new IllegalStateException("A picture could not be stored", problem);
            }
            article.pictureHash = made.hash();
            article.pictureState = Article.PictureState.READY;
        });
    }
}
