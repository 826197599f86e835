package org.broadsheet.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import org.broadsheet.testsupport.Corpora;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

class FeedDatesTest {

    /** Of the rows that a general reader is to decide: all. */
    private static final int FLOOR = 60;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Tue, 03 Jun 2003 09:39:21 GMT | 2003-06-03T09:39:21Z",
            "Thu, 01 Jan 04 19:48:21 +0100 | 2004-01-01T18:48:21Z",
            "Thu,  5 Apr 2012 10:00:00 EDT | 2012-04-05T14:00:00Z",
            "5 Apr 2012 | 2012-04-05T00:00:00Z",
            "2007-04-23T23:25:47.538+10:00 | 2007-04-23T13:25:47Z",
            "2018-12-12T12:12 | 2018-12-12T12:12:00Z",
            "20031231 | 2003-12-31T00:00:00Z",
            "Di, 23 Jan 2018 00:00:00 +0100 | 2018-01-22T23:00:00Z",
            "ven., 03 juil. 2020 15:09:58 +0000 | 2020-07-03T15:09:58Z",
            "15. März 2021 08:00:00 +0100 | 2021-03-15T07:00:00Z",
            "Sun, 17 Dec 2017 12:05 AM EST | 2017-12-17T05:05:00Z",
            "Thu Aug 30 17:26:16 2012 | 2012-08-30T17:26:16Z",
            "Thu, 25 Feb 2016 00:00:00 Europe/Brussels | 2016-02-24T23:00:00Z",
            "25/12/2023 10:00 | 2023-12-25T10:00:00Z",
            "2012-03-04-05:00 | 2012-03-04T05:00:00Z",
            "Mon, 30 Mar 2020 19:53:00 +0000 (UTC) | 2020-03-30T19:53:00Z",
            "2023-12-31T24:00:00Z | 2024-01-01T00:00:00Z",
            "2003-335 | 2003-12-01T00:00:00Z",
            "-0312 | 2003-12-01T00:00:00Z",
            "03-12-31 | 2003-12-31T00:00:00Z",
            "2021 | 2021-01-01T00:00:00Z",
            "2004년 05월 28일  01:31:15 | 2004-05-27T16:31:15Z",
            "2024年5月3日 | 2024-05-03T00:00:00Z",
            "2024年5月3日 下午 2:05 | 2024-05-03T14:05:00Z",
            "Κυρ, 11 Ιούλ 2004 12:00:00 EST | 2004-07-11T17:00:00Z",
            "pt, 17 sty 2020 08:30:00 +0100 | 2020-01-17T07:30:00Z",
            "Чт, 4 мая 2023 10:00:00 +0300 | 2023-05-04T07:00:00Z",
            "24.12.2023 18:00 | 2023-12-24T18:00:00Z",
            "qua, 15 março 2023 10:00:00 -0300 | 2023-03-15T13:00:00Z",
            "1700000000 | 2023-11-14T22:13:20Z",
            "1700000000123 | 2023-11-14T22:13:20Z",
            "Sat, 30 Jun 2012 23:59:60 GMT | 2012-06-30T23:59:59Z",
            "Tuesday, 9 April 2024 - 16:29 UTC | 2024-04-09T16:29:00Z",
            "Wed, June 19, 2024 at 01:11 PM EDT | 2024-06-19T17:11:00Z",
            "2021-11-08T16:20:00-05:00Z | 2021-11-08T21:20:00Z",
            "Sun, 05 03 2023 08:51:49 +0100 | 2023-03-05T07:51:49Z",
            "Wed, 05/03/2023 | 2023-05-03T00:00:00Z",
            "04/09/2014 4:20 pm PST | 2014-04-10T00:20:00Z",
            "Nov. 2021 | 2021-11-01T00:00:00Z",
            "31.10.23 | 2023-10-31T00:00:00Z",
            "Mon, 26 January 2004 16:31:00 AT | 2004-01-26T20:31:00Z",
            "Fri, 01 May 2015 08:57:00 MET | 2015-05-01T07:57:00Z",
            "2009-11-10 23:00:00 +0000 UTC | 2009-11-10T23:00:00Z",
            "2009-11-10 23:00:00.123456 -0500 EST | 2009-11-11T04:00:00Z",
            "Sunday, 06-Nov-94 08:49:37 GMT | 1994-11-06T08:49:37Z",
            "Sun Jan  4 16:29:06 PST 2004 | 2004-01-05T00:29:06Z",
            "sábado, 3 de agosto de 2024 a las 18:05 | 2024-08-03T18:05:00Z",
            "1er mai 2024 à 8h05 | 2024-05-01T08:05:00Z",
            "Dienstag, 5. März 2024 um 14:30 Uhr | 2024-03-05T14:30:00Z",
            "wtorek, 5 marca 2024 r. 14:30 | 2024-03-05T14:30:00Z",
            "вторник, 5 марта 2024 г., 14:30 | 2024-03-05T14:30:00Z",
            "2024. július 13. 9:15 | 2024-07-13T09:15:00Z",
            "2024. 07. 13. 9:15 | 2024-07-13T09:15:00Z",
            "13 luglio 2024 alle ore 9.15 | 2024-07-13T09:15:00Z",
            "13 de julho de 2024 às 9h15 | 2024-07-13T09:15:00Z",
            "za, 13 juli 2024 om 09:15 uur | 2024-07-13T09:15:00Z",
            "13. heinäkuuta 2024 klo 9.15 | 2024-07-13T09:15:00Z",
            "13 Temmuz 2024 09:15 | 2024-07-13T09:15:00Z",
            "2024年5月3日(金) 14時05分 | 2024-05-03T14:05:00Z",
            "2024年5月3日14時5分30秒 | 2024-05-03T14:05:30Z",
            "2024年5月3日 星期五 14:05 | 2024-05-03T14:05:00Z",
            "2024년 5월 3일 금요일 오후 2:05 | 2024-05-03T05:05:00Z",
            "/Date(1605200400000)/ | 2020-11-12T17:00:00Z",
            "1605200400.123 | 2020-11-12T17:00:00Z",
            "20201112170000 | 2020-11-12T17:00:00Z",
            "2004-W53-6 | 2005-01-01T00:00:00Z",
            "Tue, 05 Mar 2024 24:00:00 GMT | 2024-03-06T00:00:00Z",
            "Fri, 05 Mar 2024 10:00:00 XYZ | 2024-03-05T10:00:00Z",
            "Tue,05 Mar 2024 10:00:00 GMT | 2024-03-05T10:00:00Z",
            "Mar 5 2024 10:00:00:000AM | 2024-03-05T10:00:00Z",
            "2024-03-05 10:00:00 America/New_York | 2024-03-05T15:00:00Z",
            "Tue, 05 Mar 2024 10:00:00 GMT+5:30 | 2024-03-05T04:30:00Z",
            "Tue, 05 Mar 2024 10:00:00 + 0100 | 2024-03-05T09:00:00Z",
            "٢٠٢٤-٠٣-٠٥ 10:00 | 2024-03-05T10:00:00Z"})
    void datesThatFeedsReallyWriteAreRead(String written, Instant meant) {
        assertThat(FeedDates.parse(written).map(FeedDatesTest::seconds)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "yesterday", "now", "soon, 2 o'clock", "013", "Sun, 99 Jun 2009 12:00:00 GMT", "30 Feb 2020 10:00:00 GMT",
            "2020-13-01", "2020-00-10T10:00:00Z", "Sun, Dec x 2012 11:47:32 GMT", "1 Foo 2020", "0000-00-00 00:00:00", "0001-01-01T00:00:00Z",
            "1970-01-01T00:00:00Z", "03/04/2024 10:00:00", "2003-12-31 10:14:62", "5 May 2020 at", "12345678", "05-04-2024 10:00", "1 listopad 2020", "Sun, 16 Dec 2012 1:2:3:4 GMT", "9999-12-31T23:59:59Z", "Thu, 25 Feb 2016 00:00:00 Nowhere/Land", "+++", "2020-01-01T10:00:00+99:99",
            "1 Jan 2020 77:00:00 GMT", "%a, %d %b %Y",
            "Tue, 05 Mar 2024 24:01:00 GMT", "Thu, 31 Jun 2004 19:48:21 GMT", "2003-12-31T10:61:55Z", "31.02.2024", "99999", "1999 items", "5 minutes ago",
            "2 days ago", "Monday", "10:30", "v2024.1", "May", "version 1.2.2024", "Sunday 5 May", "23/4", "Sun, 31 Dec 9999 23:59:59 -9999", "2024-W54-1"})
    void whatIsNoDateIsNone(String written) {
        assertThat(FeedDates.parse(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "03/04/2024 10:00 | en-US | 2024-03-04T10:00:00Z",
            "03/04/2024 10:00 | en-gb | 2024-04-03T10:00:00Z",
            "03/04/2024 10:00 | fr    | 2024-04-03T10:00:00Z",
            "05-04-2024       | es    | 2024-04-05T00:00:00Z",
            "1 listopada 2024 | pl    | 2024-11-01T00:00:00Z",
            "1 listopada 2024 | hr    | 2024-10-01T00:00:00Z"})
    void whereADateCanBeReadInTwoWaysTheLanguageOfTheFeedDecides(String written, String language, Instant meant) {
        assertThat(FeedDates.parse(written, () -> DateHabits.of(language))).contains(meant);
    }

    @Test
    void aVeryLongTextIsRefusedAtOnce() {
        assertThat(FeedDates.parse("1 ".repeat(500_000))).isEmpty();
    }

    @Test
    void aLocaleOfTheMachineChangesNothing() {
        var before = java.util.Locale.getDefault();
        try {
            java.util.Locale.setDefault(java.util.Locale.forLanguageTag("tr"));
            assertThat(FeedDates.parse("FRI, 03 JUL 2020 15:09:58 EDT")).contains(Instant.parse("2020-07-03T19:09:58Z"));
        } finally {
            java.util.Locale.setDefault(before);
        }
    }

    @Test
    void theCorpusIsReadAndNothingElseBecomesADate() {
        var wrong = new ArrayList<String>();
        var invented = new ArrayList<String>();
        var rows = Corpora.rows(Corpora.folder("dates").resolve("dates.json")).filter(row -> !row.has("onlyAs")).toList();
        for (var row : rows) {
            var read = FeedDates.parse(row.path("input").asText()).map(FeedDatesTest::seconds);
            if (row.path("expectedUtc").isNull()) {
                read.ifPresent(date -> invented.add(row.path("input").asText() + " became " + date));
            } else if (read.isEmpty() || !right(row).contains(read.get())) {
                wrong.add(row.path("input").asText() + " gave " + read.map(Instant::toString).orElse("nothing"));
            }
        }
        var reached = rows.size() - wrong.size() - invented.size();
        System.out.println("Dates: " + reached + " of " + rows.size() + " right; not: " + wrong);
        assertThat(invented).isEmpty();
        assertThat(reached).as("wrong: %s", wrong).isGreaterThanOrEqualTo(FLOOR);
    }

    private static TreeSet<Instant> right(JsonNode row) {
        var right = new TreeSet<>(List.of(Instant.parse(row.path("expectedUtc").asText())));
        row.path("accept").forEach(other -> right.add(Instant.parse(other.asText())));
        return right;
    }

    private static Instant seconds(Instant date) {
        return date.truncatedTo(ChronoUnit.SECONDS);
    }
}
