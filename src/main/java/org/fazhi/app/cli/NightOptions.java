package org.fazhi.app.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The flags every command has. */
final class NightOptions {

    @Option(
            names = "--jobs",
            paramLabel = "DIR",
            defaultValue = "jobs/sample",
            description =
                    "Folder of sources (default: ${DEFAULT-VALUE}); a real harvest names its own, such as jobs/cn.")
    private Path jobs = Path.of("jobs/sample");

    @Option(
            names = "--home",
            paramLabel = "DIR",
            defaultValue = "warehouse/data",
            description = "Folder of warehouse, archive, state and reports (default: ${DEFAULT-VALUE}).")
    private Path home = Path.of("warehouse/data");

    Path jobs() {
        return jobs;
    }

    Path home() {
        return home;
    }
}
