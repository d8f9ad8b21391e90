package org.fazhi.reading.figures;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The half behind a number: 3个半工作日 and 2个半小时, where it stands before the unit, 5天半, where it closes it.
 *
 * @param unit with the half inside
 */
record Half(Unit unit) {

    static final BigDecimal HALF = new BigDecimal("0.5");

    /** What is halved behind 个半; a month and a half is 1.5 个月. */
    private static final List<String> MEASURES = List.of("工作日", "小时", "月", "学时", "百分点", "自然日");

    private static final String CLOSED = "天年倍成";

    private static final String ENDS = "，,。；;、）)！以之左内的就\n";

    /** The half that belongs to a unit just read. */
    static Optional<Half> at(String text, Unit unit, int limit) {
        int half = unit.end();
        if (half >= limit || text.charAt(half) != '半') {
            return Optional.empty();
        }
        char measure = text.charAt(half - 1);
        if (measure == '个') {
            return MEASURES.stream()
                    .filter(word -> text.startsWith(word, half + 1) && half + 1 + word.length() <= limit)
                    .findFirst()
                    .map(word -> new Half(new Unit(half + 1 + word.length(), name(word), BigDecimal.ONE)));
        }
        boolean closes = half + 1 >= limit || ENDS.indexOf(text.charAt(half + 1)) >= 0;
        return CLOSED.indexOf(measure) >= 0 && closes
                ? Optional.of(new Half(new Unit(half + 1, unit.name(), unit.factor())))
                : Optional.empty();
    }

    private static String name(String word) {
        return switch (word) {
            case "月" -> "个月";
            case "百分点" -> "pp";
            default -> word;
        };
    }
}
