package org.fazhi.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SampleTruthTest {

    private static final SampleTruth TRUTH = SampleTruth.read();

    @Test
    void namesNoRealPlace() throws IOException {
        Set<String> real = Files.readAllLines(Path.of("warehouse/region/gb2260-1981-2024.csv")).stream()
                .map(line -> line.split(",", -1)[3])
                .collect(Collectors.toSet());
        List<String> fictional = Files.readAllLines(Path.of("warehouse/region/fictional.csv")).stream()
                .skip(1)
                .toList();

        assertThat(real).contains("惠安县");
        assertThat(fictional).hasSize(21);
        assertThat(fictional).allSatisfy(line -> {
            String[] cells = line.split(",", -1);
            String stem = cells[1].substring(0, cells[1].length() - 1);
            assertThat(cells[0]).matches("99\\d{4}");
            assertThat(real).noneMatch(name -> name.startsWith(stem));
        });
    }

    @Test
    void owesThreeYearsForEachOfTwentyFourBodies() {
        Map<String, Long> states = TRUTH.coverage().stream()
                .collect(Collectors.groupingBy(SampleTruth.Coverage::state, Collectors.counting()));

        assertThat(TRUTH.coverage()).hasSize(72);
        assertThat(states)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "published",
                        64L,
                        "redirected",
                        1L,
                        "missing",
                        3L,
                        "gone",
                        1L,
                        "soft_404",
                        1L,
                        "denied",
                        1L,
                        "blocked",
                        1L));
        assertThat(TRUTH.documents()).hasSize(65);
        assertThat(TRUTH.coverage())
                .filteredOn(row -> row.publishedDate()
                        .filter(date -> date.isAfter(LocalDate.of(
                                row.reportYear() + 1, row.issuerKind().equals("bureau") ? 3 : 4, 1)))
                        .isPresent())
                .hasSize(3);
    }

    @Test
    void observesOneValueForRegionKindYearAndIndicator() {
        assertThat(TRUTH.observations())
                .extracting(row -> row.regionCode() + row.issuerKind() + row.reportYear() + row.indicatorCode())
                .doesNotHaveDuplicates();
    }

    @Test
    void agreesWithItselfWhereAReportSaysAFigureTwice() {
        assertThat(TRUTH.documents())
                .allSatisfy(document -> document.figures().stream()
                        .filter(fact -> fact.indicatorCode().isPresent())
                        .collect(Collectors.groupingBy(Fact::name))
                        .values()
                        .forEach(mentions -> assertThat(mentions)
                                .extracting(Fact::value)
                                .containsOnly(mentions.get(0).value())));
        assertThat(TRUTH.observations())
                .anySatisfy(row -> assertThat(row.mentionCount()).isEqualTo(2));
    }

    @Test
    void statesMoreThanAHundredIndicatorsAndTwentyFiguresAReport() {
        assertThat(TRUTH.observations().stream()
                        .map(SampleTruth.Observation::indicatorCode)
                        .distinct())
                .hasSizeGreaterThan(100);
        assertThat(TRUTH.documents())
                .allSatisfy(document -> assertThat(document.figures()).hasSizeBetween(20, 48));
    }

    @Test
    void neverTakesAPlanOrANormForAnObservation() {
        List<Fact> others = TRUTH.documents().stream()
                .flatMap(document -> document.figures().stream())
                .filter(fact -> !fact.isObservation())
                .toList();

        assertThat(others).extracting(Fact::tense).contains("plan", "target");
        assertThat(others).anySatisfy(fact -> assertThat(fact.change()).contains("increase"));
        assertThat(others).allSatisfy(fact -> assertThat(fact.indicatorCode()).isEmpty());
    }

    @Test
    void findsTheNumbersOfHeadings() {
        assertThat(TRUTH.documents()).allSatisfy(document -> {
            assertThat(document.sections())
                    .filteredOn(section -> section.level() == 1)
                    .hasSizeGreaterThan(2);
            assertThat(document.sections())
                    .allSatisfy(section -> assertThat(section.heading()).doesNotEndWith("。"));
        });
        assertThat(TRUTH.documents().stream().flatMap(document -> document.sections().stream()))
                .extracting(SampleTruth.Section::number)
                .contains("一", "（一）", "1");
    }

    @Test
    void provesItsRatesByItsCountsExceptWhereMisprinted() {
        List<SampleTruth.Document> contradicted = TRUTH.documents().stream()
                .filter(document -> contradicts(
                                document,
                                "reconsideration.correction_rate",
                                "reconsideration.corrected",
                                "reconsideration.concluded")
                        || contradicts(
                                document, "mediation.success_rate", "mediation.disputes_resolved", "mediation.disputes")
                        || contradicts(
                                document,
                                "enforcement.exam_pass_rate",
                                "enforcement.exam_passes",
                                "enforcement.exam_entrants"))
                .toList();

        assertThat(contradicted).hasSize(2).allMatch(SampleTruth.Document::isMisprinted);
        assertThat(TRUTH.documents())
                .filteredOn(SampleTruth.Document::isMisprinted)
                .hasSize(2);
    }

    /** Whether the stated rate is off by more than its own rounding. */
    private static boolean contradicts(SampleTruth.Document document, String rate, String part, String whole) {
        Map<String, BigDecimal> values = new HashMap<>();
        document.figures().forEach(fact -> values.put(fact.name(), fact.value()));
        if (!values.keySet().containsAll(List.of(rate, part, whole))) {
            return false;
        }
        BigDecimal computed = values.get(part)
                .movePointRight(2)
                .divide(values.get(whole), values.get(rate).scale(), RoundingMode.HALF_UP);
        BigDecimal unitInTheLastPlace =
                BigDecimal.ONE.movePointLeft(values.get(rate).scale());
        return computed.subtract(values.get(rate)).abs().compareTo(unitInTheLastPlace) > 0;
    }
}
