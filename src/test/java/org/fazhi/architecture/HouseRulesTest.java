package org.fazhi.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The wings of the house and their rooms, and who may know whom. Data runs down the lists and never back. */
class HouseRulesTest {

    /** Each wing may know those before it; {@code sample} stands aside. */
    private static final List<String> WINGS = List.of("text", "harvest", "reading", "evaluation", "warehouse", "app");

    /** Of each wing with rooms: a room may know those before it. The root of a wing puts its rooms together. */
    private static final Map<String, List<String>> ROOMS = Map.of(
            "harvest", List.of("source", "discovery", "fetch", "archive", "state", "crawl"),
            "reading", List.of("reason", "attachment", "strip", "repair", "outline", "figures", "indicators"),
            "warehouse", List.of("store", "review", "load", "audit", "catalog", "descriptor", "release", "export"),
            "app", List.of("batch", "cli"));

    private static final String BESIDE = "sample";

    /** Stages that run anywhere: in a test, in a step, on a cluster. */
    private static final String[] PLAIN = {
        "org.fazhi.text..",
        "org.fazhi.harvest.source..",
        "org.fazhi.harvest.discovery..",
        "org.fazhi.harvest.archive..",
        "org.fazhi.reading..",
        "org.fazhi.evaluation.."
    };

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.fazhi");

    @Test
    void noWingReachesBack() {
        for (int i = 0; i < WINGS.size() - 1; i++) {
            String[] later = WINGS.subList(i + 1, WINGS.size()).stream()
                    .map(HouseRulesTest::inside)
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(inside(WINGS.get(i)))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(later)
                    .check(CLASSES);
        }
    }

    @Test
    void noRoomReachesBackWithinItsWing() {
        ROOMS.forEach((wing, rooms) -> {
            for (int i = 0; i < rooms.size(); i++) {
                List<String> later = rooms.subList(i + 1, rooms.size()).stream()
                        .map(room -> "org.fazhi." + wing + "." + room)
                        .toList();
                noClasses()
                        .that()
                        .resideInAPackage(inside(wing + "." + rooms.get(i)))
                        .should()
                        .dependOnClassesThat(DescribedPredicate.describe(
                                "stand in a later room of " + wing + ", or at its root",
                                type -> type.getPackageName().equals("org.fazhi." + wing)
                                        || later.stream().anyMatch(room -> isIn(type, room))))
                        .check(CLASSES);
            }
        });
    }

    /** Data about a source and its captures may be known; how they are fetched, queued and crawled may not. */
    @Test
    void readingKnowsOfTheHarvestOnlyWhatItHands() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOMS.get("reading").stream()
                        .map(room -> inside("reading." + room))
                        .toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.fazhi.harvest..")
                .check(CLASSES);
    }

    @Test
    void theSampleKnowsNothingOfTheHouse() {
        classes()
                .that()
                .resideInAPackage(inside(BESIDE))
                .should()
                .onlyDependOnClassesThat(DescribedPredicate.describe(
                        "stand in " + BESIDE + " or outside the house",
                        type -> !type.getPackageName().startsWith("org.fazhi") || isIn(type, "org.fazhi." + BESIDE)))
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("org.fazhi.(*)..").should().beFreeOfCycles().check(CLASSES);
        slices().matching("org.fazhi.(*).(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void stagesAreFreeOfSpringAndDatabases() {
        noClasses()
                .that()
                .resideInAnyPackage(PLAIN)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "java.sql..",
                        "javax.sql..",
                        "org.duckdb..",
                        "org.h2..",
                        "org.sqlite..")
                .check(CLASSES);
    }

    @Test
    void onlyFetchOpensSockets() {
        noClasses()
                .that()
                .resideOutsideOfPackages(inside("harvest.fetch"), inside(BESIDE))
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
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
                .resideOutsideOfPackage(inside("warehouse"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.duckdb..")
                .check(CLASSES);
    }

    @Test
    void springBatchStaysInTheApp() {
        noClasses()
                .that()
                .resideOutsideOfPackage(inside("app"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework.batch..")
                .check(CLASSES);
    }

    @Test
    void everyRoomIsListedNullMarkedAndSaysWhatComesInAndGoesOut() throws IOException {
        JavaPackage house = CLASSES.getPackage("org.fazhi");
        Set<String> wings = new TreeSet<>();
        for (JavaPackage wing : house.getSubpackages()) {
            wings.add(wing.getRelativeName());
            requireDescribed(wing);
            Set<String> rooms = new TreeSet<>();
            for (JavaPackage room : wing.getSubpackages()) {
                rooms.add(room.getRelativeName());
                requireDescribed(room);
            }
            assertThat(rooms)
                    .as("rooms of %s", wing.getName())
                    .isEqualTo(new TreeSet<>(ROOMS.getOrDefault(wing.getRelativeName(), List.of())));
        }
        Set<String> listed = new TreeSet<>(WINGS);
        listed.add(BESIDE);
        assertThat(wings).isEqualTo(listed);
    }

    private static void requireDescribed(JavaPackage room) throws IOException {
        assertThat(room.isAnnotatedWith(NullMarked.class))
                .as("package-info of %s with @NullMarked", room.getName())
                .isTrue();
        String info = Files.readString(Path.of("src/main/java", room.getName().replace('.', '/'), "package-info.java"));
        assertThat(info.replaceAll("\\s+\\* ?", " "))
                .as("package-info of %s", room.getName())
                .containsPattern("come in|comes in")
                .containsPattern("go out|goes out")
                .contains("Start at");
    }

    private static boolean isIn(JavaClass type, String room) {
        return type.getPackageName().equals(room) || type.getPackageName().startsWith(room + ".");
    }

    private static String inside(String room) {
        return "org.fazhi." + room + "..";
    }
}
