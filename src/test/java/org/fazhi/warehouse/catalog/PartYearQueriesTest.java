package org.fazhi.warehouse.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fazhi.harvest.source.IssuerKind;
import org.fazhi.warehouse.Home;
import org.fazhi.warehouse.Reports;
import org.fazhi.warehouse.Reports.FigureDraft;
import org.fazhi.warehouse.Reports.Report;
import org.fazhi.warehouse.load.IndicatorEntry;
import org.fazhi.warehouse.store.SqlFile;
import org.fazhi.warehouse.store.WarehouseFiles;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every query says it does with values of a part of the year and with running totals, it does. One report of 松坪县
 * stands in three files: without values; with values that run to October or over years; with the same as if they were the
 * year's. A query that leaves such values out answers from the first two alike and from the third otherwise.
 */
class PartYearQueriesTest {

    private static final String ACCEPTED = "reconsideration.accepted";
    private static final String CONCLUDED = "reconsideration.concluded";
    private static final String CORRECTION = "reconsideration.correction_rate";
    private static final String APPEARANCE = "litigation.head_appearance_rate";
    private static final String LOSS = "litigation.loss_rate";
    private static final String MEDIATION = "mediation.success_rate";

    private static final Pattern CHOICE = Pattern.compile("(?m)^-- part_year: (left out|included|speaks of)");

    @TempDir
    private static Path root;

    private static Path without;
    private static Path partYear;
    private static Path asIfWhole;
    private static Path withoutRates;
    private static Path outOfRange;

    @BeforeAll
    static void build() {
        without = build("without", report -> {});
        partYear = build(
                "part",
                report -> values(report, PartYearQueriesTest::partYear, figure -> {
                    figure.tense = "cumulative";
                }));
        asIfWhole = build("whole", report -> values(report, figure -> {}, figure -> {}));
        withoutRates = build("no rates", report -> rates(report, Optional.empty()));
        outOfRange = build("out of range", report -> rates(report, Optional.of("888")));
    }

    /** A count beside rates that cannot be, where there are any. */
    private static void rates(Report report, Optional<String> value) {
        figure(report, ACCEPTED, "60", "件", figure -> {});
        value.ifPresent(share -> List.of(CORRECTION, APPEARANCE, LOSS, MEDIATION)
                .forEach(code -> figure(report, code, share, "%", figure -> {})));
    }

    private static void partYear(FigureDraft figure) {
        figure.asOf = Optional.of("2024-10");
    }

    private static void values(Report report, Consumer<FigureDraft> part, Consumer<FigureDraft> total) {
        figure(report, ACCEPTED, "60", "件", part);
        figure(report, ACCEPTED, "61", "件", part);
        figure(report, CONCLUDED, "50", "件", total);
        figure(report, CORRECTION, "12.5", "%", part);
        figure(report, APPEARANCE, "80", "%", part);
        figure(report, LOSS, "40", "%", part);
        figure(report, MEDIATION, "100", "%", part);
        report.check("correction_rate", "contradicted", 0);
    }

    private static void figure(Report report, String code, String value, String unit, Consumer<FigureDraft> more) {
        report.figure(code.substring(code.indexOf('.')), value + unit, value, unit, figure -> {
            figure.code = Optional.of(code);
            more.accept(figure);
        });
    }

    private static Path build(String name, Consumer<Report> values) {
        Home home = new Home(root.resolve(name));
        home.indicators = Stream.of(ACCEPTED, CONCLUDED, CORRECTION, APPEARANCE, LOSS, MEDIATION)
                .map(PartYearQueriesTest::indicator)
                .toList();
        home.sources.add(Reports.source("yunxi", "云溪县人民政府", "990101", IssuerKind.GOVERNMENT, 2023));
        for (String region : List.of("990101", "990102", "990103", "991101")) {
            for (int year = 2023; year < 2025; year++) {
                Report report = Reports.report(region, region + "政府", "government", year);
                if (region.equals("990102") && year == 2024) {
                    values.accept(report);
                } else {
                    whole(report, region, year);
                }
                home.extracts.add(report.extract("yunxi", "http://yunxi.example/" + region + "/" + year));
            }
        }
        Report bureau = Reports.report("990102", "松坪县司法局", "bureau", 2024);
        figure(bureau, ACCEPTED, "9", "件", figure -> {});
        home.extracts.add(bureau.extract("yunxi", "http://yunxi.example/bureau"));
        return home.build().file();
    }

