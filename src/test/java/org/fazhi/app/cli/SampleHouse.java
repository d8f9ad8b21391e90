package org.fazhi.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fazhi.harvest.source.SourceRegistry;
import org.fazhi.sample.Family;
import org.fazhi.sample.LoggedRequest;
import org.fazhi.sample.SampleSite;
import org.fazhi.sample.SampleTruth;

/** The sample served by the test on free ports, with a folder of jobs that leads there. */
final class SampleHouse implements AutoCloseable {

    private static final Set<String> REPORTS = SampleTruth.read().coverage().stream()
            .flatMap(coverage -> coverage.path().stream())
            .collect(Collectors.toUnmodifiableSet());

    private final SampleSite site = SampleSite.startOnFreePorts();
    private final Path jobs;

    SampleHouse(Path folder) throws IOException {
        jobs = folder.resolve("jobs");
        Files.createDirectories(jobs);
        site.writeJobs(Path.of("jobs/sample"), jobs);
        nightly("0 30 2 * * *");
    }

    Path jobs() {
        return jobs;
    }

    /** What the command {@code sample} would say of this site. */
    void tell(PrintWriter out) {
        SampleCommand.tell(site, SourceRegistry.read(jobs).sources(), out);
    }

    void nightly(String cron) throws IOException {
        Files.writeString(
                jobs.resolve("nightly.yml"), "cron: '" + cron + "'\nconcurrency: 3\nreleases: 5\nsample_site: false\n");
    }

    /** A folder of jobs besides, with the sources of the families named. */
    Path jobsOf(String name, Predicate<String> fileName) throws IOException {
        Path some = Files.createDirectories(jobs.resolveSibling(name));
        try (Stream<Path> files = Files.list(jobs)) {
            for (Path file : files.filter(
                            path -> fileName.test(path.getFileName().toString()))
                    .toList()) {
                Files.copy(file, some.resolve(file.getFileName()));
            }
        }
        return some;
    }

    static boolean isReport(String target) {
        return REPORTS.contains(target);
    }

    /** Where a report was sent in whole, family and path. */
    List<String> reportsSent() {
        return site.log().stream()
                .filter(request -> request.status() == 200 && isReport(request.target()))
                .map(request -> request.family() + " " + request.target())
                .toList();
    }

    List<LoggedRequest> log() {
        return site.log();
    }

    String url(Family family, String target) {
        return site.base(family).resolve(target).toString();
    }

    void clearLog() {
        site.clearLog();
    }

    /** Holds every host at its {@code count}-th request that is asked for so, until the hold is closed. */
    Hold hold(int count, Predicate<String> target) {
        Hold hold = new Hold(count, target);
        site.setGate(hold);
        return hold;
    }

    @Override
    public void close() {
        site.close();
    }

    /** A gate that a test closes before the answer and opens again. */
    final class Hold implements SampleSite.Gate, AutoCloseable {

        private final int count;
        private final Predicate<String> target;
        private final Map<Family, Integer> seen = new ConcurrentHashMap<>();
        private final CountDownLatch held = new CountDownLatch(Family.values().length);
        private final CountDownLatch opened = new CountDownLatch(1);
        private volatile boolean isDropping;

        private Hold(int count, Predicate<String> target) {
            this.count = count;
            this.target = target;
        }

        @Override
        public void pass(Family family, String requested) throws InterruptedException {
            if (target.test(requested) && seen.merge(family, 1, Integer::sum) == count) {
                held.countDown();
                opened.await();
                if (isDropping) {
                    throw new InterruptedException("whoever asked is dead");
                }
            }
        }

        /** Waits until every host holds a request back; what was answered before is then written down. */
        void awaitHeld() throws InterruptedException, TimeoutException {
            if (!held.await(120, TimeUnit.SECONDS)) {
                throw new TimeoutException("expected a request to be held on every host, got " + seen);
            }
        }

        /** Lets the requests that are held be answered. */
        void open() {
            site.setGate(SampleSite.Gate.OPEN);
            opened.countDown();
        }

        /** Drops the requests that are still held. */
        @Override
        public void close() {
            isDropping = true;
            open();
        }
    }
}
