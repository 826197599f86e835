package org.broadsheet.edition;

import java.util.List;
import java.util.stream.Stream;

import org.broadsheet.article.Story;
import org.broadsheet.publication.Publication;
import org.broadsheet.web.Link;
import org.broadsheet.web.MessagePage;

/** What stands where a story was that was withdrawn: that it was, when and why, and nothing of what it said. */
final class WithdrawnPage {

    private WithdrawnPage() {
    }

    static MessagePage of(Story story) {
        var words = story.publication.masthead().words();
        var date = story.withdrawnAt.atZone(story.publication.timeZone).toLocalDate();
        return page(story.publication, words.withdrawnTitle(), Stream.of(words.withdrawnMore(date), story.withdrawnReason));
    }

    /** Of an edition in which no story is left. */
    static MessagePage ofEdition(Publication publication) {
        return page(publication, publication.masthead().words().withdrawnEdition(), Stream.of());
    }

    private static MessagePage page(Publication publication, String title, Stream<String> paragraphs) {
        var masthead = publication.masthead();
        return new MessagePage(masthead, title, paragraphs.filter(text -> !text.isEmpty()).toList(), List.of(new Link(masthead.words().toFrontPage(), masthead.frontUrl())), "");
    }
}
