package org.fazhi.reading.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fazhi.testing.NeedsShared;
import org.fazhi.testing.Shared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DictionaryReaderTest {

    private static final String VOCABULARY = """
            domains: [wells]
            units: [口, 件]
            words:
              verbs: [打成, 新打]
            subjects:
              wells: [水井]
            foreign: [去年]
            bodies: [村]
            """;

    private static final String WELLS = """
            domain: wells
            task: functions
            indicators:
              - code: wells.dug
                name: 水井数
                definition: 新打水井口数。
                unit: 口
                kind: count
                additive: true
                name_en: Wells
                definition_en: Wells dug.
                direction: neutral
                measure_type: flow
                rules:
                  - subject: wells
                    before: [$verbs]
            """;

    private static IndicatorDictionary read(String vocabulary, String wells) {
        Map<String, String> files = Map.of("vocabulary.yml", vocabulary, "wells.yml", wells);
        return new DictionaryReader(
                        "rules/", name -> Optional.ofNullable(files.get(name)).orElseThrow())
                .read();
    }

    @Test
    void readsAnIndicatorWithItsTaskFromTheFile() {
        Indicator indicator = read(VOCABULARY, WELLS).indicator("wells.dug").orElseThrow();
        assertThat(indicator)
                .isEqualTo(new Indicator(
                        "wells.dug",
                        "wells",
                        "水井数",
                        "Wells",
                        "新打水井口数。",
                        "Wells dug.",
                        "口",
                        IndicatorKind.COUNT,
                        true,
                        Task.FUNCTIONS,
                        Direction.NEUTRAL,
                        MeasureType.FLOW,
                        Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"name_en", "definition", "definition_en", "direction", "measure_type"})
    void wantsEveryDescriptionOfAnIndicator(String key) {
        assertThatThrownBy(() -> read(VOCABULARY, WELLS.replaceFirst("    " + key + ": .*\n", "")))
                .hasMessage("rules/wells.yml:4: indicators: expected key " + key + ", got none");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "direction: neutral|direction: up|12: direction: expected one of higher_is_better, lower_is_better, neutral, got up",
                "measure_type: flow|measure_type: rate|13: measure_type: expected one of stock, flow, got rate",
                "kind: count|kind: sum|8: kind: expected one of count, rate, amount, got sum"
            })
    void namesTheWordsThatMayStandThere(String from, String to, String message) {
        assertThatThrownBy(() -> read(VOCABULARY, WELLS.replace(from, to))).hasMessage("rules/wells.yml:" + message);
    }

    private static String broken(String lines) {
        return WELLS.replace("    rules:", lines + "    rules:");
    }

    @Test
    void readsWhereALawBrokeTheSeries() {
        assertThat(read(VOCABULARY, broken("    valid_from_year: 2024\n    series_break_basis: 水井法\n"))
                        .indicator("wells.dug")
                        .orElseThrow()
                        .seriesBreak())
                .contains(new SeriesBreak(2024, "水井法"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "valid_from_year: 2024|valid_from_year: expected key series_break_basis beside it, got none",
                "series_break_basis: 水井法|series_break_basis: expected key valid_from_year beside it, got none",
                "valid_from_year: 2003~series_break_basis: 水井法|valid_from_year: expected 2004..2100, got 2003",
                "valid_from_year: 2101~series_break_basis: 水井法|valid_from_year: expected 2004..2100, got 2101"
            })
    void wantsYearAndLawTogether(String lines, String message) {
        assertThatThrownBy(() -> read(VOCABULARY, broken("    " + lines.replace("~", "\n    ") + "\n")))
                .hasMessage("rules/wells.yml:14: " + message);
    }

    /** A definition in the wrong language is worse than none. */
    @Test
    void describesEveryIndicatorInBothLanguages() {
        assertThat(IndicatorDictionary.read().indicators())
                .hasSizeGreaterThan(110)
                .allSatisfy(indicator -> {
                    assertThat(indicator.nameEn()).matches("[A-Z“][ -~“”’]{3,48}");
                    assertThat(indicator.definitionEn()).matches("[A-Z“][ -~“”’]{10,220}\\.");
                    assertThat(indicator.definition()).matches("[\\u4e00-\\u9fff“”（）、，：；]{5,90}。");
                });
        assertThat(IndicatorDictionary.read().indicators().stream()
                        .filter(indicator -> indicator.code().startsWith("reconsideration.")))
                .allSatisfy(indicator -> assertThat(indicator.seriesBreak().map(SeriesBreak::validFromYear))
                        .contains(2024));
    }

    @Test
    void letsAnAnalystAddAnIndicatorWithoutJava() {
        LabelledReport report = LabelledReport.of("wells", "全县新打水井[12口|wells.dug],修渠[3口|-]。");
        CodeScore score = new CodeScore();
        score.add(report, new IndicatorMatcher(read(VOCABULARY, WELLS)));
        assertThat(score.f1()).as(score.toString()).isEqualTo(1);
    }

    @Test
    void namesFileAndLineOfAnUnknownKey() {
        assertThatThrownBy(() -> read(VOCABULARY, WELLS.replace("    kind: count", "    kind: count\n    sort: x")))
                .hasMessageStartingWith("rules/wells.yml:9: sort: expected one of")
                .hasMessageEndingWith("got an unknown key");
    }

    @Test
    void namesTheUnknownUnit() {
        assertThatThrownBy(() -> read(VOCABULARY, WELLS.replace("unit: 口", "unit: 眼")))
                .hasMessage("rules/wells.yml:7: unit: expected one of the units 口 件, got 眼");
    }

    @Test
    void refusesACodeThatStandsTwice() {
        String twice = WELLS + WELLS.substring(WELLS.indexOf("  - code"));
        assertThatThrownBy(() -> read(VOCABULARY, twice))
                .hasMessage("rules/wells.yml:17: code: expected each code once, got wells.dug twice");
    }

    @Test
    void refusesARuleThatForbidsWhatItAsksFor() {
        assertThatThrownBy(() -> read(VOCABULARY, WELLS + "        not_clause: [打]\n"))
                .hasMessage("rules/wells.yml:15: rules: expected a rule that can match, got before asks for what"
                        + " not_clause forbids: 打成/新打");
    }

    @Test
    void refusesARuleThatAsksForNoWords() {
        assertThatThrownBy(() -> read(VOCABULARY, WELLS.replace("before:", "not_before:")))
                .hasMessageContaining("expected words that must stand somewhere, got none");
    }

    @Test
    void refusesAnUnknownListZoneAndSubject() {
        assertThatThrownBy(() -> read(VOCABULARY, WELLS.replace("$verbs", "$nouns")))
                .hasMessageContaining("expected one of the lists verbs, got $nouns");
        assertThatThrownBy(() -> read(VOCABULARY, WELLS.replace("before:", "beside:")))
                .hasMessageContaining("rules/wells.yml:16: beside: expected units");
        assertThatThrownBy(() -> read(VOCABULARY, WELLS.replace("subject: wells", "subject: rivers")))
                .hasMessageContaining("expected one of the subjects wells, got rivers");
    }

    @Test
    void refusesWordsThatTheCompactTextNeverHolds() {
        assertThatThrownBy(() -> read(VOCABULARY, WELLS.replace("$verbs", "“水井”")))
                .hasMessageContaining("expected words without spaces, quotation marks");
    }

    @Test
    void namesTheLineOfBrokenYaml() {
        assertThatThrownBy(() -> read(VOCABULARY, "domain: [wells"))
                .hasMessageStartingWith("rules/wells.yml:1: expected YAML");
        assertThatThrownBy(() -> read("", WELLS)).hasMessageStartingWith("rules/vocabulary.yml:1: expected a mapping");
    }

    @Test
    void readsTheSameFromFolderAndFromTheJar() {
        assertThat(IndicatorDictionary.read(Path.of("warehouse/indicators")).indicators())
                .isEqualTo(IndicatorDictionary.read().indicators());
    }

    @Test
    void givesEveryIndicatorAUnitOfItsKind() {
        assertThat(IndicatorDictionary.read().indicators()).allSatisfy(indicator -> {
            assertThat(indicator.unit().equals("%")).isEqualTo(indicator.kind() == IndicatorKind.RATE);
            assertThat(indicator.unit().equals("元")).isEqualTo(indicator.kind() == IndicatorKind.AMOUNT);
            assertThat(indicator.code()).startsWith(indicator.code().split("\\.")[0]);
            assertThat(indicator.kind() == IndicatorKind.RATE && indicator.additive())
                    .isFalse();
        });
    }

    @Test
    @NeedsShared
    void holdsExactlyTheCodesOfTheSharedList() throws IOException {
        Path list = Shared.path("indicators.tsv");
        Map<String, String> units = new TreeMap<>();
        for (String line : Files.readAllLines(list, StandardCharsets.UTF_8)) {
            String[] fields = line.split("\t");
            if (fields[0].contains(".")) {
                units.put(fields[0], fields[3] + " " + fields[4]);
            }
        }
        Map<String, String> ours = new TreeMap<>();
        IndicatorDictionary.read()
                .indicators()
                .forEach(indicator -> ours.put(
                        indicator.code(),
                        indicator.unit() + " " + indicator.kind().code()));
        assertThat(ours).containsAllEntriesOf(units);
        Set<String> added = new TreeSet<>(ours.keySet());
        added.removeAll(units.keySet());
        assertThat(added).as("codes of our own").isEmpty();
    }
}
