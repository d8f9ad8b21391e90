package org.fazhi.warehouse.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.fazhi.harvest.source.IssuerKind;
import org.fazhi.harvest.source.Source;
import org.fazhi.reading.DocumentFacts;
import org.fazhi.reading.DocumentFacts.SectionFact;
import org.fazhi.reading.Extract;
import org.fazhi.text.Span;
import org.fazhi.warehouse.Home;
import org.fazhi.warehouse.Reports;
import org.fazhi.warehouse.Walks;
import org.fazhi.warehouse.review.Entries;
import org.fazhi.warehouse.review.Reviews;
import org.fazhi.warehouse.store.LoadProgress;
import org.fazhi.warehouse.store.SqlFile;
import org.fazhi.warehouse.store.WarehouseException;
import org.fazhi.warehouse.store.WarehouseFiles;
import org.fazhi.warehouse.store.WorkingFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the load alone writes, without transforms and marts: every table and column of it, for a handful of pages. */
class LoaderTest {

    private static final String SITE = "http://yunxi.example/";
    private static final LocalDate NIGHT = LocalDate.of(2026, 1, 10);

    @TempDir
    private Path root;

    private WarehouseFiles files;
    private WorkingFile file;

    private final List<Source> sources = new ArrayList<>();
    private final List<Extract> extracts = new ArrayList<>();
    private final List<FetchAttempt> fetches = new ArrayList<>();
    private final List<LinkState> links = new ArrayList<>();
    private final List<WalkedListing> walks = new ArrayList<>();
    private final List<UntakenLink> untaken = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private Reviews reviews = Reviews.NONE;

    @BeforeEach
    void open() throws IOException, SQLException {
        Path folder = root.resolve("warehouse");
        WarehouseFiles real = WarehouseFiles.of(Path.of("warehouse"));
        Files.createDirectories(folder.resolve("schema"));
        Files.createDirectories(folder.resolve("knowledge"));
        Files.createDirectories(folder.resolve("region"));
        Files.writeString(folder.resolve(IssuerWords.FILE), real.text(IssuerWords.FILE));
        Files.writeString(folder.resolve("region/gb2260-1981-2024.csv"), "代码,一级行政区,二级行政区,名称,级别,状态,启用时间,变更/弃用时间,新代码\n");
        Files.writeString(folder.resolve("region/fictional.csv"), """
                code,name,level,province_code,province_name,prefecture_name
                990000,青岚省,province,990000,青岚省,
                990101,云溪县,county,990000,青岚省,
                990102,松坪县,county,990000,青岚省,
                """);
        files = WarehouseFiles.of(folder);
        file = WorkingFile.open(root.resolve("home/build.duckdb"), root.resolve("spill"), Home.SETTINGS, List.of());
        StringBuilder schema = new StringBuilder();
        for (SqlFile script : real.sql("schema")) {
            // The comments take longer than the tables.
            schema.append(script.text().replaceAll("(?m)^COMMENT ON .*$", ""));
        }
        file.execute(schema.toString());
        sources.add(Reports.source("yunxi", "云溪县人民政府", "990101", IssuerKind.GOVERNMENT, 2020));
    }

    @AfterEach
    void close() {
        file.close();
    }

    private LoadInput input() {
        return new LoadInput(
                NIGHT,
                Reports.FETCHED,
                sources,
                extracts::stream,
                Stream::empty,
                fetches::stream,
                links::stream,
                walks::stream,
                untaken::stream,
                Stream::empty,
                3,
                Home.INDICATORS,
                "test",
                reviews);
    }

    private void load() throws SQLException {
        LoadInput input = input();
        ReadingPlan plan = ReadingPlan.of(extracts.stream(), new KeptOut(input), LoadProgress.NONE);
        load(input, plan);
    }

    private void load(LoadInput input, ReadingPlan plan) throws SQLException {
        file.execute("BEGIN TRANSACTION");
        new Loader(file.connection(), input, (stage, done) -> told.add(stage + " " + done)).load(files, plan);
        file.execute("COMMIT");
    }

    private List<String> rows(String sql) throws SQLException {
        return Home.rows(file.connection(), sql);
    }

    private static Reports.Report yunxi(int year) {
        return Reports.report("990101", "云溪县人民政府", "government", year);
    }

    private static Extract ended(String page, Extract.Outcome outcome, String reason, Optional<DocumentFacts> facts) {
        return new Extract(
                "yunxi",
                SITE + page,
                "sha256:" + page,
                Reports.FETCHED,
                outcome,
                reason,
                Optional.of("what of " + page),
                facts);
    }

