package org.broadsheet.article.page;

/** Pages as the usual systems write them, with articles of ours. */
final class SamplePages {

    static final String ENGLISH = """
            <p>The new quay at Harwell opened on Monday, after three years of dredging, two changes of contractor and one very long winter. Its cranes can
            unload a ship in nine hours, which is half of what the old berth needed.</p>
            <p>Pilots, who had asked for wider lights at the entrance, got them in the last week. “It is the first time that anybody listened,” said one of
            them, while the tug behind him, freshly painted, blew its horn.</p>
            <p>The harbour company expects forty more calls a year, and has hired sixty people, most of them from the town. Whether the road behind the gate
            can carry the lorries is another matter, and the council meets on it in June.</p>
            """;
    static final String GERMAN = """
            <p>Der neue Kai in Niederhafen ist seit Montag in Betrieb, nach drei Jahren Baggerarbeit, zwei Wechseln der Baufirma und einem sehr langen Winter.
            Die Kräne löschen ein Schiff in neun Stunden, halb so lange wie bisher.</p>
            <p>Die Lotsen, die seit Jahren breitere Feuer an der Einfahrt verlangten, bekamen sie in der letzten Woche. „Zum ersten Mal hat jemand zugehört“,
            sagte einer von ihnen, während hinter ihm der Schlepper, frisch gestrichen, sein Horn ertönen ließ.</p>
            <p>Die Hafengesellschaft rechnet mit vierzig Anläufen mehr im Jahr und hat sechzig Leute eingestellt, die meisten aus der Stadt.</p>
            """;
    static final String FRENCH = """
            <p>Le nouveau quai de Port-Neuf est ouvert depuis lundi, après trois ans de dragage, deux changements d'entreprise et un très long hiver. Ses grues
            déchargent un navire en neuf heures, deux fois plus vite qu'auparavant.</p>
            <p>Les pilotes, qui demandaient des feux plus larges à l'entrée, les ont obtenus la semaine dernière. « C'est la première fois que l'on nous écoute »,
            dit l'un d'eux, tandis que le remorqueur, repeint de frais, faisait sonner sa corne.</p>
            <p>La société du port attend quarante escales de plus par an, et a engagé soixante personnes, pour la plupart de la ville.</p>
            """;
    static final String JAPANESE = """
            <p>北浜の新しい岸壁が月曜日に開業した。三年にわたる浚渫工事と、二度の施工業者の交代、そして長い冬を経てのことである。新しいクレーンは、一隻の船を九時間で荷揚げでき、これは従来の半分の時間だという。</p>
            <p>入口の灯火を広げるよう長年求めてきた水先案内人たちは、先週ようやくその願いがかなった。「初めて話を聞いてもらえた」と一人が語る後ろで、塗り替えられたばかりの曳船が汽笛を鳴らした。</p>
            <p>港湾会社は年間四十隻の増加を見込み、六十人を新たに雇った。その多くは地元の町の出身者である。門の先の道路がトラックに耐えられるかどうかは、六月の議会で話し合われる。</p>
            """;
    static final String ARABIC = """
            <p>افتتح الرصيف الجديد في الميناء الشمالي يوم الاثنين، بعد ثلاث سنوات من أعمال التجريف، وتغيير المقاول مرتين، وشتاء طويل جداً. وتستطيع رافعاته تفريغ سفينة في تسع ساعات، أي نصف الوقت السابق.</p>
            <p>وحصل المرشدون، الذين طالبوا منذ سنوات بأضواء أوسع عند المدخل، على ما أرادوا في الأسبوع الماضي. وقال أحدهم إن هذه هي المرة الأولى التي يستمع فيها أحد إليهم، بينما كانت القاطرة خلفه تطلق صفارتها.</p>
            <p>وتتوقع شركة الميناء أربعين رحلة إضافية في السنة، ووظفت ستين شخصاً، معظمهم من المدينة نفسها.</p>
            """;

    private SamplePages() {
    }

    static String page(String head, String body) {
        return "<!doctype html><html lang='en'><head><meta charset='utf-8'>" + head + "</head><body>" + body + "</body></html>";
    }

    static PageArticle read(String html) {
        return PageReader.read(html, "https://news.example.org/2026/03/02/quay");
    }
}
