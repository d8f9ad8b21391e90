package org.fazhi.app.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.fazhi.harvest.fetch.CharsetChoice;
import org.fazhi.harvest.fetch.DecodedText;
import org.fazhi.reading.Beside;

/** A page that was saved to a file. */
final class PageFile {

    /** As large as a fetched page may be. */
    private static final long MAX_BYTES = 16L * 1024 * 1024;

    private PageFile() {}

    static DecodedText read(Path file) throws IOException {
        return CharsetChoice.decode(bytes(file), Optional.empty());
    }

    /** A file that another names as one of its own folder; empty where there is none of a size that is read. */
    static Optional<Beside.Found> beside(URI url) {
        try {
            Path file = Path.of(url);
            return Files.isRegularFile(file) && Files.size(file) <= MAX_BYTES
                    ? Optional.of(new Beside.Found(Files.readAllBytes(file), Optional.empty()))
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException | FileSystemNotFoundException e) {
            return Optional.empty();
        }
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
