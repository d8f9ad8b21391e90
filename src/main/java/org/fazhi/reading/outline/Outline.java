package org.fazhi.reading.outline;

import java.util.List;
import java.util.Optional;
import org.fazhi.text.Span;

/**
 * The section tree of a report.
 *
 * @param text the repaired text
 * @param body the report proper, into {@code text}: without title, metadata block, signature, copy list and page
 *     furniture; figures are read here only
 * @param sections in the order of their headings
 */
public record Outline(String text, Span body, List<Section> sections) {

    public Outline {
        sections = List.copyOf(sections);
    }

    /** The deepest section that holds the offset; empty in the opening paragraph. */
    public Optional<Section> sectionAt(int offset) {
        Section deepest = null;
        for (Section section : sections) {
            if (section.span().contains(offset) && (deepest == null || section.level() >= deepest.level())) {
                deepest = section;
            }
        }
        return Optional.ofNullable(deepest);
    }
}
