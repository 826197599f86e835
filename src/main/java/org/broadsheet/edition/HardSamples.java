package org.broadsheet.edition;

import java.util.List;
import java.util.Optional;

import org.broadsheet.mail.MailTheme;
import org.broadsheet.mail.MailWords;
import org.broadsheet.publication.Contact;

/** Editions that are hard to set: endless words and headlines, pictures for letters, other scripts and directions. */
final class HardSamples {

    private static final List<Contact> OFFICES = List.of(new Contact("North", "+44 1632 960 118"), new Contact("South", "+32 9 555 01 77"),
            new Contact("Overseas desk", "+49 30 5550 1340"));

    private HardSamples() {
    }

    static Digest briefsOnly() {
        return digest("en-GB", "ltr", SampleDigest.masthead("Plain", "", OFFICES.subList(0, 1)), Optional.empty(), List.of(),
                List.of(SampleDigest.brief("1", "First"), SampleDigest.brief("2", "Second")));
    }

    static Digest longWords() {
        var endless = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";
        var lead = new Digest.Item("1", "https://example.org/" + "very-long-path/".repeat(20), "Grundstücksverkehrsgenehmigungszuständigkeit",
                endless + " tagt", "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz", "x".repeat(160) + " und danach ein kurzes Wort.", endless, 7,
                SampleDigest.picture("lock", endless), List.of(new Digest.Other(endless, "https://example.org/" + "y".repeat(120))), "");
        var group = new Digest.Group(endless, List.of(
                SampleDigest.story("2", endless, endless, "w".repeat(120), endless, 3, SampleDigest.picture("pass", endless)),
                SampleDigest.story("3", "", "https://example.org/an/address/as/a/headline?" + "q".repeat(60), "", "", 0, Optional.empty())));
        var pair = new Digest.Group("Zwei", List.of(SampleDigest.story("4", "", endless, endless, endless, 1, SampleDigest.picture("rings", "Ringe")),
                SampleDigest.story("5", "", "Kurz", "Kurz.", "Kurz", 1, SampleDigest.picture("lattice", "Gitter"))));
        var blocks = List.<Block>of(new Block.Note(Block.Place.OPENING, endless, RichText.of(endless).paragraphs(), endless),
                new Block.Sponsor(Block.Place.AFTER_LEAD, endless, Optional.empty(), endless, endless, "https://example.org/" + "z".repeat(200), endless),
                new Block.Notice(Block.Place.END, endless, "https://example.org/x", endless));
        return digest("de-DE", "ltr", SampleDigest.masthead(endless, endless, List.of(new Contact(endless.substring(0, 60), "+49 30 5550 1340"))), Optional.of(lead),
                List.of(group, pair), List.of(SampleDigest.brief("6", "w".repeat(200)))).withBlocks(blocks);
    }

    static Digest longHeadlines() {
        var headline = "The committee that was to decide when committees may be called together without notice has met without notice, decided nothing, "
                + "and asked for a committee that would decide who may now call it"; // 190 characters
        var lead = new Digest.Item("1", SampleDigest.url("1"), "A kicker that somebody took for a headline and filled to the brim", headline, headline, "", "", 0,
                SampleDigest.picture("pass", "A road"), List.of(), "");
        return digest("en-GB", "ltr", SampleDigest.masthead("The Considerable Gazette of Municipal Waterworks & Allied Trades in the Nine Northern Parishes",
                "For those who open valves, those who close them, and those who would like to know which of the two it was this time", OFFICES), Optional.of(lead),
                List.of(new Digest.Group("Committees, boards, panels and other bodies that meet", List.of(
                        SampleDigest.story("2", "", headline, "", "The Nine Parishes Intelligencer and Advertiser", 12, SampleDigest.picture("lock", "A lock")),
                        SampleDigest.story("3", "Brief", "Short", "Shorter.", "X", 1, SampleDigest.picture("rings", "Rings")),
                        SampleDigest.story("4", "", "Nil", "", "", 0, Optional.empty()))),
                        new Digest.Group("Pair", List.of(SampleDigest.story("5", "", headline, headline, "X", 1, SampleDigest.picture("rings", "Rings")),
                                SampleDigest.story("6", "", "Short", "", "", 0, SampleDigest.picture("lattice", "Lattice"))))),
                List.of(SampleDigest.brief("7", headline), SampleDigest.brief("8", "Short")));
    }

