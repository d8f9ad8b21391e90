package org.fazhi.app.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.fazhi.harvest.state.Captures;
import org.fazhi.harvest.state.FetchLog;
import org.fazhi.warehouse.audit.Finding;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class NightReportWriterTest {

    private static final String NIGHT = "2026-11-22T18:30:00Z";
    private static final String HOSTILE = "</td><script>alert('x')</script> & \"报告\"";

    @TempDir
    Path home;

    @Test
    void writesAllOfTheNightAsJson() throws Exception {
        NightReportWriter.write(home, report());

        JsonNode json = JsonMapper.builder()
                .build()
                .readTree(Files.readString(home.resolve("reports/2026-11-22T183000Z.json")));
        assertThat(json.get("night").asString()).isEqualTo(NIGHT);
        assertThat(json.get("ending").asString()).isEqualTo("published");
        assertThat(json.get("release").asString()).isEqualTo("2026-11-23-0a1b2c3d");
        assertThat(json.get("startedAt").asString()).isEqualTo("2026-11-22T18:30:01Z");
        assertThat(json.get("steps").get(0).get("seconds").asDouble()).isEqualTo(1.25);
        assertThat(json.get("fetches").get(0).get("count").asInt()).isEqualTo(7);
        assertThat(json.get("documents").get(0).get("reason").asString()).isEqualTo(HOSTILE);
        assertThat(json.get("findings").get(0).get("rowCount").asLong()).isEqualTo(3);
        assertThat(json.get("problems").get(0).asString()).isEqualTo(HOSTILE);
        assertThat(json.get("unseen").get("count").asInt()).isEqualTo(7);
        assertThat(json.get("unseen").get("sources").get(0).asString()).isEqualTo(HOSTILE);
    }

    @Test
    void escapesWhatThePagesSay() throws Exception {
        NightReportWriter.write(home, report());

        String html = Files.readString(NightReport.page(home, NIGHT));
        Document page = Jsoup.parse(html);
        assertThat(page.select("script, iframe, img")).isEmpty();
        assertThat(page.select("td").eachText()).contains(HOSTILE);
        assertThat(page.select("tr").eachText())
                .contains(
                        "quarantined 2 pages, by reason above",
                        "ignored 0 pages that are no report",
                        "figures kept back 9 9 span_mismatch",
                        "unread 4 1 blocked, 3 gone",
                        "unseen 7 7 " + HOSTILE + ": " + HOSTILE + ", …",
                        "reviews 5 of 6 applied");
        assertThat(page.select("h2").eachText())
                .containsExactly(
                        "Run",
                        "Problems",
                        "Notes",
                        "Steps",
                        "Fetches",
                        "Documents",
                        "Kept back, not had, put right",
                        "Findings of the audit");
        // Every row has as many cells as its heading: nothing broke out of its cell.
        page.select("table")
                .forEach(table -> assertThat(table.select("tr"))
                        .allSatisfy(row -> assertThat(row.childrenSize())
                                .isEqualTo(table.select("th").size())));
    }

    @Test
    void replacesTheReportOfANightThatIsResumedAndLeavesNothingBeside() throws Exception {
        NightReportWriter.write(home, report());
        NightReportWriter.write(home, report());

        try (var files = Files.list(home.resolve("reports"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("2026-11-22T183000Z.json", "2026-11-22T183000Z.html");
        }
    }

    private static NightReport report() {
        return new NightReport(
                NIGHT,
                "harvest",
                "published",
                false,
                Optional.of("2026-11-23-0a1b2c3d"),
                Instant.parse("2026-11-22T18:30:01Z"),
                Instant.parse("2026-11-22T18:31:00Z"),
                List.of(NightReport.Step.of("fetch", "completed", Duration.ofMillis(1250), HOSTILE)),
                List.of(new FetchLog.StateCount("document", "fetched", 7)),
                List.of(new Captures.OutcomeCount("quarantined", HOSTILE, 2)),
                List.of(new Finding(
                        "figure_spans",
                        Finding.Severity.WARNING,
                        HOSTILE,
                        "read again",
                        3,
                        List.of(HOSTILE),
                        List.of(HOSTILE),
                        false)),
                List.of(HOSTILE),
                List.of(HOSTILE),
                new Captures.RereadCount(5, 2),
                new UnseenSources(7, List.of(HOSTILE), new TreeMap<>(Map.of(HOSTILE, 7))),
                new NightCounts(
                        2,
                        0,
                        Optional.of(new TreeMap<>(Map.of("gone", 3, "blocked", 1))),
                        Optional.of(new TreeMap<>(Map.of("span_mismatch", 9))),
                        5,
                        6),
                new TreeMap<>(Map.of("fetch", 3, HOSTILE, 1)));
    }
}
