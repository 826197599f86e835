package org.broadsheet.site;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.broadsheet.delivery.DeliveryItem;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * One edition on the desk: how it looks and what the linter says of it; while it is a draft, the form in which it is changed; once it is sent,
 * where every copy is, what the servers said, and its stories, to be put right or withdrawn.
 *
 * @param paper    name of the publication
 * @param number   0 for a skipped one
 * @param notice   what the last action did; "" if there was none
 * @param reason   why it was skipped, cancelled or waits; "" otherwise
 * @param at       when it was or will be sent, by the publication's clock; "" if that is open
 * @param webUrl   path of the edition on the web; "" while readers may not see it
 * @param sender   as a mailbox shows it
 * @param wanting  copies that failed or of which nothing is known
 * @param more     path to further ones; "" if these are all
 * @param draft    empty once it is none
 * @param stories  empty while it is a draft
 * @param looks    none if there is nothing to see
 * @param path     of this page; what is done with the edition is posted below it
 */
public record AdminEditionPage(AdminHead head, String notice, String paper, int number, String kind, String status, String reason, String sender, String subject, String preheader, String at,
        String webUrl, Tally tally, List<Action> actions, List<Copy> wanting, String more, Optional<AdminDraft> draft, List<Story> stories, List<Look> looks, Optional<Linting> linting, String path) {

    /**
     * @param email "" for a reader who was erased
     * @param reply the server's words; "" if it said none
     */
    public record Copy(String email, String state, int attempts, String reply, String messageId, Instant updatedAt) {

        static Copy of(DeliveryItem item) {
            return new Copy(Optional.ofNullable(item.email()).orElse(""), item.state().name(), item.attempts(),
                    Optional.ofNullable(item.reply()).orElse(""),
                    Optional.ofNullable(item.messageId()).orElse(""), item.updatedAt());
        }
    }

    /**
     * A story that was sent, or is about to be.
     *
     * @param corrected what was put right, the latest last
     * @param withdrawn when and why; "" if it was not
     */
    public record Story(String id, String headline, String standfirst, String summary, String source, List<String> corrected, String withdrawn) {
    }

    /**
     * How the mail is seen, in a frame without any rights (F8).
     *
     * @param name such as "Phone, dark"
     * @param size {@code desk}, {@code phone} or {@code text}
     */
    public record Look(String name, String size, String url) {
    }

    @CheckedTemplate(basePath = "admin")
    static class Templates {
        static native TemplateInstance edition(AdminEditionPage page);
    }

    /** How the edition is called. */
    public String title() {
        return number == 0 ? "Edition without a number" : "No. " + number;
    }

    /** Whether something is known of copies. */
    public boolean hasCopies() {
        return tally.due() > 0;
    }

    /** The same with a form that was not saved. */
    AdminEditionPage with(AdminDraft unsaved) {
        return new AdminEditionPage(head, notice, paper, number, kind, status, reason, sender, subject, preheader, at, webUrl, tally, actions, wanting, more, Optional.of(unsaved), stories, looks,
                linting, path);
    }

    public TemplateInstance html() {
        return Templates.edition(this);
    }
}
