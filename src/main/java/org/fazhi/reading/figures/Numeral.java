package org.fazhi.reading.figures;

import java.math.BigDecimal;
import org.fazhi.text.Span;

/**
 * A number as it stands in a text, before any unit.
 *
 * @param span digits, multipliers and an open mark inside them ("10余万"), into the text read
 * @param value exact; 1428.44万 is 14284400
 * @param isArabic whether it opens with an Arabic digit
 * @param isOpen whether 余, 多 or 几 leaves its end open
 */
public record Numeral(Span span, BigDecimal value, boolean isArabic, boolean isOpen) {}
