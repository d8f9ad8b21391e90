package org.fazhi.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A file that travels with the program. */
public final class BundledFile {

    private BundledFile() {}

    /**
     * Its text, in UTF-8.
     *
     * @param file on the class path, such as {@code warehouse/knowledge/pager_signs.yml}
     * @throws IllegalStateException where the program lacks it
     */
    public static String text(String file) {
        try (InputStream stream = BundledFile.class.getResourceAsStream("/" + file)) {
            if (stream == null) {
                throw new IllegalStateException("classpath:/" + file + ": expected it in the program, got nothing");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("classpath:/" + file + ": cannot be read", e);
        }
    }
}
