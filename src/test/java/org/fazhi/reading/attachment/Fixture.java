package org.fazhi.reading.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * One fictional report in five formats. {@code report.html} is ours; .docx, .doc and .pdf were made from it by LibreOffice
 * 7.4 ({@code soffice --convert-to odt}, then {@code docx}, {@code doc}, {@code pdf}), report.ofd by ofdrw-layout 2.3.6, one
 * paragraph each.
 */
public final class Fixture {

    private Fixture() {}

    /** The bytes of {@code report.EXTENSION}. */
    public static byte[] report(String extension) {
        try (InputStream in = Fixture.class.getResourceAsStream("/attachment/report." + extension)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
