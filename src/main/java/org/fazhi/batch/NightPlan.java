package org.fazhi.batch;

import java.nio.file.Path;
import java.time.Clock;
import org.fazhi.source.SourceRegistry;

/**
 * What a night is to do.
 *
 * @param kind harvest the web, or redo the reading from the archive
 * @param home the folder that holds warehouse, archive and state
 * @param registry the sources and the night's settings
 * @param codeVersion version of the program
 */
public record NightPlan(Kind kind, Path home, SourceRegistry registry, Clock clock, String codeVersion) {

    /** The two jobs. */
    public enum Kind {
        /** discover, fetch, extract, load, audit, publish. */
        HARVEST,
        /** index, extract, load, audit, publish; opens no socket. */
        REPROCESS;

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
