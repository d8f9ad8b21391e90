package org.fazhi.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalInt;
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
}
