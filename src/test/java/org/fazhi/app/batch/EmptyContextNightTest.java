package org.fazhi.app.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.fazhi.harvest.source.SourceRegistry;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.batch.core.repository.dao.DefaultExecutionContextSerializer;
import org.springframework.dao.DataAccessResourceFailureException;

/** A night that was killed when its workers were made and before what they were for was saved. */
class EmptyContextNightTest {

    private static final Instant NIGHT = Instant.parse("2026-11-22T18:30:00Z");
    private static final List<String> TABLES =
            List.of("dim_document", "fact_section", "fact_figure", "fact_observation", "fact_reading");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"discover, STARTING", "discover, COMPLETED", "fetch, STARTING", "fetch, COMPLETED"})
    void doesOnResumeWhatItHadToDo(String step, String worker) throws Exception {
        try (SmallSite site = new SmallSite()) {
            site.page("/index.html", """
                            <ul><li><a href="/1.html">2024年法治政府建设年度报告</a><span>2025-01-20</span></li>
                            <li><a href="/2.html">2025年法治政府建设年度报告</a><span>2026-01-20</span></li></ul>
                            """)
                    .page("/1.html", SmallReport.html("临渟县", 2024, 29))
                    .page("/2.html", SmallReport.html("临渟县", 2025, 37));
            SourceFile.write(folder.resolve("jobs"), "linjiang", "临渟县人民政府", site.url("/index.html"));
            night("whole", ItemWatch.NONE);
            NightOutcome broken = night("killed", (boundary, item) -> {
                if (item.step().equals(step)) {
                    throw new DataAccessResourceFailureException("killed");
                }
            });
            assertThat(broken.ending()).isEqualTo(NightOutcome.Ending.FAILED);
            forget(step, worker);

            NightOutcome resumed = night("killed", ItemWatch.NONE);

            assertThat(resumed.isResumed()).isTrue();
            assertThat(resumed.problems()).isEmpty();
            for (String table : TABLES) {
                String sql = "SELECT * FROM " + table + " ORDER BY ALL";
                assertThat(Published.rows(home("killed"), sql))
                        .as(table)
                        .isNotEmpty()
                        .isEqualTo(Published.rows(home("whole"), sql));
            }
        }
    }

    /** What stood in the job repository of a home that was killed so. */
    private void forget(String step, String worker) throws Exception {
        ByteArrayOutputStream empty = new ByteArrayOutputStream();
        new DefaultExecutionContextSerializer().serialize(Map.of(), empty);
        String url = "jdbc:sqlite:" + home("killed").resolve("state").resolve("fazhi.db");
        try (Connection connection = DriverManager.getConnection(url);
                PreparedStatement context = connection.prepareStatement(
                        "UPDATE BATCH_STEP_EXECUTION_CONTEXT SET SHORT_CONTEXT = ?, SERIALIZED_CONTEXT = NULL WHERE STEP_EXECUTION_ID"
                                + " IN (SELECT STEP_EXECUTION_ID FROM BATCH_STEP_EXECUTION WHERE STEP_NAME LIKE ?)");
                PreparedStatement workers = connection.prepareStatement("UPDATE BATCH_STEP_EXECUTION SET STATUS = ?,"
                        + " START_TIME = NULL, END_TIME = NULL WHERE STEP_NAME LIKE ?");
                Statement others = connection.createStatement()) {
            context.setString(1, empty.toString(StandardCharsets.UTF_8));
            context.setString(2, step + "Host:%");
            assertThat(context.executeUpdate()).isEqualTo(1);
            workers.setString(1, worker);
            workers.setString(2, step + "Host:%");
            assertThat(workers.executeUpdate()).isEqualTo(1);
            others.execute("UPDATE BATCH_STEP_EXECUTION SET STATUS = 'STARTED', END_TIME = NULL WHERE STEP_NAME = '"
                    + step + "'");
            others.execute("UPDATE BATCH_JOB_EXECUTION SET STATUS = 'STARTED', END_TIME = NULL");
        }
    }

    private NightOutcome night(String home, ItemWatch watch) throws IOException {
        Clock clock = Clock.fixed(NIGHT, ZoneOffset.UTC);
        return NightRun.run(
                new NightPlan(
                        NightPlan.Kind.HARVEST,
                        home(home),
                        SourceRegistry.read(folder.resolve("jobs"), clock),
                        clock,
                        "test"),
                watch,
                StepProgress.SILENT);
    }

    private Path home(String name) {
        return folder.resolve(name);
    }
}
