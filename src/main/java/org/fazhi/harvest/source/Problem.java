package org.fazhi.harvest.source;

import java.nio.file.Path;

/**
 * One thing wrong with one settings file.
 *
 * @param file as the user named it
 * @param line 1-based; 0 where the fault has no line, such as a missing file
 * @param key the setting, or {@code file} or {@code syntax}
 * @param detail {@code expected …, got …}
 */
public record Problem(Path file, int line, String key, String detail) {

    /** {@code jobs/gd/shenzhen.yml:7: delay: expected 1s..60s, got 0s}. */
    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + ": " + key + ": " + detail;
    }
}
