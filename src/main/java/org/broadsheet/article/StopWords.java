package org.broadsheet.article;

import java.util.Set;

/** Words of more than three letters that say nothing about the subject, in the larger languages of Europe. */
final class StopWords {

    private static final Set<String> WORDS = Set.copyOf(java.util.List.of((""
            + "about above after again against also although among another because been before being below between both cannot could does doing down "
            + "during each even ever every from further have having here hers herself himself into itself just less like made make many more most much "
            + "must myself never only other ours over same shall should since some such than that their theirs them then there these they this those "
            + "through thus under until upon very were what when where which while whom whose will with within without would your yours said says "
            + "aber alle allem allen aller alles also andere anderen auch beim bereits bist dabei damit dann dass davon dazu deine dem denn deren dessen "
            + "deshalb dies diese diesem diesen dieser dieses doch dort durch eine einem einen einer eines etwa euch gegen haben hatte hatten hier hinter "
            + "ihre ihrem ihren ihrer immer jede jedem jeden jeder jedes jetzt kann kein keine können mehr mein meine mich mich nach nicht noch nur oder ohne "
            + "sehr sein seine seinem seinen seiner selbst sich sie sind soll sollte über unter viel vom wann warum weil welche wenn werden wird wurde "
            + "wurden zwar zwischen alors aussi autre avant avec avoir cela celle celles celui cette ceux chez comme comment dans depuis donc dont elle elles encore entre "
            + "était être fait leur leurs lors mais même mêmes moins notre nous parce pendant peut plus pour pourquoi quand quel quelle quels sans sera ses "
            + "sont sous sur tous tout toute toutes très vers votre vous ante antes aquel aquella como contra cual cuando desde donde durante ella ellos entre era "
            + "esta estaba este esto estos fue había hasta muy nada para pero porque que quien ser sido sin sobre también tiene todo todos una unos "
            + "anche ancora come con cosa così della delle dello dopo dove essere fatto gli hanno loro molto nella nelle nostro ogni per perché però più poi prima quale quando quella quello "
            + "questa questo senza sono sopra sotto sulla tutti tutto aan alle alles andere bij daar deze dit door een echter haar hebben heeft hem het hier hoe hun iets ieder kan kunnen maar "
            + "meer met mijn moet naar niet nog omdat onder ook over reeds toch tot uit van veel voor want waren wat welke werd wie wordt worden zal zelf zich zijn zonder").split(" +")));

    private StopWords() {
    }

    static boolean contains(String word) {
        return WORDS.contains(word);
    }
}
