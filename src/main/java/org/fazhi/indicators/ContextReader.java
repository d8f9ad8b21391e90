package org.fazhi.indicators;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fazhi.figures.Figure;
import org.fazhi.outline.Outline;
import org.fazhi.outline.Section;
import org.fazhi.text.Span;

/** Cuts a report's text into the pieces, clauses and sentences in which its figures stand. */
final class ContextReader {

    /** Between two members of a list joined by 、 there is at most a short noun: 14个乡镇、48个部门. */
    private static final int LONGEST_LIST_NOUN = 10;
    /** A bracket longer than this is not stepped over. */
    private static final int LONGEST_BRACKET = 80;

    private static final String SENTENCE_ENDS = "。!?\n";
    private static final String CLAUSE_ENDS = ",;:" + SENTENCE_ENDS;
    private static final String ITEM_NUMERALS = "一二三四五六七八九十";

    private final CompactText compact;
    private final Outline outline;
    private final List<Figure> figures;
    /** Figure spans in the compact text, in the order of {@link #figures}. */
    private final List<Span> spans;
    /** For each compact offset the index of the figure that covers it, or -1. */
    private final int[] figureAt;

    ContextReader(CompactText compact, Outline outline, List<Figure> figures) {
        this.compact = compact;
        this.outline = outline;
        this.figures = List.copyOf(figures);
        this.spans =
                this.figures.stream().map(figure -> compact.at(figure.span())).toList();
        this.figureAt = new int[compact.length() + 1];
        Arrays.fill(figureAt, -1);
        for (int i = 0; i < spans.size(); i++) {
            Arrays.fill(figureAt, spans.get(i).start(), spans.get(i).end(), i);
        }
    }

    List<FigureContext> contexts() {
        List<FigureContext> contexts = new ArrayList<>();
        for (int i = 0; i < figures.size(); i++) {
            contexts.add(context(i));
        }
        return contexts;
    }

    private FigureContext context(int index) {
        Span at = spans.get(index);
        Span sentence = sentence(at);
        int[] left = scanLeft(at, sentence.start());
        int[] right = scanRight(at, sentence.end());
        Span lead = lead(at.start());
        return new FigureContext(
                figures.get(index),
                at,
                new Span(left[1], right[1]),
                new Span(left[0], Math.max(left[0], beforeBracket(at.start(), sentence.start()))),
                new Span(Math.min(right[0], behindBracket(at.end(), sentence.end())), right[0]),
                new Span(left[2], right[2]),
                sentence,
                previous(sentence, lead.start()),
                lead,
                new Span(lead.start(), Math.max(lead.end(), sentence.end())),
                headings(index),
                whole(at, sentence));
    }

    private Span sentence(Span at) {
        int start = at.start();
        while (start > 0 && SENTENCE_ENDS.indexOf(compact.charAt(start - 1)) < 0) {
            start--;
        }
        int end = at.end();
        while (end < compact.length() && SENTENCE_ENDS.indexOf(compact.charAt(end)) < 0) {
            end++;
        }
        return new Span(start, end);
    }

    /** Start of the words before the figure, of its piece and of its clause. */
    private int[] scanLeft(Span at, int limit) {
        int before = -1;
        int piece = -1;
        int i = at.start();
        while (i > limit) {
            char character = compact.charAt(i - 1);
            if (character == ')') {
                i = openingBracket(i - 1, limit);
                continue;
            }
            if (character == '(' || CLAUSE_ENDS.indexOf(character) >= 0) {
                break;
            }
            if (piece < 0 && character == '、' && figureEndsWithin(i - 1, LONGEST_LIST_NOUN)) {
                piece = i;
                before = before < 0 ? i : before;
            }
            if (figureAt[i - 1] >= 0 && before < 0) {
                before = i;
            }
            i--;
        }
        piece = piece < 0 ? i : piece;
        return new int[] {before < 0 ? piece : before, piece, i};
    }

    /** End of the words after the figure, of its piece and of its clause. */
    private int[] scanRight(Span at, int limit) {
        int after = -1;
        int piece = -1;
        int i = at.end();
        while (i < limit) {
            char character = compact.charAt(i);
            if (character == '(') {
                i = closingBracket(i, limit);
                continue;
            }
            if (character == ')' || CLAUSE_ENDS.indexOf(character) >= 0) {
                break;
            }
            if (piece < 0 && character == '、' && figureEndsWithin(i, LONGEST_LIST_NOUN)) {
                piece = i;
                after = after < 0 ? i : after;
            }
            if (figureAt[i] >= 0 && after < 0) {
                after = i;
            }
            i++;
        }
        piece = piece < 0 ? i : piece;
        return new int[] {after < 0 ? piece : after, piece, i};
    }