    static Digest emoji() {
        var family = "👩‍👩‍👧‍👦";
        var lead = new Digest.Item("1", SampleDigest.url("1"), "🚢 Ports", "🚢⚓ A harbour learns to wait " + family.repeat(3), "🌊🌊🌊", family.repeat(40) + " 🇺🇦🇪🇺 done.", "📰 Wire", 1,
                SampleDigest.picture("turbines", "🌅"), List.of(), "");
        return digest("en-GB", "ltr", SampleDigest.masthead("🗞️ Daily & 📮", "📬📭📫📪", OFFICES.subList(0, 2)), Optional.of(lead),
                List.of(new Digest.Group("🔬", List.of(SampleDigest.story("2", "🧪", "🧬".repeat(60), "🧫 " + "🦠".repeat(80), "🔭", 2, SampleDigest.picture("lattice", "⚛️"))))),
                List.of(SampleDigest.brief("3", "👍🏽".repeat(30))));
    }

    static Digest hebrew() {
        var lead = new Digest.Item("1", SampleDigest.url("1"), "רכבות", "תשע רכבות קטנות מאחדות את לוח הזמנים ומאבדות שעה",
                "הלוח המשותף הראשון, גרסה 2.0, ייכנס לתוקף ב־1 במרץ. קווים שלא נפגשו על הנייר ייפגשו ברציף.",
                "במשך שלושים שנה שרטטה כל אחת מהתשע את הלוח שלה (ב־PDF), והנוסעים שילמו בחדרי ההמתנה. התכנית המאוחדת מבטלת 40 רכבות ומוסיפה 11.", "The Signal Box", 6,
                Optional.of(new Digest.Illustration("https://example.org/pictures/rails.jpg", "https://example.org/pictures/rails.jpg", "ארבע מסילות מתעקלות לעת ערב.",
                        "צומת Aldermoor, שבו נפגשות שש מהתשע.", "צילום: עידה ברנדט")),
                List.of(new Digest.Other("Northern Platform", "https://example.org/n"), new Digest.Other("מכתב הרציף", "https://example.org/m")), "");
        var labs = new Digest.Group("מעבדות", List.of(
                SampleDigest.story("2", "נתונים פתוחים", "ספריית גבישים מבקשת מקוראיה להביא גביש", "מי שקורא מבנה חייב להשאיר אחד תוך שנה.", "רשימות קרן", 4,
                        SampleDigest.picture("lattice", "דגם של גביש.")),
                new Digest.Item("3", SampleDigest.url("3"), "Hiring", "Second thoughts about the five-year doctorate", "", "Three faculties went back to four years.",
                        "Campus Gazette", 3, Optional.empty(), List.of(), "en")));
        var money = new Digest.Group("כסף", List.of(
                SampleDigest.story("4", "", "שומרי הסכרים מגישים חשבון לבצורת", "סכר שעומד עדיין זקוק לשומר.", "מכתב הרציף", 2, SampleDigest.picture("lock", "דוברה מול שער סגור.")),
                SampleDigest.story("5", "", "מה עולה הטבעת כשהיא כבויה", "הקירור לעולם אינו נח.", "פנקס המדע", 5, SampleDigest.picture("rings", "טבעות של גלאי."))));
        var blocks = List.<Block>of(new Block.Note(Block.Place.OPENING, "מהמערכת", RichText.of("בוקר טוב. נסענו ברכבת הראשונה, והגענו <b>בזמן</b>.").paragraphs(), "מרה אולסן"),
                new Block.Sponsor(Block.Place.afterSection(1), "פרסומת", Optional.of(new Block.Picture("https://example.org/pictures/lattice.jpg", "דגם של גביש.", 600, 400)),
                        "מכשירים ששורדים את המעבר", "אריזה, אקלים ומכס.", "https://example.org/sponsor", "כך זה נארז"),
                new Block.Notice(Block.Place.END, "ביום שישי אין גיליון.", "", ""));
        return digest("he", "rtl", SampleDigest.masthead("רציף & אות", "מה זז, ומי משלם, בכל בוקר של יום עבודה", OFFICES.subList(0, 2)), Optional.of(lead),
                List.of(labs, money), List.of(SampleDigest.brief("7", "לאופני משא נקבע משקל מרבי"), SampleDigest.brief("8", "שני שירותי מזג אוויר חולקים תרנים")))
                .withBlocks(blocks);
    }

