package org.broadsheet.article;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Where a point is none of a sentence's: after abbreviations, initials and ordinal numbers of a language. */
final class Abbreviations {

    /** Before a name or a number, so never at the end. */
    private static final Map<String, Set<String>> BEFORE_A_NAME = Map.of(
            "en", words("mr mrs ms mx dr prof st ste gen col lt sgt capt cmdr adm maj brig sen rep gov pres rev fr hon messrs mt ft supt det insp "
            + "cpl pvt no nos vol vols ch sec art fig figs p pp para eq vs v cf viz approx ca c al ed eds"
                    + " trans dept est ave blvd rd hwy jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun"),
            "de", words("dr prof hr fr st nr abs art aufl bd bde bzw ca vgl evtl ggf gem geb gest inkl exkl max min mind mio mrd tsd rd sog spr str "
            + "tel urspr zzgl allg bes betr bspw dipl ing hrsg jr kap lt lfd med nat phil rer jur s sr u verh vs z zt zw zz"
                    + " jan feb mär apr jun jul aug sep sept okt nov dez mo di mi do fr sa so abb anm fa red abk ehem einschl entspr franz engl lat griech ital kath ev röm chr"),
            "fr", words("m mm mme mmes mlle mlles dr pr me mgr st ste vol chap art p pp fig no n cf env av apr ed éd trad janv févr avr juil sept oct nov déc bd boul av"),
            "es", words("sr sra sres sras srta dr dra d dª dña prof profa lic ing arq gral cnel cap sto sta pág págs vol núm art fig cf aprox av "
            + "avda c tel ee uu ss aa rr hh fdo excmo excma ilmo mons"),
            "it", words("sig sigg sig.ra dott dott.ssa prof prof.ssa avv ing arch geom rag on sen gen col cap ten mons don s ss p pp pag pagg vol "
            + "cap art fig cfr n nn ca gen feb mar apr mag giu lug ago set ott nov dic es"),
            "nl", words("dhr mevr mw dr drs ir ing mr prof st nr art blz p pp bijv bv ca enz incl excl min max mln mrd vgl resp jl jan feb mrt apr "
            + "jun jul aug sep sept okt nov dec jhr ds kol gen lt o.a m.n d.w.z z.g.a.n"),
            "pt", words("sr sra srs sras srta dr dra drs prof profa eng arq d dom gen cel cap ten sto sta pág págs vol núm n art fig cf aprox av r tel exmo exma ilmo"),
            "sv", words("dr prof st nr kap s sid bl.a t.ex d.v.s ca jfr kl milj mdr resp osv fr hr"));
    /** These may well stand at the end; the next word tells. */
    private static final Set<String> MAYBE = words("inc ltd co corp bros jr sr etc al plc llc ph.d m.d b.a m.a d.c u.s u.k u.n e.u u.s.a a.m p.m am "
            + "pm usw u.a o.ä etc u.s.w z.t ff f enz e.v n.chr v.chr d.j s.a s.l s.p.a s.r.l n.v b.v ee.uu eeuu pp ecc art. s.r.o a.g jh jhd jhdt");
    /** Words with which sentences like to begin, and names do not. */
    private static final Set<String> STARTERS = words("the a an in on at it its he she they we i you this that these those there then but and so if "
            + "when while after before since as for from by with what who how why where his her their our my not no yes all some many most one two"
            + " however meanwhile although because during under according still both each another"
            + " der die das ein eine einer er sie es wir ich ihr dies diese dieser dieses das den dem im in am auf an bei mit nach von vor zu zum "
            + "zur aber und doch denn wenn als da dann dort hier so auch nun jetzt nur seine ihre kein keine für über unter wie was wer wo warum "
            + "danach später zudem außerdem dabei damit"
            + " le la les un une des il elle ils elles on nous vous ce cet cette ces dans en à au aux sur pour par mais et or donc si quand après avant depuis son sa ses leur c d l"
            + " el los las una unos unas él ella ellos este esta estos estas eso en con por para pero y si cuando después antes desde su sus no se según"
            + " il lo gli i uno lui lei loro questo questa questi nel nella nei con per da ma e se quando dopo prima anche non si secondo"
            + " het de een hij zij ze wij dit dat deze in op met voor na van maar en als toen daarna ook niet er"
            + " o os as um uma ele ela eles elas este esta isso no na nos nas com por para mas e se quando depois antes desde não seu sua segundo"
            + " den det en ett han hon de och men i på när efter");
    private static final Set<String> ORDINAL_LANGUAGES = Set.of("de", "da", "no", "nb", "nn", "fi", "pl", "cs", "sk", "hu", "hr", "sr", "sl", "et", "lv", "is", "tr", "lb");
    private static final Pattern DOTTED = Pattern.compile("(\\p{L}{1,3}\\.)+\\p{L}{1,3}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,2}");
    private static final Pattern ROMAN = Pattern.compile("[IVX]{1,6}");

    private final Set<String> beforeAName;
    private final boolean ordinals;

    private Abbreviations(Set<String> beforeAName, boolean ordinals) {
        this.beforeAName = beforeAName;
        this.ordinals = ordinals;
    }

    private static Set<String> words(String words) {
        return Set.copyOf(Arrays.asList(words.split(" ")));
    }

    static Abbreviations of(Locale language) {
        var code = language.getLanguage();
        return new Abbreviations(BEFORE_A_NAME.getOrDefault(code, BEFORE_A_NAME.get("en")), ORDINAL_LANGUAGES.contains(code));
    }

    /**
     * Whether a sentence ends after this word and a point.
     *
     * @param first whether the word is the sentence's first
     * @param next  the word behind the point
     */
    boolean ends(String word, boolean first, String next) {
        var small = word.toLowerCase(Locale.ROOT);
        var starts = STARTERS.contains(next.toLowerCase(Locale.ROOT).replaceFirst("['’].*", "")) && !next.isEmpty();
        if (small.isEmpty()) {
            return false;
        }
        if (MAYBE.contains(small)) {
            return starts;
        }
        if (beforeAName.contains(small) || ordinals && small.length() > 5 && small.endsWith("str")) {
            return false;
        }
        if (DOTTED.matcher(word).matches()) {
            return starts && Character.isUpperCase(word.charAt(0));
        }
        if (word.length() == 1 && Character.isLetter(word.charAt(0)) && !Character.isIdeographic(word.charAt(0))) {
            return starts && !first;
        }
        if (NUMBER.matcher(word).matches()) {
            return !first && (!ordinals || starts);
        }
        return !ordinals || !ROMAN.matcher(word).matches() || starts;
    }
}
