package org.fazhi.reading.outline;

import java.util.OptionalInt;
import org.fazhi.text.Span;

/**
 * A section of a report. Sections nest and never overlap.
 *
 * @param ordinal 0-based position among all sections, in the order of their headings
 * @param parent ordinal of the section it stands in, if any
 * @param level 1 (一、), 2 (（一）) or 3 (1.)
 * @param number the number as labels write it: 一, 二, 1, 2
 * @param heading without number and closing punctuation
 * @param span the whole section with heading and sub-sections, into the repaired text
 * @param headingSpan the heading with its number, into the repaired text
 */
public record Section(
        int ordinal,
        OptionalInt parent,
        int level,
        String number,
        String heading,
        Role role,
        Span span,
        Span headingSpan) {}
