package org.fazhi.harvest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.fazhi.harvest.crawl.ListingCrawl;
import org.fazhi.harvest.discovery.JudgedLink;
import org.fazhi.harvest.discovery.ListingRequest;
import org.fazhi.harvest.discovery.ListingResponse;
import org.fazhi.harvest.discovery.ListingWalk;
import org.fazhi.harvest.discovery.Verdict;
import org.fazhi.harvest.fetch.FetchResult.Fetched;
import org.fazhi.harvest.source.Source;
import org.fazhi.harvest.source.SourceRegistry;
import org.fazhi.sample.LoggedRequest;
import org.fazhi.sample.SampleSite;
import org.fazhi.sample.SampleTruth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The three site families of the sample, walked over real sockets. */
class SampleWalkTest {

    private final PassingTime time = new PassingTime();

    @TempDir
    Path jobs;

    @Test
    void takesEveryReportOfTheSampleAndNoLookAlike() throws IOException {
        SampleTruth truth = SampleTruth.read();
        Set<String> reports = truth.coverage().stream()
                .flatMap(owed -> owed.path().map(path -> owed.sourceId() + " " + path).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> rejected = truth.lookAlikes().stream()
                .map(lookAlike -> lookAlike.sourceId() + " " + lookAlike.path())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> taken = new TreeSet<>();
        Set<String> refused = new TreeSet<>();

        try (SampleSite site = SampleSite.startOnFreePorts()) {
            site.writeJobs(Path.of("jobs/sample"), jobs);
            Fetcher fetcher = new Fetcher(
                    FetchSettings.of(Optional.empty()),
                    RobotsStore.inMemory(),
                    new Fetcher.Surroundings(time, time, HostResolver.system(), new Random(1)));
            for (Source source : SourceRegistry.read(jobs).sources()) {
                for (Source.Listing listing : source.listings()) {
                    walk(fetcher, source, new ListingWalk(source, listing), taken, refused);
                }
            }
            assertThat(site.log()).extracting(LoggedRequest::target).contains("/robots.txt");
        }

        assertThat(taken).isEqualTo(reports);
        assertThat(refused).isEqualTo(rejected);
    }

    private static void walk(Fetcher fetcher, Source source, ListingWalk walk, Set<String> taken, Set<String> refused) {
        for (Optional<ListingRequest> next = walk.next(); next.isPresent(); next = walk.next()) {
            FetchResult result = fetcher.fetch(ListingCrawl.request(source, next.get()));
            assertThat(result).isInstanceOf(Fetched.class);
            Fetched page = (Fetched) result;
            ListingResponse response = new ListingResponse(
                    next.get(), page.trace().finalUrl(), page.text().text());
            for (JudgedLink judged : walk.accept(response)) {
                String name = source.id() + " " + judged.link().url().getPath();
                (judged.verdict() instanceof Verdict.Taken ? taken : refused).add(name);
            }
        }
        assertThat(walk.stop()).contains(ListingWalk.Stop.COMPLETE);
    }
}
