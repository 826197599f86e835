package org.broadsheet.subscriber;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.broadsheet.web.Html;
import org.broadsheet.web.PageWords;
import org.broadsheet.web.Refusal;
import org.jboss.resteasy.reactive.RestForm;

import io.smallrye.common.annotation.Blocking;

/** What a reader chooses, reached from every mail without a password (E14). */
@Path("/preferences")
@Blocking
public class PreferencesResource {

    private static final int LONGEST_PAUSE_DAYS = 366;

    private final ReaderDesk desk;
    private final Clock clock;

    PreferencesResource(ReaderDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @GET
    @Path("/{token}")
    @Transactional
    public Response look(String token) {
        return Html.personal(200, page(require(token), token, PreferencesPage.State.FRESH).html());
    }

    @POST
    @Path("/{token}")
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    @Transactional
    public Response save(String token, @RestForm String name, @RestForm String timeZone, @RestForm String language, @RestForm List<String> section,
            @RestForm String pausedUntil) {
        var reader = require(token);
        var words = PageWords.in(reader.language);
        var pause = ReaderForms.dateFrom(pausedUntil);
        var problem = pause.map(date -> problem(words, date)).orElse("");
        if (!problem.isEmpty()) {
            return Html.personal(400, page(reader, token, PreferencesPage.State.FRESH, pausedUntil.strip(), Map.of("pausedUntil", problem)).html());
        }
        var publication = reader.publication;
        var choices = new ReaderDesk.Choices(ReaderForms.nameFrom(name), ReaderForms.zoneFrom(publication, timeZone),
                ReaderForms.languageFrom(publication, language), ReaderForms.sectionsFrom(publication, section), pause.flatMap(date -> date));
        var saved = desk.choose(token, choices).orElse(reader);
        return Html.personal(200, page(saved, token, PreferencesPage.State.SAVED).html());
    }

    private String problem(PageWords words, Optional<LocalDate> date) {
        var today = LocalDate.now(clock);
        if (date.isEmpty()) {
            return words.pauseMalformed();
        }
        if (!date.get().isAfter(today)) {
            return words.pauseInPast();
        }
        return date.get().isAfter(today.plusDays(LONGEST_PAUSE_DAYS)) ? words.pauseTooLong(today.plusDays(LONGEST_PAUSE_DAYS)) : "";
    }

    private Subscription require(String token) {
        return desk.find(token).filter(Subscription::live).orElseThrow(() -> Refusal.unknown("There is no subscription behind this link"));
    }

    private PreferencesPage page(Subscription reader, String token, PreferencesPage.State state) {
        return page(reader, token, state, Optional.ofNullable(reader.pausedUntil).map(LocalDate::toString).orElse(""), Map.of());
    }

    private PreferencesPage page(Subscription reader, String token, PreferencesPage.State state, String pause, Map<String, String> problems) {
        var publication = reader.publication;
        var form = new ReaderForm("/preferences/" + token, "", reader.subscriber.name, ReaderForms.sections(publication, reader.sections),
                ReaderForms.languages(publication, reader.language), ZoneRegion.all(reader.timeZone, PageWords.in(reader.language)), Map.of(), problems);
        var today = LocalDate.now(clock);
        return new PreferencesPage(publication.masthead().speaking(reader.language), reader.subscriber.mailAddress().masked(), form,
                new PreferencesPage.Pause(pause, today.plusDays(1), today.plusDays(LONGEST_PAUSE_DAYS)), "/unsubscribe/" + token, state);
    }
}
