package org.broadsheet.delivery;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.broadsheet.edition.ArchiveDesk;
import org.broadsheet.edition.Digest;
import org.broadsheet.publication.Publication;
import org.broadsheet.subscriber.LatestEdition;
import org.broadsheet.subscriber.SignupPage;
import org.broadsheet.web.PageWords;

/** The latest edition beside the signup form: this room is the first that sees both editions and readers. */
@ApplicationScoped
class SignupSample implements LatestEdition {

    private static final int HEADLINES = 4;

    private final ArchiveDesk archive;

    SignupSample(ArchiveDesk archive) {
        this.archive = archive;
    }

    @Override
    public Optional<SignupPage.Sample> of(Publication publication) {
        var words = PageWords.in(publication.language);
        return archive.latest(publication).map(digest -> sample(publication, digest, words));
    }

    private static SignupPage.Sample sample(Publication publication, Digest digest, PageWords words) {
        var lead = digest.lead().orElseThrow();
        return new SignupPage.Sample(words.date(digest.date()), words.number(digest.number()), "/" + publication.slug + "/editions/" + digest.number(),
                lead.picture().map(picture -> picture.large().substring(picture.large().indexOf("/pictures/"))).orElse(""),
                lead.picture().map(Digest.Illustration::alt).orElse(""), lead.kicker(), lead.headline(),
                lead.standfirst().isEmpty() ? lead.summary() : lead.standfirst(),
                ArchiveDesk.others(digest, words).stream().limit(HEADLINES).toList(), words.readInFull(digest.number()));
    }
}
