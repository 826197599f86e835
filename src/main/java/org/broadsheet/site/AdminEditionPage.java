package org.broadsheet.site;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.broadsheet.delivery.DeliveryItem;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * One edition on the desk: where every copy is, what the servers said, and how it looks.
 *
 * @param paper    name of the publication
 * @param number   0 for a draft or a skipped one
 * @param notice   what the last action did; "" if there was none
 * @param reason   why it was skipped, cancelled or waits; "" otherwise
 * @param at       when it was or will be sent, by the publication's clock; "" for a draft
 * @param webUrl   path of the edition on the web; "" while readers may not see it
 * @param wanting  copies that failed or of which nothing is known
 * @param more     path to further ones; "" if these are all
 * @param preview  paths of the rendered mail
 */
public record AdminEditionPage(AdminHead head, String notice, String paper, int number, String kind, String status, String reason,
        String subject, String preheader, String at, String webUrl, Tally tally, List<Action> actions, List<Copy> wanting,
        String more, Preview preview) {

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
     * @param html shown in a frame without any rights (F8)
     * @param text "" if not offered
     * @param mime the raw message; "" if not offered
     */
    public record Preview(String html, String text, String mime) {
    }

    @CheckedTemplate(basePath = "admin")
    static class Templates {
        static native TemplateInstance edition(AdminEditionPage page);
    }

    /** How the edition is called. */
    public String title() {
        return number == 0 ? "Edition without a number" : "No. " + number;
    }

    public TemplateInstance html() {
        return Templates.edition(this);
    }
}
