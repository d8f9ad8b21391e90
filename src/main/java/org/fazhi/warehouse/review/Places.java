package org.fazhi.warehouse.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.fazhi.reading.DocumentFacts.FigureFact;
import org.fazhi.reading.figures.NumeralReader;
import org.fazhi.text.Span;

/**
 * Where in a document the number of an entry stands: the entry's sentence is looked for in the whole repaired text, and the
 * number in it, so that neither the sentence's place nor how the rules part sentences and numbers matters.
 */
final class Places {

    /** A text repeats no sentence more often; what goes beyond is ambiguous anyway. */
    private static final int MOST_SENTENCES = 100;

    /**
     * A quote of so many characters may begin and end anywhere; a shorter one must be a whole sentence or clause of a list,
     * so that 受理79件 is not found in 不予受理79件.
     */
    private static final int LONG_QUOTE = 60;

    private static final String BOUNDS = "。！？；：!?;:“”‘’\"「」『』（）()【】[]《》";

    private static final String CLAUSE_BOUNDS = "，、,";

    private static final String CLOSING = "。！？；，、.!?;,";

    private Places() {}

    /**
     * One place.
     *
     * @param span into the repaired text
     * @param sentence the quoted sentence there, into the repaired text
     * @param figure what was read there; empty where the rules found nothing
     */
    record Place(Span span, Span sentence, Optional<FigureFact> figure) {}

    /** Whether the quote's sentence stands in the text at all. */
    static boolean hasSentence(FoldedText text, Quote quote) {
        return !sentences(text, quote, BOUNDS).isEmpty();
    }

    /** In the order of the text. */
    static List<Place> of(FoldedText text, List<FigureFact> figures, Quote quote) {
        return of(text, figures, quote, BOUNDS);
    }

    /**
     * The same, where a clause between commas is enough. That names no number surely, for what a clause is about may stand in
     * the one before; yet two that quote so may speak of one.
     */
    static List<Place> possible(FoldedText text, List<FigureFact> figures, Quote quote) {
        return of(text, figures, quote, BOUNDS + CLAUSE_BOUNDS);
    }

    private static List<Place> of(FoldedText text, List<FigureFact> figures, Quote quote, String bounds) {
        String raw = FoldedText.fold(quote.raw());
        List<Place> places = new ArrayList<>();
        for (Span found : sentences(text, quote, bounds)) {
            Span sentence = text.toOriginal(found.start(), found.end());
            List<Place> here = new ArrayList<>();
            for (FigureFact figure : figures) {
                if (sentence.contains(figure.repairedSpan()) && isPrinted(raw, figure, text.original())) {
                    here.add(new Place(figure.repairedSpan(), sentence, Optional.of(figure)));
                }
            }
            for (int at = text.folded().indexOf(raw, found.start());
                    at >= 0 && at + raw.length() <= found.end();
                    at = text.folded().indexOf(raw, at + 1)) {
                Span span = text.toOriginal(at, at + raw.length());
                if (isWhole(text.folded(), at, at + raw.length())
                        && here.stream().noneMatch(place -> place.span().overlaps(span))) {
                    here.add(new Place(span, sentence, overlapping(span, figures)));
                }
            }
            here.sort(Comparator.comparing(Place::span));
            places.addAll(here);
        }
        return places;
    }

    private static Optional<FigureFact> overlapping(Span span, List<FigureFact> figures) {
        return figures.stream()
                .filter(figure -> figure.repairedSpan().overlaps(span))
                .findFirst();
    }

    /** Spans into the folded text; each takes in what it quotes without a closing mark. */
    private static List<Span> sentences(FoldedText text, Quote quote, String bounds) {
        String needle = FoldedText.fold(quote.sentence());
        int end = needle.length();
        while (end > 0 && CLOSING.indexOf(needle.charAt(end - 1)) >= 0) {
            end--;
        }
        needle = needle.substring(0, end);
        List<Span> found = new ArrayList<>();
        if (needle.isEmpty()) {
            return found;
        }
        int at = text.folded().indexOf(needle);
        while (at >= 0 && found.size() < MOST_SENTENCES) {
            Span span = new Span(at, at + needle.length());
            if (needle.length() >= LONG_QUOTE || isBounded(text, span, bounds)) {
                found.add(span);
            }
            at = text.folded().indexOf(needle, at + needle.length());
        }
        return found;
    }

    private static boolean isBounded(FoldedText text, Span found, String bounds) {
        Span span = text.toOriginal(found.start(), found.end());
        String original = text.original();
        int before = span.start() - 1;
        while (before >= 0 && FoldedText.isBlank(original.charAt(before))) {
            before--;
        }
        int after = span.end();
        while (after < original.length() && FoldedText.isBlank(original.charAt(after))) {
            after++;
        }
        return (before < 0 || isBound(original.charAt(before), bounds))
                && (after == original.length() || isBound(original.charAt(after), bounds));
    }

    private static boolean isBound(char c, String bounds) {
        return c == '\n' || c == '\r' || bounds.indexOf(c) >= 0;
    }

    private static boolean isPrinted(String raw, FigureFact figure, String text) {
        return FoldedText.fold(figure.raw()).equals(raw)
                || FoldedText.fold(figure.repairedSpan().of(text)).equals(raw);
    }

    /** 9件 does not stand in 79件, 1.9件 or 1,009件. */
    private static boolean isWhole(String text, int from, int to) {
        boolean opens = NumeralReader.startsNumeral(text.charAt(from));
        boolean closes = NumeralReader.startsNumeral(text.charAt(to - 1));
        boolean goesBack = from > 0
                && (NumeralReader.startsNumeral(text.charAt(from - 1))
                        || from > 1 && isPoint(text.charAt(from - 1)) && isDigit(text.charAt(from - 2)));
        boolean goesOn = to < text.length()
                && (NumeralReader.startsNumeral(text.charAt(to))
                        || to + 1 < text.length() && isPoint(text.charAt(to)) && isDigit(text.charAt(to + 1)));
        return !(opens && goesBack) && !(closes && goesOn);
    }

    private static boolean isPoint(char c) {
        return c == '.' || c == ',';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
