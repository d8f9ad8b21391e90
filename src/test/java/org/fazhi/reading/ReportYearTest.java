package org.fazhi.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import java.util.OptionalInt;
import org.fazhi.reading.indicators.IndicatorDictionary;
import org.junit.jupiter.api.Test;

class ReportYearTest {

    @Test
    void isTheYearBeforeADateInSpring() {
        assertThat(ReportYear.fromDate(Optional.of("2024-01-15"))).hasValue(2023);
        assertThat(ReportYear.fromDate(Optional.of("2023-12-18"))).hasValue(2023);
        assertThat(ReportYear.fromDate(Optional.empty())).isEqualTo(OptionalInt.empty());
    }

    @Test
    void isReadFromTheOpeningButNotFromADate() {
        assertThat(ReportYear.inOpening("（2024年1月15日）2023年，全县坚持……")).hasValue(2023);
    }

    @Test
    void isTheYearNamedMostOftenWhereNothingElseTells() {
        assertThat(ReportYear.mostNamed("与2021年相比，2022年受理更多。2022年共受理79件。")).hasValue(2022);
        assertThat(ReportYear.mostNamed("2021年与2022年相比持平。")).hasValue(2021);
        assertThat(ReportYear.mostNamed("全年共受理79件。")).isEmpty();
    }

    @Test
    void isThatOfTheTextWhereTheTitleNamesTheYearOfPublishing() {
        String body = "2024年，松陂县坚持依法行政。2024年受理79件。2024年审结66件。2025年工作计划";
        assertThat(ReportYear.settled(2025, body, Optional.of("2025-01-20"))).isEqualTo(2024);
        assertThat(ReportYear.settled(2025, body, Optional.of("2025-06-20"))).isEqualTo(2024);
    }

    @Test
    void isThatOfTheTitleWhereTheTextDoesNotTellClearly() {
        String body = "2024年，松陂县坚持依法行政。2024年受理79件。2024年审结66件。2025年工作计划";
        assertThat(ReportYear.settled(2025, body, Optional.of("2025-12-20"))).isEqualTo(2025);
        assertThat(ReportYear.settled(2025, body, Optional.of("2026-01-20"))).isEqualTo(2025);
        assertThat(ReportYear.settled(2025, body, Optional.empty())).isEqualTo(2025);
        assertThat(ReportYear.settled(2024, body, Optional.of("2025-01-20"))).isEqualTo(2024);
        Optional<String> january = Optional.of("2025-01-20");
        assertThat(ReportYear.settled(2025, "现报告2025年工作。" + body, january)).isEqualTo(2025);
        assertThat(ReportYear.settled(2025, "2024年受理79件，2024年审结66件。", january)).isEqualTo(2025);
        assertThat(ReportYear.settled(2025, body + "2025年受理，2025年审结。", january)).isEqualTo(2025);
    }

    @Test
    void readsTheNumbersOfThatYear() {
        String fill = "一年来，坚持稳中求进，持续完善制度，规范各类行为，加强监督制约，推动各项工作稳步开展，群众的感受不断改善。";
        String text = "松陂县人民政府2025年法治政府建设年度报告\n发布时间：2025-01-20\n2024年，坚持依法行政。2024年强化监督。" + fill.repeat(3)
                + "\n一、主要工作\n2024年受理行政复议案件120件。\n二、2025年工作计划\n" + fill + "\n2025年1月18日";
        Reading.Read read = (Reading.Read) new ReportReader(IndicatorDictionary.read())
                .read(PageInput.alone(URI.create("file:///year"), text, false));
        assertThat(read.facts().reportYear()).isEqualTo(2024);
        assertThat(read.facts().figures())
                .extracting(figure -> figure.code().orElse(""))
                .containsExactly("reconsideration.accepted");
    }
}