    /** A document with all that one can have, and one of each kind of what is kept back, ignored or unseen. */
    @Test
    void writesEveryColumnOfEveryTable() throws Exception {
        Reports.Report report = yunxi(2024)
                .repairedWith("𠮷云")
                .prose("𠮷字。")
                .figure("受理", "79件", "79", "件", figure -> {
                    figure.code = Optional.of("reconsideration.accepted");
                    figure.valueHigh = Optional.of(new BigDecimal("80.5"));
                    figure.asOf = Optional.of("2024-11");
                    figure.change = Optional.of("up");
                    figure.qualifier = "over";
                    figure.tense = "cumulative";
                    figure.role = "plan";
                    figure.confidence = 0.75;
                    figure.verifiedBy = Optional.of("correction_rate");
                })
                .figure("另受理", "3件", "3", "件", figure -> {
                    figure.inSection = false;
                    figure.asOf = Optional.of("2024-13");
                })
                .figure("退回", "4件", "4", "件", figure -> figure.quarantine = Optional.of("year_as_count"))
                .figure("撤回", "5件", "5.1234567", "件", figure -> {})
                .figure("中止", "6件", "6", "件", figure -> figure.valueHigh = Optional.of(new BigDecimal("6.1234567")))
                .figure("终止", "7件", "7", "件", figure -> figure.raw = Optional.of("8件"))
                .figure("维持", "8件", "8", "件", figure -> figure.raw = Optional.of("8"))
                .check("correction_rate", "confirmed", 0, 1)
                .check("sum", "contradicted")
                .part("plan", true)
                .part("problems", false)
                .published("2025-02-30");
        extracts.add(report.extract("yunxi", SITE + "1"));
        extracts.add(report.extract("yunxi", SITE + "1", "sha256:other", Reports.FETCHED.plusSeconds(60)));
        extracts.add(yunxi(2024)
                .prose("新版。")
                .published("2025-03-01")
                .extract("yunxi", SITE + "1", "sha256:third", Reports.FETCHED.plusSeconds(120)));
        extracts.add(ended("ignored", Extract.Outcome.IGNORED, "not_a_report", Optional.empty()));
        extracts.add(ended("kept", Extract.Outcome.QUARANTINED, "no_text", Optional.empty()));
        extracts.add(ended("empty", Extract.Outcome.LOADED, "", Optional.empty()));
        extracts.add(yunxi(2023).prose("\ud842").extract("yunxi", SITE + "half"));
        extracts.add(Reports.report("", "", "", 0).prose("无。").titled("").extract("nobody", SITE + "unknown"));
        extracts.add(Reports.report("99010", "松坪县人民政府", "government", 2022)
                .prose("松坪。")
                .extract("yunxi", SITE + "songping"));
        extracts.add(Reports.report("", "县司法局", "bureau", 2019).prose("云溪县司法局。").extract("yunxi", SITE + "bureau"));
        extracts.add(Reports.report("", "云溪县司法局", "township", 2018).prose("云溪。").extract("yunxi", SITE + "bureau2"));
        extracts.add(
                Reports.report("990102", "普法讲师团", "township", 2017).prose("松坪。").extract("yunxi", SITE + "station"));
        extracts.add(new Extract(
                "yunxi",
                SITE + "twofold",
                "sha256:twofold",
                Reports.FETCHED,
                Extract.Outcome.LOADED,
                "",
                Optional.of(twofold())));
        extracts.add(yunxi(2021).prose("一则通知。").extract("yunxi", SITE + "notice"));
        reviews = Entries.read(
                root.resolve("reviews"),
                Entries.of(SITE + "1", "另受理3件", "3件", "verdict: code\ncode: reconsideration.accepted"),
                Entries.of(SITE + "1", "此句不在", "3件", "verdict: no_figure"),
                Entries.ofDocument("url: \"" + SITE + "songping\"", "verdict: report_year\nreport_year: 2020"),
                Entries.ofDocument("url: \"" + SITE + "songping\"", "verdict: issuer_kind\nissuer_kind: bureau"),
                Entries.ofDocument("url: \"" + SITE + "notice\"", "verdict: not_a_report"));
        fetches.add(new FetchAttempt(
                NIGHT,
                Reports.FETCHED,
                "yunxi",
                SITE + "1",
                "document",
                "fetched",
                OptionalInt.of(200),
                Reports.FETCHED.plusSeconds(5),
                Duration.ofMillis(1234),
                567,
                2,
                Optional.of("slow"),
                OptionalInt.of(3)));
        links.add(new LinkState(
                "yunxi",
                SITE + "1",
                "2024年报告",
                OptionalInt.of(2024),
                "fetched",
                Reports.FETCHED.plusSeconds(7),
                Optional.of("sha256:1"),
                Optional.of(LocalDate.of(2025, 1, 21))));
        walks.add(Walks.whole("yunxi", "http://yunxi.example/", NIGHT));
        untaken.add(new UntakenLink(
                "yunxi",
                "http://yunxi.example/other",
                "云溪县2023年法治工作总结",
                OptionalInt.of(2023),
                Optional.of(NIGHT),
                "title_pattern"));
        sources.add(Reports.source("songping", "松坪县人民政府", "990102", IssuerKind.GOVERNMENT, 2022));
        load();
        assertThat(told)
                .containsExactly(
                        "regions 3",
                        "documents 14",
                        "reviews 5",
                        "issuers 4",
                        "fetches 1",
                        "links 1",
                        "walks 2",
                        "untaken links 1");
        String dump = dump();
        Path golden = Path.of("src/test/resources/warehouse/loaded.txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(golden, dump);
        }
        assertThat(dump).isEqualTo(Files.readString(golden));
    }

