package org.broadsheet.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.broadsheet.source.SourceRule.Action;
import org.broadsheet.source.SourceRule.Field;
import org.junit.jupiter.api.Test;

class SourceRuleTest {

    private static final FeedEntry ENTRY = new FeedEntry("1", "https://example.org/rail/1", "Harbours learn to wait", "<p>Ships are asked to <b>slow</b> down.</p>",
            "<p>The full story, spon<i>sored</i> by nobody.</p>", "Ida Brandt", Optional.of(Instant.EPOCH), Optional.empty(), List.of("Ports", "Rail"), "en-GB", List.of(), "", Optional.empty());

    @Test
    void eachFieldIsLookedAtAndLetterCaseDoesNotCount() {
        assertThat(fits(Field.TITLE, "LEARN to")).isTrue();
        assertThat(fits(Field.CATEGORY, "^rail$")).isTrue();
        assertThat(fits(Field.AUTHOR, "brandt")).isTrue();
        assertThat(fits(Field.ADDRESS, "/rail/")).isTrue();
        assertThat(fits(Field.LANGUAGE, "^en")).isTrue();
        assertThat(fits(Field.TEXT, "to slow down\\.$")).isTrue();
        assertThat(fits(Field.TEXT, "sponsored by")).isTrue();
        assertThat(fits(Field.TEXT, "<b>|Harbours")).isFalse();
    }

    @Test
    void whatIsDroppedIsNotKept() {
        var rules = List.of(new SourceRule(Action.KEEP, Field.CATEGORY, "rail"), new SourceRule(Action.DROP, Field.TEXT, "sponsored"));
        assertThat(SourceRule.keeping(rules).test(ENTRY)).isFalse();
        assertThat(SourceRule.keeping(rules.subList(0, 1)).test(ENTRY)).isTrue();
        assertThat(SourceRule.keeping(List.of(new SourceRule(Action.KEEP, Field.CATEGORY, "road"))).test(ENTRY)).isFalse();
    }

    private static boolean fits(Field field, String matches) {
        return SourceRule.keeping(List.of(new SourceRule(Action.KEEP, field, matches))).test(ENTRY);
    }
}
