package org.fazhi.warehouse.review;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import org.fazhi.text.Digest;

/**
 * One entry: a person's word on one number of a document, or on a document.
 *
 * @param file folder of reviews and file in it, with slashes; no path of the machine
 * @param line 1-based
 * @param quote the number; empty where the entry speaks of the whole document
 * @param by who
 * @param on when
 * @param why the reason
 */
public record Review(
        String file,
        int line,
        DocumentKey document,
        Optional<Quote> quote,
        Verdict verdict,
        String by,
        LocalDate on,
        String why) {

    private static final int ID_DIGITS = 16;

    /** The same for entries that say the same, wherever they stand. */
    public String id() {
        String all = String.join(
                "\u001f",
                document.meaning(),
                quote.map(Quote::meaning).orElse(""),
                verdict.kind().code(),
                verdict.said(),
                by,
                on.toString(),
                why);
        return Digest.of(all).hex().substring(0, ID_DIGITS);
    }

    /** What of one document no two entries may speak of. */
    String subject() {
        return document.meaning()
                + quote.map(number -> "\u001f" + number.meaning())
                        .orElseGet(() -> "\u001f" + verdict.kind().code());
    }

    /** What the marts show beside what was reviewed. */
    public String note() {
        return verdict.kind().code() + " on " + on + ": " + why;
    }

    public Optional<String> sentence() {
        return quote.map(Quote::sentence);
    }

    public Optional<String> raw() {
        return quote.map(Quote::raw);
    }

    public OptionalInt occurrence() {
        return quote.map(Quote::occurrence).orElse(OptionalInt.empty());
    }

    /** The document, as the entry names it. */
    public String documentText() {
        return document.text();
    }

    /** The verdict's word, such as {@code no_figure}. */
    public String verdictCode() {
        return verdict.kind().code();
    }

    /** True where it says of what kind the issuing body is. */
    public boolean isOfIssuerKind() {
        return verdict.kind() == Verdict.Kind.ISSUER_KIND;
    }

    /** What is right, such as a code or a value with its unit; empty where the verdict says it all. */
    public String said() {
        return verdict.said();
    }
}
