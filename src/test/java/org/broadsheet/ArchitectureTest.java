package org.broadsheet;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.broadsheet.operator.OperatorsOnly;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;

import jakarta.ws.rs.Path;

/** The one way through the rooms (DESIGN, section 2), and the habits that a compiler does not hold. */
@AnalyzeClasses(packages = "org.broadsheet", importOptions = {ImportOption.DoNotIncludeTests.class})
class ArchitectureTest {

    private static final List<String> ROOMS = List.of("platform", "web", "mail", "operator", "publication", "source", "article", "edition", "subscriber",
            "delivery", "feedback", "site");

    @ArchTest
    static final ArchRule dataMovesFromLeftToRight = rooms();

    @ArchTest
    static final ArchRule editionsAndReadersKnowNothingOfEachOther = noClasses().that().resideInAPackage("org.broadsheet.edition..")
            .should().dependOnClassesThat().resideInAPackage("org.broadsheet.subscriber..");

    @ArchTest
    static final ArchRule readersKnowNothingOfSourcesArticlesAndEditions = noClasses().that().resideInAPackage("org.broadsheet.subscriber..")
            .should().dependOnClassesThat().resideInAnyPackage("org.broadsheet.source..", "org.broadsheet.article..", "org.broadsheet.edition..");

    @ArchTest
    static final ArchRule timeComesFromTheClock = noClasses().should().callMethod(Instant.class, "now").orShould().callMethod(LocalDate.class, "now")
            .orShould().callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule namesSayWhatAThingIs = noClasses().should().haveSimpleNameEndingWith("Util").orShould().haveSimpleNameEndingWith("Utils")
            .orShould().haveSimpleNameEndingWith("Helper").orShould().haveSimpleNameEndingWith("Manager").orShould().haveSimpleNameEndingWith("Impl");

    @ArchTest
    static final ArchRule theApiIsForOperators = classes().that().areAnnotatedWith(Path.class).and(new com.tngtech.archunit.base.DescribedPredicate<>("lie under /api") {
        @Override
        public boolean test(com.tngtech.archunit.core.domain.JavaClass type) {
            return type.getAnnotationOfType(Path.class).value().startsWith("/api");
        }
    }).should().beAnnotatedWith(OperatorsOnly.class);

    private static ArchRule rooms() {
        var layers = Architectures.layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (var room : ROOMS) {
            layers = layers.optionalLayer(room).definedBy("org.broadsheet." + room + "..");
        }
        for (var place = 0; place < ROOMS.size(); place++) {
            var right = ROOMS.subList(place + 1, ROOMS.size()).toArray(String[]::new);
            layers = right.length == 0 ? layers.whereLayer(ROOMS.get(place)).mayNotBeAccessedByAnyLayer()
                    : layers.whereLayer(ROOMS.get(place)).mayOnlyBeAccessedByLayers(right);
        }
        return layers;
    }
}