    /** Where the words before the number end: at the bracket in 行政复议案件(含结转5件)79件. */
    private int beforeBracket(int offset, int limit) {
        return offset > limit && compact.charAt(offset - 1) == ')' ? openingBracket(offset - 1, limit) : offset;
    }

    private int behindBracket(int offset, int limit) {
        return offset < limit && compact.charAt(offset) == '(' ? closingBracket(offset, limit) : offset;
    }

    private int openingBracket(int closing, int limit) {
        int floor = Math.max(limit, closing - LONGEST_BRACKET);
        for (int i = closing - 1; i >= floor; i--) {
            if (compact.charAt(i) == '(') {
                return i;
            }
        }
        return closing;
    }

    private int closingBracket(int opening, int limit) {
        int ceiling = Math.min(limit, opening + LONGEST_BRACKET);
        for (int i = opening + 1; i < ceiling; i++) {
            if (compact.charAt(i) == ')') {
                return i + 1;
            }
        }
        return opening + 1;
    }

    /** Whether a figure ends at most {@code distance} characters before the offset, with no clause end between. */
    private boolean figureEndsWithin(int offset, int distance) {
        for (int i = offset - 1; i >= Math.max(0, offset - distance - 1); i--) {
            if (figureAt[i] >= 0) {
                return true;
            }
            if (CLAUSE_ENDS.indexOf(compact.charAt(i)) >= 0 || compact.charAt(i) == '、') {
                return false;
            }
        }
        return false;
    }

    /** The first sentence of the item (一是…) or paragraph that holds the offset. */
    private Span lead(int offset) {
        int start = offset;
        while (start > 0 && compact.charAt(start - 1) != '\n' && !isItemMarker(start)) {
            start--;
        }
        int end = start;
        while (end < compact.length() && SENTENCE_ENDS.indexOf(compact.charAt(end)) < 0) {
            end++;
        }
        return new Span(start, end);
    }

    /** 一是, 二是 … 十一是 where a sentence or clause begins. */
    private boolean isItemMarker(int offset) {
        int i = offset;
        while (i < compact.length() && i - offset < 2 && ITEM_NUMERALS.indexOf(compact.charAt(i)) >= 0) {
            i++;
        }
        return i > offset
                && i < compact.length()
                && compact.charAt(i) == '是'
                && (offset == 0 || CLAUSE_ENDS.indexOf(compact.charAt(offset - 1)) >= 0);
    }

    private Optional<Span> previous(Span sentence, int floor) {
        int end = sentence.start() - 1;
        if (end <= floor) {
            return Optional.empty();
        }
        int start = end;
        while (start > floor && SENTENCE_ENDS.indexOf(compact.charAt(start - 1)) < 0) {
            start--;
        }
        return start < end ? Optional.of(new Span(start, end)) : Optional.empty();
    }

    private List<Span> headings(int index) {
        List<Span> headings = new ArrayList<>();
        Optional<Section> section = outline.sectionAt(figures.get(index).span().start());
        while (section.isPresent() && headings.size() < 8) {
            headings.add(compact.at(section.get().headingSpan()));
            section = section.get().parent().isPresent()
                    ? Optional.of(outline.sections().get(section.get().parent().getAsInt()))
                    : Optional.empty();
        }
        return headings;
    }

    /** The last figure before the 其中 (or the bracket with 含, 包括) under which the figure stands. */
    private Optional<Integer> whole(Span at, Span sentence) {
        int floor = sentence.start();
        int marker = -1;
        for (int i = at.start() - 2; i >= floor && compact.charAt(i) != ';'; i--) {
            if (isPartMarker(i)) {
                marker = i;
                break;
            }
        }
        if (marker < 0) {
            return Optional.empty();
        }
        // Only a number of the same unit is a part: of 402件,其中刑事156件,挽回损失960万元 the last is none.
        String unit = figures.get(figureAt[at.start()]).unit();
        int reach = marker == floor ? Math.max(0, floor - 2 * LONGEST_BRACKET) : floor;
        for (int i = marker - 1; i >= reach; i--) {
            if (figureAt[i] >= 0) {
                return Optional.of(figureAt[i])
                        .filter(whole -> figures.get(whole).unit().equals(unit));
            }
        }
        return Optional.empty();
    }

    private boolean isPartMarker(int offset) {
        String text = compact.text();
        return text.startsWith("其中", offset)
                || text.startsWith("(含", offset)
                || text.startsWith("(包括", offset)
                || text.startsWith(",包括", offset)
                || text.startsWith(",包含", offset);
    }
}
