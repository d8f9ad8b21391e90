package org.fazhi.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The rooms of the house, and who may know whom. Data runs down the list and never back. */
class HouseRulesTest {

    /** Each room may know those before it; {@code sample} stands aside. */
    private static final List<String> PIPELINE = List.of(
            "text",
            "source",
            "discovery",
            "fetch",
            "archive",
            "attachment",
            "strip",
            "repair",
            "outline",
            "figures",
            "indicators",
            "reading",
            "evaluation",
            "warehouse",
            "state",
            "crawl",
            "batch",
            "cli");

    /** Rooms beside the pipeline: the first is the room, the others are what it may know of the house. */
    private static final List<List<String>> BESIDE = List.of(List.of("sample"));

    private static final List<String> PLAIN = List.of(
            "text",
            "source",
            "discovery",
            "archive",
            "attachment",
            "strip",
            "repair",
            "outline",
            "figures",
            "indicators",
            "reading",
            "evaluation");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.fazhi");

    @Test
    void dataRunsDownOnly() {
        for (int i = 0; i < PIPELINE.size(); i++) {
            String[] below = PIPELINE.subList(i + 1, PIPELINE.size()).stream()
                    .map(HouseRulesTest::packageOf)
                    .toArray(String[]::new);
            if (below.length > 0) {
                noClasses()
                        .that()
                        .resideInAPackage(packageOf(PIPELINE.get(i)))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(below)
                        .allowEmptyShould(true)
                        .check(CLASSES);
            }
        }
    }

    @Test
    void roomsBesideThePipelineKnowOnlyWhatTheyName() {
        for (List<String> beside : BESIDE) {
            List<String> allowed = new ArrayList<>(
                    beside.stream().map(HouseRulesTest::packageOf).toList());
            classes()
                    .that()
                    .resideInAPackage(packageOf(beside.get(0)))
                    .should()
                    .onlyDependOnClassesThat(com.tngtech.archunit.base.DescribedPredicate.describe(
                            "stand in " + beside + " or outside the house",
                            type -> !type.getPackageName().startsWith("org.fazhi")
                                    || allowed.stream()
                                            .anyMatch(room -> room.startsWith(type.getPackageName() + ".."))))
                    .allowEmptyShould(true)
                    .check(CLASSES);
        }
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("org.fazhi.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void stagesAreFreeOfSpringAndDatabases() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        PLAIN.stream().map(HouseRulesTest::packageOf).toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..", "org.duckdb..", "org.h2..")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void onlyFetchOpensSockets() {
        noClasses()
                .that()
                .resideOutsideOfPackages(packageOf("fetch"), packageOf("sample"))
                .should()
                .dependOnClassesThat(com.tngtech.archunit.base.DescribedPredicate.describe(
                        "open sockets or speak HTTP",
                        type -> type.getPackageName().startsWith("java.net.http")
                                || type.getPackageName().startsWith("org.apache.hc")
                                || type.getPackageName().startsWith("com.sun.net.httpserver")
                                || Set.of("java.net.Socket", "java.net.ServerSocket", "java.net.URLConnection")
                                        .contains(type.getName())))
                .check(CLASSES);
    }

    @Test
    void onlyTheWarehouseSpeaksToDuckDb() {
        noClasses()
                .that()
                .resideOutsideOfPackage(packageOf("warehouse"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.duckdb..")
                .check(CLASSES);
    }

    @Test
    void springBatchStaysInBatchAndCli() {
        noClasses()
                .that()
                .resideOutsideOfPackages(packageOf("batch"), packageOf("cli"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework.batch..")
                .check(CLASSES);
    }

    @Test
    void everyRoomIsListedAndNullMarked() {
        Set<String> rooms = new TreeSet<>();
        for (JavaPackage room : CLASSES.getPackage("org.fazhi").getSubpackages()) {
            rooms.add(room.getRelativeName());
            assertThat(room.isAnnotatedWith(NullMarked.class))
                    .as("package-info of %s with @NullMarked", room.getName())
                    .isTrue();
        }
        Set<String> listed = new TreeSet<>(PIPELINE);
        BESIDE.forEach(beside -> listed.add(beside.get(0)));
        assertThat(listed).containsAll(rooms);
    }

    private static String packageOf(String room) {
        return "org.fazhi." + room + "..";
    }
}
