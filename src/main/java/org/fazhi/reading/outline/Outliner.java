package org.fazhi.reading.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.fazhi.text.Span;

/**
 * Finds the section tree of a report by its numbering: 一、 (level 1), （一） (level 2), 1. (level 3). 一是…二是… are
 * items of a paragraph and no sections. Numbering that repeats or jumps is taken as it stands.
 */
public final class Outliner {

    /** More headings than this are a page of noise, not a report; the rest stays body text. */
    private static final int MOST_SECTIONS = 2000;

    /** Empty lines between a heading and its repetition. */
    private static final int MOST_LINES_BETWEEN = 3;

    private Outliner() {}

    /** The outline of a repaired text. Never fails: a text without headings has a body and no sections. */
    public static Outline outline(String text) {
        List<TextLine> lines = TextLine.of(text);
        List<Heading> headings =
                withoutRepeats(TableOfContents.without(PlainHeading.merge(Heading.in(lines), lines), lines), lines);
        Span body = BodyBounds.of(text, lines, headings);
        List<Heading> kept = headings.stream()
                .filter(heading -> body.contains(heading.span()))
                .limit(MOST_SECTIONS)
                .toList();
        return new Outline(text, body, sections(text, body, kept));
    }

    /** A heading printed again right below itself is one heading. */
    private static List<Heading> withoutRepeats(List<Heading> headings, List<TextLine> lines) {
        List<Heading> kept = new ArrayList<>();
        for (Heading heading : headings) {
            boolean isRepeat = !kept.isEmpty() && repeats(kept.get(kept.size() - 1), heading, lines);
            if (!isRepeat) {
                kept.add(heading);
            }
        }
        return kept;
    }

    private static boolean repeats(Heading first, Heading second, List<TextLine> lines) {
        if (first.level() != second.level()
                || !first.number().equals(second.number())
                || !first.text().equals(second.text())
                || second.line() - first.line() > MOST_LINES_BETWEEN) {
            return false;
        }
        for (int i = first.line() + 1; i < second.line(); i++) {
            if (!lines.get(i).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private static List<Section> sections(String text, Span body, List<Heading> headings) {
        Roles roles = Roles.of(text, body, headings);
        List<Section> sections = new ArrayList<>();
        for (int i = 0; i < headings.size(); i++) {
            Heading heading = headings.get(i);
            OptionalInt parent = parent(sections, heading.level());
            sections.add(new Section(
                    i,
                    parent,
                    heading.level(),
                    heading.number(),
                    heading.text(),
                    roles.roleOf(heading, parent, sections),
                    new Span(heading.span().start(), end(headings, i, body)),
                    heading.span()));
        }
        return sections;
    }

    private static OptionalInt parent(List<Section> sections, int level) {
        int at = sections.size() - 1;
        while (at >= 0 && sections.get(at).level() >= level) {
            at = sections.get(at).parent().orElse(-1);
        }
        return at < 0 ? OptionalInt.empty() : OptionalInt.of(at);
    }

    private static int end(List<Heading> headings, int index, Span body) {
        for (int i = index + 1; i < headings.size(); i++) {
            if (headings.get(i).level() <= headings.get(index).level()) {
                return headings.get(i).span().start();
            }
        }
        return body.end();
    }
}
