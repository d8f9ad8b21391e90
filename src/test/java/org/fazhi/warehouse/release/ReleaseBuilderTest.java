package org.fazhi.warehouse.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.fazhi.harvest.source.IssuerKind;
import org.fazhi.reading.Extract;
import org.fazhi.warehouse.Home;
import org.fazhi.warehouse.Reports;
import org.fazhi.warehouse.Reports.Report;
import org.fazhi.warehouse.audit.Finding;
import org.fazhi.warehouse.load.FetchAttempt;
import org.fazhi.warehouse.store.LoadProgress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseBuilderTest {

    private static final String URL = "http://yunxi.example/2024.html";

    @TempDir
    private Path root;

    private Home home;

    @BeforeEach
    void openHome() {
        home = new Home(root);
        home.sources.add(Reports.source("yunxi", "云溪县人民政府", "990101", IssuerKind.GOVERNMENT, 2023));
    }

    private static Report yunxi() {
        return Reports.report("990101", "云溪县人民政府", "government", 2024);
    }

    @Test
    void givesEveryMartTheColumnsOfTheContractInTheirOrder() throws IOException {
        home.extracts.add(yunxi().figure("受理行政复议案件", "79件", "79", "件", "reconsideration.accepted")
                .extract("yunxi", URL));
        BuiltRelease release = home.build();
        List<String> contract = Files.readAllLines(Path.of("src/test/resources/warehouse/contract.txt"));
        assertThat(contract).hasSize(9);
        for (String line : contract) {
            String mart = line.substring(0, line.indexOf(':'));
            List<String> columns =
                    Arrays.asList(line.substring(mart.length() + 2).split(", "));
            assertThat(Home.rows(release.file(), "SELECT name FROM pragma_table_info('" + mart + "')"))
                    .as(mart)
                    .startsWith(columns.toArray(String[]::new));
        }
    }

    private static LoadProgress failingOn(List<String> told, String... words) {
        return new LoadProgress() {

            @Override
            public void on(String stage, long done) {
                // Only documents are of interest.
            }

            @Override
            public void loading(String sourceId, String url) {
                if (Arrays.stream(words).anyMatch(url::contains)) {
                    throw new IllegalStateException("no " + url);
                }
            }

            @Override
            public void failed(String sourceId, String what, Throwable fault) {
                told.add(sourceId + " " + what + ": " + fault.getMessage());
            }
        };
    }

    private BuiltRelease built(LoadProgress progress) {
        return ((BuildOutcome.Built) home.builder().build(home.input(), progress)).release();
    }

    @Test
    void keepsBackTheDocumentsOnWhichTheProgramFailsAndNumbersTheOthersWithoutThem() {
        String other = "http://yunxi.example/2023.html";
        home.extracts.add(yunxi().prose("一。").extract("yunxi", URL));
        home.extracts.add(yunxi().prose("二。").extract("yunxi", other));
        home.extracts.add(yunxi().prose("三。").extract("yunxi", "http://yunxi.example/bad.html"));
        home.extracts.add(yunxi().prose("四。").extract("yunxi", URL + "?bad=1"));
        List<String> told = new ArrayList<>();

        BuiltRelease release = built(failingOn(told, "bad"));

        assertThat(told)
                .containsExactly(
                        "yunxi http://yunxi.example/bad.html: no http://yunxi.example/bad.html",
                        "yunxi " + URL + "?bad=1: no " + URL + "?bad=1");
        assertThat(Home.rows(release.file(), "SELECT url, version, is_current FROM mart_document ORDER BY url"))
                .containsExactly(other + "|1|true", URL + "|1|true");
        assertThat(Home.rows(release.file(), "SELECT reason, detail FROM quarantine ORDER BY url"))
                .containsExactly(
                        "load_fault|expected to load it, got IllegalStateException: no " + URL + "?bad=1",
                        "load_fault|expected to load it, got IllegalStateException: no http://yunxi.example/bad.html");
        assertThat(Home.rows(
                        release.file(),
                        "SELECT read_count, loaded_count, quarantined_count FROM load_count WHERE thing = 'extract'"))
                .containsExactly("4|2|2");
        assertThat(Home.rows(release.file(), "SELECT inputs_fingerprint FROM release"))
                .isNotEqualTo(Home.rows(built(LoadProgress.NONE).file(), "SELECT inputs_fingerprint FROM release"));
    }

    @Test
    void makesTheVersionBeforeOneThatCannotBeLoadedTheCurrentOne() {
        home.extracts.add(yunxi().prose("一。").extract("yunxi", URL));
        home.extracts.add(yunxi().prose("二。").extract("yunxi", URL, "sha256:two", Reports.FETCHED.plusSeconds(60)));
        LoadProgress failing = new LoadProgress() {
            private int seen;

            @Override
            public void on(String stage, long done) {
                // Only documents are of interest.
            }

            @Override
            public void loading(String sourceId, String url) {
                seen++;
                if (seen == 2) {
                    throw new IllegalStateException("the second");
                }
            }
        };

        assertThat(Home.rows(built(failing).file(), "SELECT version, is_current FROM dim_document"))
                .containsExactly("1|true");
    }

    @Test
    void publishesADocumentWithoutTheDatesOfItsPageThatAreNone() {
        List<String> dates =
                List.of("9999-99-99", "2999-01-01", "+999999999-12-31", "-0005-01-01", "1899-12-31", "2101-01-01");
        for (int i = 0; i < dates.size(); i++) {
            home.extracts.add(yunxi().prose("一" + i).published(dates.get(i)).extract("yunxi", URL + i));
        }
        home.extracts.add(yunxi().prose("一").published("2100-12-31").extract("yunxi", URL));

        BuiltRelease release = built(LoadProgress.NONE);

        assertThat(Home.rows(release.file(), "SELECT published_date FROM mart_document ORDER BY 1 NULLS LAST LIMIT 2"))
                .containsExactly("2100-12-31", "-");
        assertThat(Home.rows(
                        release.file(),
                        "SELECT count(*), min(detail) FROM quarantine WHERE reason = 'bad_published_date'"))
                .containsExactly("6|published_date: expected a day such as 2025-01-20, got +999999999-12-31");
    }

    @Test
    void keepsBackADocumentThatWasFetchedWhenNothingWas() {
        home.extracts.add(yunxi().prose("一。").extract("yunxi", URL));
        home.extracts.add(
                yunxi().prose("二。").extract("yunxi", URL + "2", "sha256:2", Instant.parse("2999-01-01T00:00:00Z")));
        home.extracts.add(yunxi().prose("三。").extract("yunxi", URL + "3", "sha256:3", Instant.MIN));
        home.extracts.add(yunxi().prose("四。").extract("yunxi", URL + "4", "sha256:4", Instant.MAX));

        BuiltRelease release = built(LoadProgress.NONE);

        assertThat(Home.rows(release.file(), "SELECT url FROM mart_document")).containsExactly(URL);
        assertThat(Home.rows(release.file(), "SELECT reason FROM quarantine"))
                .containsExactly("out_of_bounds", "out_of_bounds", "out_of_bounds");
    }

    @Test
    void leavesOutARowOfTheLogThatItsTableDoesNotTake() {
        home.fetches.add(fetch(Instant.parse("2026-01-01T00:00:00Z")));
        home.fetches.add(fetch(Instant.MAX));
        List<String> told = new ArrayList<>();

        BuiltRelease release = built(failingOn(told));

        assertThat(told).singleElement().asString().startsWith("fact_fetch FetchAttempt[");
        assertThat(Home.rows(release.file(), "SELECT count(*) FROM fact_fetch")).containsExactly("1");
    }

    private static FetchAttempt fetch(Instant startedAt) {
        return new FetchAttempt(
                LocalDate.of(2026, 1, 1),
                Instant.parse("2026-01-01T00:00:00Z"),
                "yunxi",
                URL,
                "document",
                "gone",
                OptionalInt.of(404),
                startedAt,
                Duration.ZERO,
                0,
                1,
                Optional.of("status 404"),
                OptionalInt.empty());
    }

    @Test
    void commentsEveryTableViewAndColumn() {
        BuiltRelease release = home.build();
        assertThat(Home.rows(
                        release.file(),
                        "SELECT table_name, column_name FROM duckdb_columns() WHERE NOT internal AND comment IS NULL"))
                .isEmpty();
        assertThat(
                        Home.rows(
                                release.file(),
                                "SELECT table_name FROM duckdb_tables() WHERE NOT internal AND comment IS NULL"
                                        + " UNION ALL SELECT view_name FROM duckdb_views() WHERE NOT internal AND comment IS NULL"))
                .isEmpty();
    }

    @Test
    void countsSpansInCodePointsBehindCharactersBeyondTheBasicPlane() {
        home.extracts.add(yunxi().prose("𠮷祥镇𠮷庆村")
                .figure("调解纠纷", "12件", "12", "件", (String) null)
                .repairedWith("𠮷〔")
                .extract("yunxi", URL));
        BuiltRelease release = home.build();
        assertThat(Home.rows(
                        release.file(),
                        "SELECT raw, substring(text, span_start + 1, span_end - span_start),"
                                + " substring(repaired_text, repaired_start + 1, repaired_end - repaired_start), span_start"
                                + " FROM mart_figure JOIN mart_document USING (document_id, version)"))
                .containsExactly("12件|12件|12件|10");
        assertThat(Home.rows(release.file(), "SELECT text, repaired_text FROM mart_section"))
                .containsExactly("𠮷祥镇𠮷庆村调解纠纷12件。|𠮷祥镇𠮷庆村调解纠纷12件。");
        assertThat(home.auditor().audit(release.file(), LoadProgress.NONE).errors())
                .isEmpty();
    }

    @Test
    void quarantinesTheFigureWhoseRawDoesNotStandAtItsSpan() {
        home.extracts.add(yunxi().figure("受理", "79件", "79", "件", figure -> figure.raw = Optional.of("97件"))
                .figure("办结", "66件", "66", "件", figure -> figure.quarantine = Optional.of("no_place"))
                .figure("罚没", "3元", "0.12345678", "元", (String) null)
                .figure("调解", "5件", "5", "件", (String) null)
                .extract("yunxi", URL));
        BuiltRelease release = home.build();
        assertThat(Home.rows(release.file(), "SELECT raw FROM fact_figure")).containsExactly("5件");
        assertThat(Home.rows(release.file(), "SELECT ordinal, reason, detail FROM quarantine ORDER BY ordinal"))
                .satisfiesExactly(
                        mismatch -> assertThat(mismatch)
                                .startsWith("0|span_mismatch|97件 = 79 件: expected it at ")
                                .endsWith(", got 79件"),
                        place -> assertThat(place).isEqualTo("1|no_place|66件 = 66 件"),
                        range -> assertThat(range).isEqualTo("2|value_out_of_range|3元 = 0.12345678 元"));
        assertThat(Home.rows(release.file(), "SELECT * FROM load_count ORDER BY thing"))
                .containsExactly("extract|1|1|0|0", "figure|4|1|3|0");
    }

    @Test
    void quarantinesTheTextThatNoUtf8CanWrite() {
        home.extracts.add(yunxi().prose("半个字\ud842").extract("yunxi", URL));
        BuiltRelease release = home.build();
        assertThat(Home.rows(release.file(), "SELECT outcome, reason FROM fact_reading"))
                .containsExactly("quarantined|unpaired_surrogate");
        assertThat(Home.rows(release.file(), "SELECT * FROM mart_document")).isEmpty();
    }

    @Test
    void keepsEveryVersionOfARepublishedPageAndSaysWhatChanged() {
        Instant later = Reports.FETCHED.plus(Duration.ofDays(30));
        home.extracts.add(yunxi().figure("受理", "80件", "80", "件", "reconsideration.accepted")
                .extract("yunxi", URL, "sha256:b", later));
        home.extracts.add(yunxi().figure("受理", "79件", "79", "件", "reconsideration.accepted")
                .extract("yunxi", URL, "sha256:a", Reports.FETCHED));
        home.extracts.add(yunxi().figure("受理", "80件", "80", "件", "reconsideration.accepted")
                .extract("yunxi", URL, "sha256:c", later.plusSeconds(1)));
        BuiltRelease release = home.build();
        assertThat(
                        Home.rows(
                                release.file(),
                                "SELECT version, is_current, payload_digest, changed_fields FROM mart_document ORDER BY version"))
                .containsExactly("1|false|sha256:a|-", "2|true|sha256:b|[text]");
        assertThat(Home.rows(
                        release.file(), "SELECT payload_digest, reason FROM fact_reading WHERE outcome = 'ignored'"))
                .containsExactly("sha256:c|same_facts");
        assertThat(Home.rows(release.file(), "SELECT value, mention_count FROM mart_observation"))
                .containsExactly("80.000000|1");
    }

    @Test
    void givesAUrlOfTwoSourcesToTheFirstById() {
        home.sources.add(Reports.source("aaa", "青岚省人民政府", "990000", IssuerKind.GOVERNMENT, 2023));
        home.extracts.add(yunxi().extract("yunxi", URL));
        home.extracts.add(yunxi().extract("aaa", URL));
        BuiltRelease release = home.build();
        assertThat(Home.rows(release.file(), "SELECT source_id, outcome, reason FROM fact_reading ORDER BY ALL"))
                .containsExactly("aaa|loaded|-", "yunxi|ignored|duplicate_source");
        assertThat(Home.rows(release.file(), "SELECT source_id, is_own_site FROM dim_document"))
                .containsExactly("aaa|false");
    }

    @Test
    void keepsReasonsOfWhatWasNotLoaded() {
        home.extracts.add(new Extract(
                "yunxi",
                URL + "?1",
                "sha256:1",
                Reports.FETCHED,
                Extract.Outcome.IGNORED,
                "look_alike",
                Optional.empty()));
        home.extracts.add(new Extract(
                "yunxi",
                URL + "?2",
                "sha256:2",
                Reports.FETCHED,
                Extract.Outcome.QUARANTINED,
                "no_text",
                Optional.of("expected a text, got " + "𠮷".repeat(600) + "\u0007"),
                Optional.empty()));
        BuiltRelease release = home.build();
        assertThat(Home.rows(release.file(), "SELECT outcome, reason FROM fact_reading ORDER BY ALL"))
                .containsExactly("ignored|look_alike", "quarantined|no_text");
        assertThat(Home.rows(release.file(), "SELECT scope, reason, length(detail), right(detail, 2) FROM quarantine"))
                .containsExactly("document|no_text|500|𠮷…");
        assertThat(home.auditor().audit(release.file(), LoadProgress.NONE).findings())
                .extracting(Finding::audit)
                .containsExactly("no_document", "no_report_listed");
    }

    @Test
    void namesTheRegionAsItWasInTheReportYear() {
        home.sources.add(Reports.source("changqing", "长清区人民政府", "370113", IssuerKind.GOVERNMENT, 2020));
        home.extracts.add(
                Reports.report("110103", "崇文区人民政府", "government", 2009).extract("yunxi", URL + "?1"));
        home.extracts.add(
                Reports.report("370123", "长清县人民政府", "government", 2000).extract("yunxi", URL + "?2"));
        BuiltRelease release = home.build();
        assertThat(Home.rows(
                        release.file(),
                        "SELECT region_name, province_name, is_fictional FROM mart_document ORDER BY 1"))
                .containsExactly("崇文区|北京市|false", "长清县|山东省|false");
        assertThat(Home.rows(
                        release.file(),
                        "SELECT region_key, parent_code, current_code, prefecture_name FROM dim_region"
                                + " WHERE region_code IN ('370123', '370113', '110103', '990101') ORDER BY ALL"))
                .containsExactly(
                        "110103-1981|110000|110101|-",
                        "370113-2001|370100|370113|济南市",
                        "370123-1981|370100|370113|济南市",
                        "990101-1981|990000|990101|-");
    }

    @Test
    void hasTheSameContentHashInWhateverOrderExtractsArrive() {
        for (int year = 2020; year < 2025; year++) {
            for (String county : List.of("990101", "990102", "990103")) {
                home.extracts.add(Reports.report(county, county, "government", year)
                        .figure("受理", year + "件", Integer.toString(year), "件", "reconsideration.accepted")
                        .figure("纠错率", "28.8%", "28.8", "%", "reconsideration.correction_rate")
                        .extract("yunxi", "http://yunxi.example/" + county + "/" + year));
            }
        }
        BuiltRelease first = home.build();
        Collections.shuffle(home.extracts, new Random(7));
        BuiltRelease second = home.build();
        assertThat(second.contentHash()).isEqualTo(first.contentHash());
        assertThat(second.inputsFingerprint()).isEqualTo(first.inputsFingerprint());
        assertThat(second.id()).isEqualTo(first.id());
        home.extracts.remove(3);
        assertThat(home.build().contentHash()).isNotEqualTo(first.contentHash());
    }

    @Test
    void startsAfreshOverWhatAKilledBuildLeft() throws IOException {
        home.extracts.add(yunxi().extract("yunxi", URL));
        Files.createDirectories(home.home.build().getParent());
        Files.writeString(home.home.build(), "half a file");
        Files.writeString(home.home.build().resolveSibling("build.duckdb.wal"), "half a log");
        assertThat(home.builder().pending()).isEmpty();
        assertThat(home.build().martRows()).containsEntry("mart_document", 1L);
        assertThat(home.builder().pending()).contains(home.build());
    }

    @Test
    void writesAFileThatClientsOfVersion14CanOpen() {
        BuiltRelease release = home.build();
        assertThat(Home.rows(
                        release.file(), "SELECT tags['storage_version'] FROM duckdb_databases() WHERE NOT internal"))
                .containsExactly("v1.4.0+");
    }

    @Test
    void loadsTheLogOfFetches() {
        home.fetches.add(new FetchAttempt(
                home.night,
                Instant.parse("2026-01-10T17:00:00Z"),
                "yunxi",
                URL,
                "document",
                "not_modified",
                OptionalInt.of(304),
                Instant.parse("2026-01-10T17:00:01Z"),
                Duration.ofMillis(45),
                0,
                1,
                Optional.empty(),
                OptionalInt.empty()));
        assertThat(
                        Home.rows(
                                home.build().file(),
                                "SELECT night, kind, state, http_status, started_at::VARCHAR, duration_ms, reason FROM fact_fetch"))
                .containsExactly("2026-01-10|document|not_modified|304|2026-01-10 17:00:01|45|-");
    }
}
