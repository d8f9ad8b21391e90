package org.fazhi.app.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.fazhi.harvest.archive.ArchiveException;
import org.fazhi.harvest.crawl.CrawledListing;
import org.fazhi.harvest.source.Source;
import org.fazhi.harvest.source.SourceRegistry;
import org.fazhi.harvest.state.Captures;
import org.fazhi.harvest.state.ConfiguredSources;
import org.fazhi.harvest.state.FetchLog;
import org.fazhi.harvest.state.Frontier;
import org.fazhi.harvest.state.MemoryState;
import org.fazhi.harvest.state.WalkLog;
import org.fazhi.reading.ExtractStore;
import org.fazhi.text.Digest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What discover, fetch and extract hold themselves against before they are complete. */
class WorkLeftTest {

    private static final Instant NOW = Instant.parse("2026-11-22T18:30:00Z");
    private static final String NIGHT = NOW.toString();
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final URI PAGE = URI.create("http://127.0.0.1:8080/1.html");

    @TempDir
    Path folder;

    private final JdbcClient jdbc = MemoryState.create();
    private final Frontier frontier = new Frontier(jdbc, CLOCK);
    private final FetchLog fetches = new FetchLog(jdbc);
    private final WalkLog walks = new WalkLog(jdbc);
    private final Captures captures = new Captures(jdbc);
    private final StepExecution step = step();

    @BeforeEach
    void configure() {
        TreeMap<String, String> readers = new TreeMap<>();
        readers.put("linjiang", "reader");
        new ConfiguredSources(jdbc).replace(readers, List.of());
    }

    @Test
    void discoverIsDoneWhenEveryListingIsWalkedHoweverThatEnded() throws Exception {
        SourceFile.write(folder, "linjiang", "临渟县人民政府", "http://127.0.0.1:8080/index.html");
        java.nio.file.Files.writeString(
                folder.resolve("linjiang.yml"),
                "documents:\n  - " + PAGE + "\n",
                java.nio.file.StandardOpenOption.APPEND);
        Source source = SourceRegistry.read(folder, CLOCK).sources().get(0);
        ListingsLeft left = new ListingsLeft(new SourceIndex(List.of(source)), walks, frontier, fetches);
        assertThat(left.names(NIGHT)).containsExactly("linjiang http://127.0.0.1:8080/index.html", "linjiang " + PAGE);
        assertThat(left.at("127.0.0.1:8080", NIGHT)).hasSize(2);

        CrawledListing failed = CrawledListing.failed(source, source.listings().get(0), NIGHT, NOW, "broken");
        failed.walk().ifPresent(walks::add);
        assertThat(left.names(NIGHT)).containsExactly("linjiang " + PAGE);
        assertThat(left.names("another night")).hasSize(2);

        CrawledListing.failedDocuments(source, NIGHT, NOW, "broken").fetches().forEach(fetches::add);
        assertThat(left.names(NIGHT)).isEmpty();
        assertThat(left.names("another night")).hasSize(2);
        frontier.add(List.of(link(PAGE)));
        assertThat(left.names("another night")).hasSize(1);
        assertThat(left.at("127.0.0.1:9", NIGHT)).isEmpty();
    }

    @Test
    void fetchIsDoneWhenEveryLinkIsTriedThatWasDueWhenItBegan() {
        frontier.add(List.of(link(PAGE)));
        LinksLeft left = new LinksLeft(frontier, CLOCK);
        left.beforeStep(step);

        left.afterStep(step);
        assertThat(step.getStatus()).isEqualTo(BatchStatus.FAILED);
        assertThat(step.getFailureExceptions())
                .singleElement()
                .asString()
                .endsWith("fetch: expected nothing left to do, got 1 such as linjiang " + PAGE);

        step.setStatus(BatchStatus.COMPLETED);
        frontier.attempted("linjiang", PAGE, NIGHT, attempt(Duration.ZERO));
        assertThat(left.afterStep(step)).isNull();
        frontier.attempted("linjiang", PAGE, "another night", attempt(Duration.ofSeconds(1)));
        assertThat(left.afterStep(step)).as("due a second after the step began").isNull();
        frontier.attempted("linjiang", PAGE, "another night", attempt(Duration.ZERO));
        assertThat(left.afterStep(step)).isNotNull();
    }

    @Test
    void extractIsDoneWhenEveryCaptureIsReadInThisNightOrLost() {
        NightResult result = new NightResult();
        ExtractStore extracts = new ExtractStore(folder);
        LostCaptures lost = new LostCaptures(extracts, result);
        CapturesLeft left = new CapturesLeft(captures, lost);
        Captures.Entry entry = new Captures.Entry(PAGE, Digest.of("page"), "linjiang", NOW, "a.warc", 0);
        assertThat(left.afterStep(step)).isNull();
        captures.add(entry);

        assertThat(left.afterStep(step)).isNotNull();
        step.setStatus(BatchStatus.COMPLETED);
        captures.read(entry, NIGHT, "quarantined", "reader_fault");
        assertThat(left.afterStep(step)).isNull();
        captures.forget(entry);
        assertThat(left.afterStep(step)).as("tried in this night").isNull();
        captures.read(entry, "another night", "quarantined", "reader_fault");
        captures.forget(entry);
        assertThat(left.afterStep(step)).as("tried in another night").isNotNull();

        step.setStatus(BatchStatus.COMPLETED);
        assertThat(lost.quarantined(entry, new ArchiveException("a.warc: is gone")))
                .isPresent();
        assertThat(left.afterStep(step)).as("lost").isNull();
    }

    private static Frontier.Attempted attempt(Duration rest) {
        return new Frontier.Attempted("failed", Optional.empty(), Optional.empty(), Optional.empty(), rest);
    }

    private static Frontier.Judged link(URI url) {
        return new Frontier.Judged("linjiang", url, "t", url, OptionalInt.empty(), Optional.empty(), true, "");
    }

    private static StepExecution step() {
        JobParameters parameters =
                new JobParametersBuilder().addString(NightLauncher.NIGHT, NIGHT).toJobParameters();
        JobExecution job = new JobExecution(1, new JobInstance(1, "harvest"), parameters);
        StepExecution step = new StepExecution(1, "fetch", job);
        step.setStatus(BatchStatus.COMPLETED);
        return step;
    }
}
