package org.fazhi.app.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The home cannot hold a warehouse: it is no folder, or nothing may be written to it. */
public final class HomeUnusable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final char SETTINGS_BEGIN = ';';

    private HomeUnusable(Path home, String got) {
        super(home + ": expected a home, a folder that can be written to, got " + got);
    }

    /** Makes a folder of the home, and the home itself, where they are missing. */
    static void makeFolder(Path home, Path folder) {
        if (home.toAbsolutePath().toString().indexOf(SETTINGS_BEGIN) >= 0) {
            throw new HomeUnusable(home, "a path with " + SETTINGS_BEGIN + ", behind which databases read settings");
        }
        for (Path above = folder; above != null; above = above.getParent()) {
            if (Files.exists(above) && !Files.isDirectory(above)) {
                throw new HomeUnusable(home, "the file " + above);
            }
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new HomeUnusable(home, e.getClass().getSimpleName() + " " + e.getMessage());
        }
        if (!Files.isWritable(folder)) {
            throw new HomeUnusable(home, folder + " that is read-only");
        }
    }
}
