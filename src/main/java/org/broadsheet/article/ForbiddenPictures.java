package org.broadsheet.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.broadsheet.source.PicturesForbidden;

/** Takes the pictures off the articles of a source that may not be copied any more. In the caller's transaction. */
@ApplicationScoped
class ForbiddenPictures {

    void takeOff(@Observes PicturesForbidden forbidden) {
        Article.update("pictureHash = null, pictureState = ?2, pictureProblem = '', pictureAlt = '', pictureCaption = '', pictureCredit = '' where source.id = ?1",
                forbidden.sourceId(), Article.PictureState.NONE);
    }
}
