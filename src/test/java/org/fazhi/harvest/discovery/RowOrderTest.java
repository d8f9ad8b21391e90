package org.fazhi.harvest.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How far back rows reach; years stand for dates. */
class RowOrderTest {

    @ParameterizedTest
    @CsvSource({
        "newest first, 2026 2025 2024 2021, 2021",
        "of one day, 2026 2026 2026, 2026",
        "a single row, 2019, 2019",
        "one pinned, 2019 2026 2025 2025 2024, 2024",
        "one pinned before rows of one day, 2019 2026 2026 2026, 2026",
        "two pinned, 2019 2018 2026 2025 2024 2023, 2023",
        "one pinned before a single row, 2019 2026, 2026",
        "pinned and reached all the same, 2019 2026 2024 2022 2018, 2018",
        "an old one in the midst, 2026 2019 2025 2024 2023, 2023",
        "a list of news beside, 2026 2024 2022 2020 2026 2026, 2020",
        "a row out of place, 2026 2024 2025 2023 2021, 2021",
        "oldest first, 2021 2022 2023 2024, 2021",
        "oldest first in three rows, 2021 2022 2023, 2021",
        "oldest first with one that is not, 2021 2026 2022 2023 2024 2025, 2021",
        "two that rise may be a pinned one, 2021 2022, 2022",
        "of two sequences as long the one that claims less, 2026 2020 2025 2024 2024 2019 2022 2021, 2021",
    })
    void reachesBackToTheOldestDateOfTheRowsInOrder(String what, String years, int reach) {
        assertThat(RowOrder.reach(dates(years))).as(what).contains(LocalDate.of(reach, 1, 1));
    }

    @ParameterizedTest
    @CsvSource("''")
    void reachesNowhereWithoutADate(String years) {
        assertThat(RowOrder.reach(dates(years))).isEmpty();
    }

    private static List<LocalDate> dates(String years) {
        return Arrays.stream(years.split(" "))
                .filter(year -> !year.isEmpty())
                .map(year -> LocalDate.of(Integer.parseInt(year), 1, 1))
                .toList();
    }
}