    /** Two sections, the one in the other, and two repairs. */
    private static DocumentFacts twofold() {
        DocumentFacts facts = yunxi(2016).repairedWith("云").prose("云溪。").facts();
        SectionFact section = facts.sections().get(0);
        SectionFact inner =
                new SectionFact(1, OptionalInt.of(0), 2, "（一）", "内", "plan", new Span(1, 2), new Span(2, 3));
        return new DocumentFacts(
                facts.regionCode(),
                facts.issuer(),
                facts.issuerKind(),
                facts.reportKind(),
                facts.reportYear(),
                facts.title(),
                facts.documentNumber(),
                Optional.of("index 1"),
                facts.writtenDate(),
                facts.publishedDate(),
                facts.publishedDateBasis(),
                facts.otherPublishedDate(),
                facts.text(),
                facts.repairedText(),
                List.of(section, inner),
                facts.figures(),
                facts.checks(),
                List.of(facts.repairs().get(0), facts.repairs().get(0)),
                facts.parts());
    }

    /** Every table that has rows by the load: its columns, then its rows in order, cells parted by a bar. */
    private String dump() throws SQLException {
        StringBuilder all = new StringBuilder();
        for (String table : rows("SELECT table_name FROM duckdb_tables() WHERE database_name = 'warehouse'"
                + " AND table_name NOT IN ('dim_unit', 'due_rule') ORDER BY 1")) {
            List<String> rows = rows("SELECT COLUMNS(*)::VARCHAR FROM " + table + " ORDER BY ALL");
            if (!rows.isEmpty()) {
                all.append("# ").append(table).append(": ");
                all.append(String.join("|", file.columns(table))).append('\n');
                rows.forEach(row -> all.append(row).append('\n'));
            }
        }
        return all.toString();
    }

    @Test
    void takesTheIssuerOfThePageOrElseTheSources() {
        Extract named = yunxi(2024).prose("一").extract("yunxi", SITE);
        Extract blank = Reports.report("990101", " ", "", 2024).prose("一").extract("yunxi", SITE);
        Optional<Source> source = Optional.of(Reports.source("s", "松坪县司法局", "990102", IssuerKind.BUREAU, 2020));
        assertThat(DocumentWriter.issuer(named, source)).isEqualTo("云溪县人民政府");
        assertThat(DocumentWriter.issuer(blank, source)).isEqualTo("松坪县司法局");
        assertThat(DocumentWriter.issuer(blank, Optional.empty())).isEmpty();
    }

    @Test
    void tellsEveryHundredthDocument() throws SQLException {
        for (int i = 0; i < 201; i++) {
            extracts.add(ended("page" + i, Extract.Outcome.IGNORED, "not_a_report", Optional.empty()));
        }
        load();
        assertThat(told)
                .contains("documents 100", "documents 200", "documents 201")
                .hasSize(10);
    }

    @Test
    void refusesExtractsThatAreNotThoseThatWereNumbered() {
        LoadInput input = input();
        ReadingPlan plan = ReadingPlan.of(Stream.empty(), LoadProgress.NONE);
        extracts.add(ended("late", Extract.Outcome.IGNORED, "not_a_report", Optional.empty()));
        assertThatThrownBy(() -> load(input, plan))
                .isInstanceOf(WarehouseException.class)
                .hasMessage("extracts: expected the 0 that were there when they were numbered, got 1");
    }
}