    private static void whole(Report report, String region, int year) {
        int lift = Integer.parseInt(region.substring(5)) + (year - 2023) * 2;
        figure(report, ACCEPTED, "1" + lift + "0", "件", figure -> {});
        figure(report, CONCLUDED, region.equals("990102") ? "50" : "1" + lift + "1", "件", figure -> {});
        figure(report, CORRECTION, "2" + lift + ".5", "%", figure -> {});
        figure(report, APPEARANCE, "9" + lift, "%", figure -> {});
        figure(report, LOSS, "1" + lift, "%", figure -> {});
        figure(report, MEDIATION, "9" + lift + ".25", "%", figure -> {});
    }

    private static IndicatorEntry indicator(String code) {
        boolean isCount = code.equals(ACCEPTED) || code.equals(CONCLUDED);
        return new IndicatorEntry(
                code,
                code.substring(0, code.indexOf('.')),
                code,
                code,
                "Test.",
                "Test.",
                isCount ? "件" : "%",
                isCount ? "count" : "rate",
                isCount,
                Optional.empty(),
                "neutral",
                "flow",
                OptionalInt.empty(),
                Optional.empty());
    }

    static Stream<SqlFile> queries() throws IOException {
        Matcher block = Pattern.compile("(?s)```sql\n(.*?)```").matcher(Files.readString(Path.of("README.md")));
        List<SqlFile> found =
                new ArrayList<>(WarehouseFiles.of(Path.of("warehouse")).sql("queries"));
        while (block.find()) {
            for (String query : block.group(1).split(";")) {
                if (!query.isBlank()) {
                    found.add(new SqlFile(
                            "README.md " + query.strip().lines().findFirst().orElseThrow(), query));
                }
            }
        }
        return found.stream();
    }

    @Test
    void findsTheQueriesOfTheReadme() throws IOException {
        assertThat(queries().filter(query -> query.path().startsWith("README"))).hasSizeGreaterThanOrEqualTo(5);
    }

    @ParameterizedTest
    @MethodSource("queries")
    void doesWithPartYearValuesWhatItSays(SqlFile query) {
        Matcher choice = CHOICE.matcher(query.text());
        assertThat(choice.find()).as("a line -- part_year: in %s", query.path()).isTrue();
        List<String> ofWithout = Home.rows(without, query.text());
        List<String> ofPartYear = Home.rows(partYear, query.text());
        if (choice.group(1).equals("included")) {
            assertThat(ofPartYear).as(query.path()).isNotEqualTo(ofWithout);
            return;
        }
        assertThat(ofPartYear).as(query.path()).isEqualTo(ofWithout);
        if (choice.group(1).equals("left out")) {
            assertThat(query.text()).as(query.path()).contains("is_whole_year");
            assertThat(Home.rows(asIfWhole, query.text()))
                    .as(query.path() + " would answer otherwise")
                    .isNotEqualTo(ofPartYear);
        }
    }

    /** A share that cannot be is in no average, no rank and no change, and never makes another stand otherwise. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "appearance_against_loss",
                "correction_rate_by_province",
                "county_against_its_province",
                "full_mediation_success",
                "largest_changes"
            })
    void leavesOutSharesThatCannotBe(String name) throws IOException {
        SqlFile query =
                queries().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
        assertThat(Home.rows(outOfRange, query.text())).isNotEmpty().isEqualTo(Home.rows(withoutRates, query.text()));
    }

    /** Numbers print as a person writes them: texts of values without zeros at their end, and no column of six places. */
    @ParameterizedTest
    @MethodSource("queries")
    void printsNoZerosAtTheEndOfAValue(SqlFile query) throws SQLException {
        try (Connection reader = Home.reader(partYear);
                Statement statement = reader.createStatement();
                ResultSet rows = statement.executeQuery(query.text())) {
            ResultSetMetaData columns = rows.getMetaData();
            for (int column = 1; column <= columns.getColumnCount(); column++) {
                assertThat(columns.getColumnTypeName(column))
                        .as("%s of %s", columns.getColumnName(column), query.path())
                        .doesNotContain("DECIMAL");
            }
        }
        assertThat(Home.rows(partYear, query.text()))
                .as(query.path())
                .allSatisfy(row -> assertThat(row).doesNotContainPattern("\\.[0-9]+0\\b"));
    }
}
