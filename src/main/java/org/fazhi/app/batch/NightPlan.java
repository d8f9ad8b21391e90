package org.fazhi.app.batch;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.fazhi.harvest.source.SourceRegistry;
import org.fazhi.warehouse.review.Reviews;

/**
 * What a night is to do.
 *
 * @param kind harvest the web, take pages from WARC files, or redo the reading from the archive
 * @param home the folder that holds warehouse, archive and state
 * @param registry the sources and the night's settings
 * @param codeVersion version of the program
 * @param warcs the files to take pages from; empty but for {@link Kind#FROM_WARC}
 * @param accepted audits whose errors do not stop the publish, where their heads allow it
 * @param reviews what people have put right
 */
public record NightPlan(
        Kind kind,
        Path home,
        SourceRegistry registry,
        Clock clock,
        String codeVersion,
        List<Path> warcs,
        Set<String> accepted,
        Reviews reviews) {

    public NightPlan {
        warcs = List.copyOf(warcs);
        accepted = Set.copyOf(accepted);
    }

    public NightPlan(Kind kind, Path home, SourceRegistry registry, Clock clock, String codeVersion) {
        this(kind, home, registry, clock, codeVersion, List.of());
    }

    public NightPlan(Kind kind, Path home, SourceRegistry registry, Clock clock, String codeVersion, List<Path> warcs) {
        this(kind, home, registry, clock, codeVersion, warcs, Set.of(), Reviews.NONE);
    }

    /** The same night, with errors of audits accepted. */
    public NightPlan accepting(Set<String> audits) {
        return new NightPlan(kind, home, registry, clock, codeVersion, warcs, audits, reviews);
    }

    /** The same night, with what people have put right. */
    public NightPlan reviewed(Reviews found) {
        return new NightPlan(kind, home, registry, clock, codeVersion, warcs, accepted, found);
    }

    /** The jobs. */
    public enum Kind {
        /** discover, fetch, extract, load, audit, publish. */
        HARVEST,
        /** index, extract, load, audit, publish; opens no socket. */
        REPROCESS,
        /** gather, discover, match, fetch, extract, load, audit, publish, from WARC files; opens no socket. */
        FROM_WARC;

        /** The job's name in the job repository. */
        public String jobName() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public Path archiveFolder() {
        return home.resolve("archive");
    }

    public Path stateFolder() {
        return home.resolve("state");
    }

    /** Where each night's report stands. */
    public Path reportFolder() {
        return home.resolve("reports");
    }

    /** Where faults are written down with their traces. */
    public Path logFile() {
        return reportFolder().resolve("fazhi.log");
    }

    public Path extractFolder() {
        return stateFolder().resolve("extracts");
    }
}
