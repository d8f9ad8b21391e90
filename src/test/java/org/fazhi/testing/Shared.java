package org.fazhi.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The material beside the repository, not part of it: real reports, saved pages, labels. It lies in {@code ../shared}, or
 * in the folder that {@code FAZHI_SHARED} names. Tests that read it bear {@link NeedsShared}.
 */
public final class Shared {

    private Shared() {}

    /** The folder, whether or not it is there. */
    public static Path root() {
        return Path.of(Optional.ofNullable(System.getenv("FAZHI_SHARED")).orElse("../shared"));
    }

    /** A path below the folder. */
    public static Path path(String path) {
        return root().resolve(path);
    }

    /** The files of a folder below it with this ending, sorted; one at least. */
    public static List<Path> files(String folder, String suffix) {
        try (Stream<Path> files = Files.list(path(folder))) {
            List<Path> found = files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new IllegalStateException(path(folder) + ": expected files *" + suffix + ", got none");
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
