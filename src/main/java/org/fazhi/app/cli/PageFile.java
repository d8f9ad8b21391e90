package org.fazhi.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.fazhi.harvest.fetch.CharsetChoice;
import org.fazhi.harvest.fetch.DecodedText;

/** A page that was saved to a file. */
final class PageFile {

    /** As large as a fetched page may be. */
    private static final long MAX_BYTES = 16L * 1024 * 1024;

    private PageFile() {}

    static DecodedText read(Path file) throws IOException {
        return CharsetChoice.decode(bytes(file), Optional.empty());
    }

    static byte[] bytes(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new UsageException(file + ": expected a file, got none");
        }
        if (Files.size(file) > MAX_BYTES) {
            throw new UsageException(file + ": expected at most " + MAX_BYTES + " bytes, got " + Files.size(file));
        }
        return Files.readAllBytes(file);
    }
}
