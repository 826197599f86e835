package org.broadsheet.publication;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.broadsheet.mail.MailTheme;
import org.broadsheet.mail.ValidMailAddress;
import org.broadsheet.web.Concerns;
import org.broadsheet.web.ValidLanguage;
import org.broadsheet.web.ValidZone;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** A publication as the API takes it. Absent lists are empty; an absent schedule means editions on request only. */
public record PublicationBody(
        @NotNull(message = "is missing") @Pattern(regexp = "[a-z0-9-]{1,40}", message = "must be 1 to 40 of a-z, 0-9 and -") String slug,
        @NotBlank(message = "is missing") @Size(max = 120, message = "is longer than 120 characters") @OneLine String name,
        @Size(max = 200, message = "is longer than 200 characters") @OneLine String strapline,
        @NotNull(message = "is missing") @ValidLanguage String language,
        @NotNull(message = "is missing") @ValidZone String timeZone,
        @NotNull(message = "is missing") @Valid SenderBody sender,
        @NotBlank(message = "is missing") @Size(max = 300, message = "is longer than 300 characters") @OneLine String legalName,
        @NotBlank(message = "is missing") @Size(max = 600, message = "is longer than 600 characters") @SeveralLines String postalAddress,
        @Pattern(regexp = "#[0-9a-fA-F]{6}", message = "must be a colour such as #7a1f2b") String accentColor,
        @Valid ThemeBody theme,
        @Size(max = 12, message = "has more than 12 entries") List<@Valid @NotNull(message = "is missing") ContactBody> contacts,
        @Size(max = 40, message = "has more than 40 entries") List<@Valid @NotNull(message = "is missing") SectionBody> sections,
        @Valid ScheduleBody schedule,
        @Valid SelectionBody selection,
        @Valid ApprovalBody approval,
        MailSettings mail,
        @Size(max = 500, message = "is longer than 500 characters") @Pattern(regexp = "https?://[^\\s\"<>\\p{Cntrl}\\p{Cs}\\uE000\\uE001\\uFFFE\\uFFFF]+", message = "must be a web address such as https://example.org/privacy") String privacyUrl) {

    static final String DEFAULT_ACCENT = "#7a1f2b";
    private static final Set<String> RESERVED = Set.of("admin", "api", "assets", "confirm", "embed", "pictures", "preferences", "q", "unsubscribe");

    /** @see Sender */
    public record SenderBody(
            @NotBlank(message = "is missing") @Size(max = 120, message = "is longer than 120 characters") @OneLine String name,
            @NotNull(message = "is missing") @ValidMailAddress String address,
            @ValidMailAddress String replyTo) {
    }

    /** How mails look; what is absent is as usual. @see MailTheme */
    public record ThemeBody(MailTheme.Design design, MailTheme.Fonts fonts, MailTheme.Density density) {

        MailTheme value() {
            return new MailTheme(Optional.ofNullable(design).orElse(MailTheme.DEFAULT.design()), Optional.ofNullable(fonts).orElse(MailTheme.DEFAULT.fonts()),
                    Optional.ofNullable(density).orElse(MailTheme.DEFAULT.density()));
        }
    }

    /** @see Contact */
    public record ContactBody(
            @NotBlank(message = "is missing") @Size(max = 60, message = "is longer than 60 characters") @OneLine String label,
            @NotNull(message = "is missing") @Pattern(regexp = "\\+?[0-9][0-9 ()./-]{2,30}",
                    message = "must be a telephone number such as +44 1632 960 214") String phone) {
    }

    /** @see Section */
    public record SectionBody(
            @NotNull(message = "is missing") @Pattern(regexp = "[a-z0-9-]{1,40}", message = "must be 1 to 40 of a-z, 0-9 and -") String slug,
            @NotBlank(message = "is missing") @Size(max = 60, message = "is longer than 60 characters") @OneLine String name) {
    }

    /** @see Selection */
    public record SelectionBody(
            @Min(value = 1, message = "must be at least 1") @Max(value = 100, message = "must be at most 100") Integer maxStories,
            @Min(value = 1, message = "must be at least 1") @Max(value = 100, message = "must be at most 100") Integer minStories,
            @Min(value = 1, message = "must be at least 1") @Max(value = 100, message = "must be at most 100") Integer maxPerSource,
            Duration maxAge) {

        Selection value() {
            return new Selection(
                    Optional.ofNullable(maxStories).orElse(Selection.DEFAULT.maxStories()),
                    Optional.ofNullable(minStories).orElse(Selection.DEFAULT.minStories()),
                    Optional.ofNullable(maxPerSource).orElse(Selection.DEFAULT.maxPerSource()),
                    Optional.ofNullable(maxAge).orElse(Selection.DEFAULT.maxAge()));
        }

        @JsonIgnore
        @AssertTrue(message = "must not be larger than maxStories")
        @Concerns("minStories")
        public boolean isOrdered() {
            return value().minStories() <= value().maxStories();
        }

        @JsonIgnore
        @AssertTrue(message = "must be between PT1H and P60D, such as PT48H")
        @Concerns("maxAge")
        public boolean isMaxAgeSensible() {
            return value().maxAge().compareTo(Duration.ofHours(1)) >= 0 && value().maxAge().compareTo(Duration.ofDays(60)) <= 0;
        }
    }

    @JsonIgnore
    @AssertTrue(message = "is a word that this service uses itself")
    @Concerns("slug")
    public boolean isSlugFree() {
        return slug == null || !RESERVED.contains(slug);
    }

    @JsonIgnore
    @AssertTrue(message = "two sections have the same slug")
    @Concerns("sections")
    public boolean isSectionsDistinct() {
        var seen = new HashSet<String>();
        return sections == null || sections.stream().allMatch(section -> section == null || section.slug() == null || seen.add(section.slug()));
    }

    @JsonIgnore
    @AssertTrue(message = "is longer than the pause between two editions of a day")
    @Concerns("approval.minutesEarly")
    public boolean isApprovalBetweenEditions() {
        if (approval == null || approval.minutesEarly() == null || schedule == null || schedule.alsoAt() == null || !schedule.isTimesOrdered()) {
            return true;
        }
        var times = Stream.concat(Stream.of(schedule.time()), schedule.alsoAt().stream().sorted()).map(LocalTime::parse).toList();
        return IntStream.range(1, times.size())
                .allMatch(next -> Duration.between(times.get(next - 1), times.get(next)).toMinutes() >= approval.minutesEarly());
    }

    static PublicationBody of(Publication publication) {
        var selection = publication.selection;
        return new PublicationBody(publication.slug, publication.name, emptyToNull(publication.strapline), publication.language,
                publication.timeZone.getId(),
                new SenderBody(publication.sender.name(), publication.sender.address(), publication.sender.replyTo()),
                publication.legalName, publication.postalAddress, publication.accentColor,
                new ThemeBody(publication.theme().design(), publication.theme().fonts(), publication.theme().density()),
                publication.contacts.stream().map(contact -> new ContactBody(contact.label(), contact.phone())).toList(),
                publication.sections.stream().map(section -> new SectionBody(section.slug(), section.name())).toList(),
                ScheduleBody.of(publication.schedule),
                new SelectionBody(selection.maxStories(), selection.minStories(), selection.maxPerSource(), selection.maxAge()),
                publication.approval().map(ApprovalBody::of).orElse(null), publication.mail,
                publication.privacyUrl().orElse(null));
    }

    void writeTo(Publication publication) {
        publication.slug = slug;
        publication.name = name.strip();
        publication.strapline = Optional.ofNullable(strapline).orElse("").strip();
        publication.language = language;
        publication.timeZone = ZoneId.of(timeZone);
        publication.sender = new Sender(sender.name().strip(), sender.address().strip(), sender.replyTo());
        publication.legalName = legalName.strip();
        publication.postalAddress = postalAddress.strip().replace("\r\n", "\n");
        publication.accentColor = Optional.ofNullable(accentColor).orElse(DEFAULT_ACCENT);
        publication.theme = Optional.ofNullable(theme).map(ThemeBody::value).orElse(MailTheme.DEFAULT);
        publication.contacts = Optional.ofNullable(contacts).orElse(List.of()).stream()
                .map(contact -> new Contact(contact.label().strip(), contact.phone().strip())).toList();
        publication.sections = Optional.ofNullable(sections).orElse(List.of()).stream()
                .map(section -> new Section(section.slug(), section.name().strip())).toList();
        publication.schedule = Optional.ofNullable(schedule).map(ScheduleBody::value).orElseGet(ScheduleBody::none);
        publication.selection = Optional.ofNullable(selection).map(SelectionBody::value).orElse(Selection.DEFAULT);
        publication.approval = Optional.ofNullable(approval).map(ApprovalBody::value).orElse(null);
        publication.mail = Optional.ofNullable(mail).orElse(MailSettings.DEFAULT);
        publication.mail.check();
        publication.privacyUrl = privacyUrl;
    }

    private static String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
