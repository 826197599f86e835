package org.broadsheet.site;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * The operator's desk: what is wrong first, then each publication with its next edition, its sources and its last editions.
 *
 * @param notice   what the last action did; "" if there was none
 * @param problems what needs somebody; none is said, too
 */
public record DashboardPage(AdminHead head, String notice, List<Problem> problems, Relay relay, List<Paper> papers, Pasted pasted) {

    /**
     * An address of a source that was refused, so that its form comes back as it was left.
     *
     * @param slug    of the publication it was meant for
     * @param section that was chosen; "" if none
     * @param problem why; "" if nothing was refused
     */
    public record Pasted(String slug, String url, String section, String problem) {

        static final Pasted NOTHING = new Pasted("", "", "", "");
    }

    /** A section that articles of a new source may be filed under. */
    public record Choice(String slug, String name) {
    }

    /**
     * @param where  the part concerned, such as "Mail relay" or "Template digest.html, line 12"
     * @param what   what is wrong, in words
     * @param remedy what to do; "" if it goes by itself
     */
    public record Problem(String where, String what, String remedy) {
    }

    /**
     * @param address of the relay, {@code host:port}; "" if none is set
     */
    public record Relay(State state, String address) {

        public enum State {
            READY, MISSING, TROUBLED
        }

        /** How it stands, in words. */
        public String words() {
            return switch (state) {
                case READY -> "It takes mail.";
                case MISSING -> "None is set, so editions wait.";
                case TROUBLED -> "It does not take mail, so editions wait.";
            };
        }
    }

    /**
     * A publication.
     *
     * @param schedule in words
     * @param next     when the next edition is due; empty if none is
     * @param waiting  why none is due, or what it waits for; "" otherwise
     */
    public record Paper(String name, String slug, String schedule, ZoneId zone, Optional<Instant> next, String waiting, Readers readers,
            List<Action> actions, List<Choice> sections, List<SourceRow> sources, List<EditionRow> editions) {

        /** When the next edition is due, by the publication's clock. */
        public String nextText() {
            return next.map(instant -> Moments.in(instant, zone)).orElse("");
        }
    }

    /** How many readers there are, by status. */
    public record Readers(long active, long pending, long paused, long gone) {

        public String activeText() {
            return text(active);
        }

        /** Those who get nothing. */
        public String othersText() {
            return text(pending) + " unconfirmed, " + text(paused) + " paused, " + text(gone) + " gone";
        }

        private static String text(long count) {
            return NumberFormat.getIntegerInstance(Locale.UK).format(count);
        }
    }

    /**
     * @param title   as the source calls itself, else its address
     * @param page    path of its page on the desk
     * @param problem why the last try failed, in words; "" if it did not
     */
    public record SourceRow(String title, String page, String url, String kind, Optional<Instant> lastSuccess, String problem,
            Optional<Instant> nextTry) {
    }

    /**
     * @param number  0 for a skipped one
     * @param status  as the API writes it
     * @param reason  why it was skipped, cancelled or waits; "" otherwise
     * @param subject "" if there is none
     * @param at      when it was or will be sent; empty for a draft
     * @param url     path of its page on the desk
     */
    public record EditionRow(int number, String kind, String status, String reason, String subject, Optional<Instant> at, String url,
            Optional<Tally> tally, List<Action> actions) {
    }

    @CheckedTemplate(basePath = "admin")
    static class Templates {
        static native TemplateInstance dashboard(DashboardPage page);
    }

    /** What was pasted for this publication and refused, or nothing. */
    public Pasted pasted(Paper paper) {
        return paper.slug().equals(pasted.slug()) ? pasted : Pasted.NOTHING;
    }

    /** How long ago or ahead, seen from the page. */
    public String from(Instant instant) {
        return head.from(instant);
    }

    public TemplateInstance html() {
        return Templates.dashboard(this);
    }
}
