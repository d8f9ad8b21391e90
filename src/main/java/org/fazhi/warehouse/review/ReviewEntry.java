package org.fazhi.warehouse.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fazhi.reading.DocumentFacts;
import org.fazhi.reading.DocumentFacts.FigureFact;

/** Writes an entry for a figure, ready to be pasted into a file below {@code reviews/} once the names are filled in. */
public final class ReviewEntry {

    /** Stands where the reviewer's name belongs; refused until it is filled in. */
    static final String NAME = "YOUR NAME";

    /** Stands where the reason belongs; refused until it is filled in. */
    static final String REASON = "YOUR REASON";

    private ReviewEntry() {}

    /**
     * The entry that confirms what was read; whoever pastes it changes verdict and code.
     *
     * @param url where the document was fetched; empty for a file, which is then named by issuer and year
     */
    public static List<String> lines(Optional<String> url, DocumentFacts facts, FigureFact figure, LocalDate today) {
        String document = url.map(address -> "{url: " + quoted(address) + "}")
                .orElseGet(() -> "{issuer: " + quoted(facts.issuer()) + ", report_year: " + facts.reportYear() + "}");
        Quote quote = quote(facts, figure);
        StringBuilder entry = new StringBuilder();
        entry.append("- document: ").append(document).append('\n');
        entry.append("  sentence: ").append(quoted(quote.sentence())).append('\n');
        entry.append("  raw: ").append(quoted(quote.raw())).append('\n');
        quote.occurrence()
                .ifPresent(nth -> entry.append("  occurrence: ").append(nth).append('\n'));
        entry.append("  verdict: confirmed\n");
        entry.append("  code: ")
                .append(figure.code().orElse(Verdict.NO_INDICATOR))
                .append('\n');
        entry.append("  by: ").append(NAME).append('\n');
        entry.append("  on: ").append(today).append('\n');
        entry.append("  why: ").append(REASON).append('\n');
        return entry.toString().lines().toList();
    }

    private static Quote quote(DocumentFacts facts, FigureFact figure) {
        FoldedText text = FoldedText.of(facts.repairedText());
        String raw = figure.repairedSpan().of(facts.repairedText());
        Quote plain = new Quote(figure.sentence(), raw, java.util.OptionalInt.empty());
        List<Places.Place> places = Places.of(text, facts.figures(), plain);
        for (int i = 0; i < places.size() && places.size() > 1; i++) {
            if (places.get(i).figure().filter(figure::equals).isPresent()) {
                return new Quote(plain.sentence(), raw, java.util.OptionalInt.of(i + 1));
            }
        }
        return plain;
    }

    /** A double-quoted scalar of YAML 1.2 §7.3.1; what a terminal or a line could be broken by is escaped. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int type = Character.getType(c);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c == '\n') {
                quoted.append("\\n");
            } else if (Character.isSurrogate(c)) {
                int point = text.codePointAt(i);
                boolean isPair = Character.isSupplementaryCodePoint(point);
                quoted.append(isPair ? Character.toString(point) : "\\ufffd");
                i += isPair ? 1 : 0;
            } else if (Character.isISOControl(c)
                    || type == Character.FORMAT
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR
                    || type == Character.PRIVATE_USE
                    || type == Character.UNASSIGNED) {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
