package org.fazhi.cli;

import java.nio.file.Path;
import org.fazhi.evaluation.FoundReport;
import org.fazhi.evaluation.LabelledReport;

/** placeholder */
final class PublishedReports {

    private PublishedReports() {}

    static FoundReport find(Path home, LabelledReport report) {
        throw new UsageException(home + ": not yet");
    }
}
