package org.fazhi.harvest.archive;

import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.OptionalInt;
import org.netpreserve.jwarc.MessageHeaders;
import org.netpreserve.jwarc.WarcMetadata;

/** Reads what a metadata record says of its capture. */
final class ContextFields {

    private static final int MAX_LENGTH = 500;

    private ContextFields() {}

    static Optional<CaptureContext> read(WarcMetadata metadata) throws IOException {
        MessageHeaders fields = metadata.fields();
        return fields.first("source")
                .map(source -> new CaptureContext(
                        source,
                        fields.first("title"),
                        fields.first("via").flatMap(ContextFields::url),
                        year(fields),
                        fields.first("listedOn").flatMap(ContextFields::date),
                        fields.first("requested").flatMap(ContextFields::url)));
    }

    /** A value on one line. */
    static String escape(String value) {
        String line = value.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() <= MAX_LENGTH ? line : line.substring(0, MAX_LENGTH);
    }

    private static OptionalInt year(MessageHeaders fields) {
        return fields.first("reportYear").filter(year -> year.matches("\\d{4}")).stream()
                .mapToInt(Integer::parseInt)
                .findFirst();
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<URI> url(String text) {
        try {
            return Optional.of(URI.create(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