    static Digest arabic() {
        var lead = new Digest.Item("1", SampleDigest.url("1"), "قطارات", "تسع سكك حديدية صغيرة توحّد ساعاتها وتخسر ساعة",
                "يبدأ أول جدول مشترك في مارس. خطوط لم تلتق على الورق ستلتقي على الرصيف.",
                "على مدى ثلاثين عامًا رسمت كل واحدة جدولها وحدها، ودفع الركاب الثمن في قاعات الانتظار.", "The Signal Box", 6,
                Optional.of(new Digest.Illustration("https://example.org/pictures/rails.jpg", "https://example.org/pictures/rails.jpg", "أربعة قضبان عند الغسق.",
                        "تقاطع ألدرمور.", "تصوير: إيدا برانت")),
                List.of(), "");
        return digest("ar", "rtl", SampleDigest.masthead("رصيف & إشارة", "ما يتحرك ومن يدفع ثمنه", OFFICES.subList(0, 1)), Optional.of(lead),
                List.of(new Digest.Group("مختبرات", List.of(SampleDigest.story("2", "بيانات", "مكتبة بلورات تطلب من قرائها بلورة", "من يقرأ بنية يترك أخرى خلال سنة.",
                        "ملاحظات", 11, SampleDigest.picture("lattice", "نموذج بلورة."))))),
                List.of(SampleDigest.brief("3", "حد لوزن دراجات الشحن")));
    }

    static Digest japanese() {
        var lead = new Digest.Item("1", SampleDigest.url("1"), "時刻表", "九つの小さな鉄道が時計を合わせ、一時間を失う", "最初の共同時刻表は三月に始まる。紙の上で出会わなかった列車が、ホームで出会う。",
                "三十年のあいだ、九社はそれぞれのダイヤを引き、乗客は待合室でその隙間を払ってきた。共同の計画は、だれも乗り換えなかった四十本をやめ、みなが望んだ十一本を加える。", "The Signal Box", 6,
                SampleDigest.picture("rails", "夕暮れの架線の下で四本の線路が曲がっていく。"), List.of(), "");
        return digest("ja", "ltr", SampleDigest.masthead("岸壁と信号", "動くもの、それを払う人、毎朝の便り", OFFICES.subList(0, 2)), Optional.of(lead),
                List.of(new Digest.Group("研究室", List.of(
                        SampleDigest.story("2", "公開データ", "結晶図書館、読者に結晶の持参を求める", "構造を読んだ者は、一年のうちに一つ残さなければならない。".repeat(3), "ビームライン便り", 4,
                                SampleDigest.picture("lattice", "結晶の模型。")),
                        SampleDigest.story("3", "", "東京の港は静かだった。".repeat(6), "船は来ない。".repeat(30), "", 0, Optional.empty())))),
                List.of(SampleDigest.brief("4", "貨物自転車に重さの上限"), SampleDigest.brief("5", "氷の芯、九か月遅れで無事に着く")));
    }

    private static Digest digest(String language, String direction, Digest.Masthead masthead, Optional<Digest.Item> lead, List<Digest.Group> sections,
            List<Digest.Item> briefs) {
        var subject = lead.map(Digest.Item::headline).orElse("Today in brief");
        return new Digest(language, direction, subject, lead.map(Digest.Item::standfirst).orElse(""), MailTheme.DEFAULT, masthead, 1407, SampleDigest.DAY, lead, sections,
                briefs, List.of(), SampleDigest.footer("Quay & Signal Press Ltd", SampleDigest.SITE, MailWords.of(language).whyYouGetThis(masthead.name(), Slot.SINCE.mark())));
    }
}
