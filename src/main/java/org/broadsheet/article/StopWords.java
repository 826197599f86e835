package org.broadsheet.article;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Words of more than three letters that say nothing about the subject, in the larger languages of Europe. */
final class StopWords {

    private static final Set<String> WORDS = Set.copyOf(List.of((""
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

    /** The commonest words of a language, by which it is told. */
    private static final Map<String, Set<String>> COMMONEST = Map.of(
            "en", words("the of and to in a is that for it was on are as with his they at be this from have or by had but what were when there she which their if will an its has been not"),
            "de", words("der die das und in zu den von mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie "
            + "nach wird bei einer um am sind noch wie einem über so zum haben nur oder aber vor zur bis mehr durch man sein wurde"),
            "fr", words("de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec son aux ou mais elle "
            + "cette ses été ont leur comme nous deux même où l d qu"),
            "es", words("de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me sin sobre este entre "
            + "cuando todo esta ser son dos también fue había era muy años hasta desde"),
            "it", words("di e il la che in un a per è una del non sono i da si le con dei nel al più come alla lo anche ha delle della su gli ma ed "
            + "o dal se dalla nella ai loro questo era stato hanno"),
            "nl", words("de van het een en in is dat op te zijn voor met die niet aan er om ook als dan bij maar hij uit door over ze naar heeft hebben nog worden werd tot wordt was kan meer"),
            "pt", words("de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando muito há nos já está também são pelo pela até"),
            "sv", words("och i att det som en på är av för med den till inte har de om ett var men sig från vi så kan han hade när eller efter också vid under mot"),
            "pl", words("w i na z się nie do to że jest o a jak po co od za przez dla był ale tym są oraz jego jej czy tylko może być także przed już"));
    private static final int TOO_SHORT_TO_TELL = 4;

    private StopWords() {
    }

    static boolean contains(String word) {
        return WORDS.contains(word);
    }

    private static Set<String> words(String words) {
        return Set.copyOf(Arrays.asList(words.split(" ")));
    }

    /** Whether a word is one of those that every text of some language has. */
    static boolean isCommon(String word) {
        return contains(word) || COMMONEST.values().stream().anyMatch(common -> common.contains(word));
    }

    /** The language a text is in, by its commonest words (ISO 639-1); empty if it is too short or in none of these. */
    static Optional<String> language(String text) {
        var words = text.toLowerCase(java.util.Locale.ROOT).split("[^\\p{L}]+");
        var best = "";
        var most = 0L;
        var second = 0L;
        for (var language : COMMONEST.entrySet()) {
            var count = Arrays.stream(words).filter(language.getValue()::contains).count();
            if (count > most) {
                second = most;
                most = count;
                best = language.getKey();
            } else {
                second = Math.max(second, count);
            }
        }
        return most < TOO_SHORT_TO_TELL || most <= second ? Optional.empty() : Optional.of(best);
    }
}
