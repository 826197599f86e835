package org.broadsheet.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExtractiveSummariserTest {

    private static final String TITLE = "Council closes the old harbour bridge";
    private static final String BODY = """
            It was a grey and windy morning on the quay, and the gulls were loud.
            The city council closed the old harbour bridge on Monday after engineers found cracks in two of its piers. \
            Mrs. J. Berg, who sells coffee nearby, shrugged.
            Engineers of the harbour authority had inspected the piers of the bridge in February with sonar and divers. \
            They say that the cracks in the piers have grown by 3.5 cm since the last inspection. \
            Repairs of the bridge will cost the council about 12 million euros and last until autumn.
            Subscribe to our newsletter for more stories like this one.
            Until the repairs end, buses will take the tunnel, and ferries will cross the harbour every ten minutes. \
            Photo: B. Moor for the harbour authority archive.
            """;
    private static final String STANDFIRST = "Cracks in two piers shut the bridge until autumn; buses take the tunnel and ferries run every ten minutes.";

    private final ExtractiveSummariser summariser = new ExtractiveSummariser();

    @Test
    void aGoodStandfirstIsTakenAsItIs() {
        assertThat(summariser.summarise(TITLE, STANDFIRST, BODY, Locale.ENGLISH)).isEqualTo(STANDFIRST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Read more about the harbour bridge and what the council has decided on our website.", "Council closes the old harbour bridge",
            "Continue reading about the bridge that the council of the city closed on Monday.", "Short.",
            "The council of the city has closed the bridge on Monday since engineers found cracks in the […]",
            "The council of the city has closed the bridge on Monday since engineers found cracks in...",
            "The post Council closes the old harbour bridge appeared first on Harbour Post, your paper.",
            "Weiterlesen auf der Seite der Zeitung, die über den Hafen und die Brücke berichtet.",
            "Submitted by someone to the pages of this website [link] [comments]"})
    void aPoorStandfirstIsReplacedByWholeSentencesOfTheBody(String standfirst) {
        var summary = summariser.summarise(TITLE, standfirst, BODY, Locale.ENGLISH);
        assertThat(summary).contains("The city council closed the old harbour bridge on Monday").isNotEqualTo(standfirst).doesNotContain("ead more", "appeared");
        assertWhole(summary, BODY);
    }

    @ParameterizedTest
    @ValueSource(strings = {" Read more", " Read more »", " The post Council closes the old harbour bridge appeared first on Harbour Post.", " [link] [comments]",
            " Continue reading →"})
    void whatBlogSoftwareHangsOnAStandfirstIsTakenOff(String trailer) {
        assertThat(summariser.summarise(TITLE, STANDFIRST + trailer, BODY, Locale.ENGLISH)).isEqualTo(STANDFIRST);
    }

    @Test
    void aStandfirstThatIsTheBeginningCutOffIsReplaced() {
        var summary = summariser.summarise(TITLE, BODY.replace('\n', ' ').substring(0, 190), BODY, Locale.ENGLISH);
        assertThat(summary).doesNotContain("gulls");
        assertWhole(summary, BODY);
    }

    @Test
    void aStandfirstOfItsOwnNeedsNoFullStop() {
        var standfirst = "Buses take the tunnel and ferries run every ten minutes while the piers are mended";
        assertThat(summariser.summarise(TITLE, standfirst, BODY, Locale.ENGLISH)).isEqualTo(standfirst);
    }

    @Test
    void addressesAndTrailersInTheTextAreLeftOut() {
        var text = "The ferry company runs a new line between the island and the old town from June. Get 20% off with https://shop.example/?c=1 today!";
        assertThat(summariser.summarise("Ferry. A line.", "", text + " The post Ferry. A line. appeared first on Harbour Post.", Locale.ENGLISH))
                .isEqualTo("The ferry company runs a new line between the island and the old town from June.");
    }

    @Test
    void theSummaryIsNotSimplyTheBeginning() {
        var summary = summariser.summarise(TITLE, "", BODY, Locale.ENGLISH);
        assertThat(BODY.replace('\n', ' ')).doesNotStartWith(summary);
        assertThat(summary).doesNotContain("gulls", "Subscribe", "Photo:", "shrugged").hasSizeBetween(120, 340);
    }

    @Test
    void abbreviationsAndDecimalsDoNotCutASentence() {
        var body = "Dr. A. Meyer of the U.S. Geological Survey measured a rise of 3.5 metres on the river Rhine near Basel. "
                + "The water of the Rhine is expected to fall again by Friday, said the survey.";
        var summary = summariser.summarise("Rhine", "", body, Locale.ENGLISH);
        assertThat(summary).isEqualTo(body);
    }

    @Test
    void nothingIsSaidTwice() {
        var sentence = "The ferry company will run a new line between the island and the old town from June. ";
        var summary = summariser.summarise("Ferry", "", sentence.repeat(5), Locale.ENGLISH);
        assertThat(summary).isEqualTo(sentence.strip());
    }

    @Test
    void sentencesKeepTheirOrder() {
        var summary = summariser.summarise(TITLE, "", BODY, Locale.ENGLISH);
        var flat = BODY.replace('\n', ' ');
        var places = sentences(summary).stream().map(flat::indexOf).toList();
        assertThat(places).isSorted().doesNotContain(-1).hasSizeGreaterThan(1);
    }

    @Test
    void japaneseIsReadBySentencesToo() {
        var body = "市は月曜日、古い港の橋を閉鎖したと発表した。橋脚二本にひびが見つかったためで、港湾局が二月に調査していた。"
                + "修理には約十二億円かかり、秋まで続く見通しだという。その間、バスはトンネルを通り、フェリーは十分ごとに港を渡る。";
        var summary = summariser.summarise("港の橋を閉鎖", "", body, Locale.JAPANESE);
        assertThat(summary).isNotEmpty().endsWith("。").contains("橋");
        assertThat(Arrays.stream(summary.split("(?<=。)"))).allMatch(body::contains);
    }

    @Test
    void kanaIsDenseToo() {
        var body = "きのうのよる、みなとのはしがとおれなくなりました。あきまでなおすそうです。バスはトンネルをとおります。";
        assertThat(summariser.summarise("はし", "", body, Locale.JAPANESE)).endsWith("。").satisfies(text -> assertThat(body).contains(text));
    }

    @Test
    void koreanSentencesKeepTheSpacesBetweenThem() {
        var body = "시는 월요일에 오래된 항구 다리를 폐쇄했다고 발표했으며 기술자들이 교각에서 균열을 발견했다. 수리는 가을까지 계속될 예정이며 비용은 약 백이십억 원이다.";
        assertThat(summariser.summarise("다리", "", body, Locale.KOREAN)).isEqualTo(body);
    }

    @Test
    void arabicIsReadBySentencesToo() {
        var body = "أغلق مجلس المدينة جسر الميناء القديم يوم الاثنين بعد اكتشاف شقوق في اثنين من أعمدته. "
                + "هل ستنتهي أعمال الإصلاح في جسر الميناء قبل فصل الخريف المقبل؟ "
                + "وقال المهندسون إن تكلفة إصلاح الجسر ستبلغ نحو اثني عشر مليون يورو.";
        var summary = summariser.summarise("إغلاق جسر الميناء", "", body, Locale.forLanguageTag("ar"));
        assertThat(summary).contains("جسر الميناء");
        assertThat(Arrays.stream(summary.split("(?<=[.؟]) "))).allMatch(body::contains);
    }

    @Test
    void hindiSentencesEndWithADanda() {
        var body = "नगर परिषद ने सोमवार को पुराने बंदरगाह का पुल बंद कर दिया क्योंकि दो खंभों में दरारें मिलीं। मरम्मत का काम शरद ऋतु तक चलेगा और बसें सुरंग से जाएँगी।";
        assertThat(summariser.summarise("पुल बंद", "", body, Locale.forLanguageTag("hi"))).endsWith("।").satisfies(text -> assertThat(body).contains(text));
    }

    @Test
    void aBodyWithoutSentencesIsCutAtAWord() {
        var summary = summariser.summarise("List", "", "word ".repeat(200), Locale.ENGLISH);
        assertThat(summary).endsWith("word…").hasSizeLessThanOrEqualTo(330);
    }

    @Test
    void nothingGivesNothing() {
        assertThat(summariser.summarise("", "", "", Locale.ROOT)).isEmpty();
        assertThat(summariser.summarise("Title", "Short one.", "", Locale.ENGLISH)).isEqualTo("Short one.");
    }

    @Test
    void aLongBodyTakesNoTime() {
        var body = (BODY + "\n").repeat(500);
        var summary = assertTimeoutPreemptively(Duration.ofSeconds(5), () -> summariser.summarise(TITLE, "", body, Locale.ENGLISH));
        assertThat(summary).contains("bridge");
    }

    private static List<String> sentences(String summary) {
        return Arrays.stream(summary.split("(?<=[.!?]) (?=[A-Z])")).collect(Collectors.toList());
    }

    private static void assertWhole(String summary, String body) {
        var flat = body.replace('\n', ' ');
        assertThat(sentences(summary)).allSatisfy(sentence -> assertThat(flat).contains(sentence)).allMatch(sentence -> sentence.endsWith("."));
    }
}
