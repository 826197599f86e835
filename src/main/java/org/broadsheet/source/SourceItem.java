package org.broadsheet.source;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.broadsheet.web.Ids;

/**
 * A source as the API shows it.
 *
 * @param found    what is read where {@code AUTO} was asked for; null until it was found
 * @param nextTry  null for what comes by itself
 * @param movedTo  where permanent redirects lead; the address is rewritten when that has proved stable
 * @param every    how often it is read, as far as nobody asks for more patience
 * @param lastReading null until it was read
 * @param access   names only, never a secret; null if it asks for nothing
 * @param push     the hub that tells of its news; null if it has none
 */
public record SourceItem(String id, String url, Source.Kind kind, Found found, String section, int priority, List<SourceRule> rules, Rights rights,
        Source.Pages pages, PageSelectors selectors, ArticleSelectors articleSelectors, Source.Grouping grouping, SourceAccess.Shown access, String title, Instant lastSuccess, String lastProblem, Instant lastProblemAt, int failures,
        Instant nextTry, Duration every, Instant newest, String movedTo, LastReading lastReading, Push push) {

    /** What was found at an address. */
    public record Found(Source.Kind kind, String url) {
    }

    /**
     * A hub, and how far we are with it.
     *
     * @param until    when the subscription ends, unless it is renewed before
     * @param problem  in words; null if all is well
     */
    public record Push(String hub, HubSubscription.State state, Instant until, Instant lastPush, String problem) {

        static Push of(HubSubscription subscription) {
            return new Push(subscription.hub, subscription.state, subscription.leaseUntil, subscription.lastPushAt,
                    subscription.problem.isEmpty() ? null : subscription.problem);
        }
    }

    /**
     * @param access what it asks for, null if nothing
     * @param push   null if no hub tells of it
     */
    static SourceItem of(Source source, SourceAccess.Shown access, Push push) {
        return new SourceItem(Ids.text(source.id), source.url, source.kind, source.foundKind == null ? null : new Found(source.foundKind, source.readUrl()),
                source.section.isEmpty() ? null : source.section, source.priority, source.rules, source.rights, source.pages, source.selectors,
                source.articleSelectors.selectNothing() ? null : source.articleSelectors, source.grouping, access,
                source.title.isEmpty() ? null : source.title, source.lastSuccessAt, source.lastProblem.isEmpty() ? null : source.lastProblem,
                source.lastProblemAt, source.failures, source.kind == Source.Kind.MAIL ? null : source.nextTryAt, source.intervalSeconds == 0 ? null : Duration.ofSeconds(source.intervalSeconds),
                source.newestAt, source.movedTo.isEmpty() ? null : source.movedTo, source.lastReading, push);
    }
}
