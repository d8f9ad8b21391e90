package org.fazhi.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The flag of the nights that hold what people have put right somewhere else than in the home. */
final class ReviewsOption {

    @Option(
            names = "--reviews",
            paramLabel = "DIR",
            description = "Folder of reviews besides reviews/ of the home: what people have put right, as YAML.")
    private Optional<Path> folder = Optional.empty();

    Optional<Path> folder() {
        return folder;
    }
}
