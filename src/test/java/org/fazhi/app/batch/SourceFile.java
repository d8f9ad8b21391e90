package org.fazhi.app.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the file of a source on loopback, as an operator would. */
final class SourceFile {

    private SourceFile() {}

    /** @param listing address of its only listing */
    static void write(Path jobs, String id, String publisher, String listing) throws IOException {
        Files.createDirectories(jobs);
        Files.writeString(jobs.resolve(id + ".yml"), """
                id: %s
                publisher: %s
                region: 991102
                issuer_kind: government
                report_kind: rule_of_law
                listings:
                  - url: %s
                    cms: plain
                delay: 0s
                allow_private_addresses: true
                """.formatted(id, publisher, listing));
    }
}
