package org.broadsheet.delivery;

import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.broadsheet.edition.ArchiveDesk;
import org.broadsheet.edition.Digest;
import org.broadsheet.edition.FrontPage;
import org.broadsheet.edition.WebStory;
import org.broadsheet.publication.Publication;
import org.broadsheet.subscriber.LatestEdition;
import org.broadsheet.subscriber.SignupPage;
import org.broadsheet.web.Masthead;

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
        return archive.latest(publication).map(digest -> sample(publication.masthead(), digest));
    }

    private static SignupPage.Sample sample(Masthead masthead, Digest digest) {
        var latest = FrontPage.Latest.of(digest, masthead);
        var lead = latest.lead();
        var picture = lead.flatMap(WebStory::picture);
        var others = Stream.concat(latest.row().stream(), latest.also().stream()).limit(HEADLINES)
                .map(story -> new SignupPage.Headline(story.headline(), story.section())).toList();
        return new SignupPage.Sample(digest.number(), digest.date(), latest.url(), lead.map(WebStory::kicker).orElse(""),
                lead.map(WebStory::headline).orElse(digest.subject()), lead.map(WebStory::text).orElse(""), picture.map(Digest.Illustration::large).orElse(""),
                picture.map(Digest.Illustration::alt).orElse(""), others);
    }
}
