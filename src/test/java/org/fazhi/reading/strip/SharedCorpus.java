package org.fazhi.reading.strip;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Real reports and pages beside the project, not part of it; tests that read them are skipped where they are absent. */
public final class SharedCorpus {

    private SharedCorpus() {}

    /** A folder of the corpus: FAZHI_SHARED as system property or environment variable, else {@code ../shared}. */
    public static Path folder(String name) {
        String root = Optional.ofNullable(System.getProperty("FAZHI_SHARED"))
                .or(() -> Optional.ofNullable(System.getenv("FAZHI_SHARED")))
                .orElse("../shared");
        Path folder = Path.of(root).resolve(name);
        Assumptions.assumeTrue(Files.isDirectory(folder), "skipped: no real pages at " + folder);
        return folder;
    }

    public static List<Path> files(String folder, String suffix) {
        try (Stream<Path> files = Files.list(folder(folder))) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
