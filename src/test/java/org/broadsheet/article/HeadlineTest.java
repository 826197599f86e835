package org.broadsheet.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadlineTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "UPDATE 1-Mill burns down in Orrefjord; The Paper", "UPDATE 12-Mill burns down in Orrefjord; The Paper", "EXCLUSIVE: Mill burns down in Orrefjord; The Paper",
        "Breaking: MILL BURNS DOWN IN ORREFJORD; The Paper", "[UPDATED] Mill burns down in Orrefjord; The Paper", "Mill burns down in Orrefjord | The Paper; The Paper",
        "Mill burns down in Orrefjord - The Paper; The Paper", "Mill burns down in Orrefjord | News | The Paper; ''", "Mill burns down in Orrefjord – The Paper; The Paper",
        "WRAPUP 3-UPDATE 2-Mill burns down in Orrefjord!; ''", "“Mill burns down” in Orrefjord; ''", "Míll búrns down in Orrefjord; ''"})
    void whatDesksAndSitesAddIsNoPartOfAHeadline(String written, String source) {
        assertThat(Headline.key(Headline.bare(written, source))).isEqualTo("mill burns down in orrefjord");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"Update on the mill in Orrefjord; update on the mill in orrefjord", "News from the mill; news from the mill",
        "Mill burns - cause unknown so far; mill burns cause unknown so far", "Breaking the ice in Orrefjord; breaking the ice in orrefjord",
        "Alert level raised in Orrefjord; alert level raised in orrefjord", "【速報】工場で火災; 工場で火災", "ガラス工場で火災; ガラス工場で火災"})
    void whatIsPartOfAHeadlineStays(String written, String key) {
        assertThat(Headline.key(Headline.bare(written, "The Paper"))).isEqualTo(key);
    }
}
