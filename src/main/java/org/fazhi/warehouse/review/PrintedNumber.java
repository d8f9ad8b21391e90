package org.fazhi.warehouse.review;

import java.math.BigDecimal;
import java.util.Optional;
import org.fazhi.reading.figures.Figure;
import org.fazhi.reading.figures.FigureReader;
import org.fazhi.reading.figures.Numeral;
import org.fazhi.reading.figures.NumeralReader;
import org.fazhi.reading.outline.Outliner;
import org.fazhi.text.Span;

/** What the rules of reading make of a number that a person has pointed at, though they passed it over. */
final class PrintedNumber {

    private PrintedNumber() {}

    /** As the rules read the text alone. */
    static Optional<Figure> in(String text, Span at, int reportYear) {
        return FigureReader.read(Outliner.outline(text), reportYear).stream()
                .filter(figure -> figure.span().overlaps(at))
                .findFirst();
    }

    /** The unit printed behind the number. */
    static Optional<String> unit(String raw, int reportYear) {
        return in(raw, new Span(0, raw.length()), reportYear).map(Figure::unit).filter(unit -> !unit.isEmpty());
    }

    /** The number that stands first in the characters, whatever follows. */
    static Optional<BigDecimal> value(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            if (NumeralReader.startsNumeral(raw.charAt(i))) {
                return NumeralReader.readAt(raw, i, raw.length()).map(Numeral::value);
            }
        }
        return Optional.empty();
    }
}
