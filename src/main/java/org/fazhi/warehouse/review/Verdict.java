package org.fazhi.warehouse.review;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a person holds to be right.
 *
 * @param code of the indicator; {@link #NO_INDICATOR} where the number states none; empty where the entry does not say
 * @param value in the base unit, as in {@code mart_figure}
 * @param unit canonical
 * @param correction of a document: the year, the issuer or the code of its kind
 */
record Verdict(
        Kind kind,
        Optional<String> code,
        Optional<BigDecimal> value,
        Optional<String> unit,
        Optional<String> correction) {

    /** The code of a number that states no indicator. */
    static final String NO_INDICATOR = "none";

    /** What an entry may say, and the keys it says it with. */
    enum Kind {
        CODE(true, List.of("code"), List.of()),
        VALUE(true, List.of("value"), List.of("unit", "code")),
        NO_FIGURE(true, List.of(), List.of()),
        CONFIRMED(true, List.of("code"), List.of("value", "unit")),
        NOT_A_REPORT(false, List.of(), List.of()),
        REPORT_YEAR(false, List.of("report_year"), List.of()),
        ISSUER(false, List.of("issuer"), List.of()),
        ISSUER_KIND(false, List.of("issuer_kind"), List.of());

        private final boolean isOfFigure;
        private final List<String> required;
        private final List<String> optional;

        Kind(boolean isOfFigure, List<String> required, List<String> optional) {
            this.isOfFigure = isOfFigure;
            this.required = required;
            this.optional = optional;
        }

        /** False where it speaks of a whole document. */
        boolean isOfFigure() {
            return isOfFigure;
        }

        List<String> required() {
            return required;
        }

        boolean takes(String key) {
            return required.contains(key) || optional.contains(key);
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Kind> ofCode(String code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code().equals(code))
                    .findFirst();
        }
    }

    /** What is right, on one line; empty where the kind says it all. */
    String said() {
        return Stream.of(code, value.map(BigDecimal::toPlainString), unit, correction)
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
    }
}
