package org.fazhi.reading.indicators;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fazhi.reading.figures.Figure;
import org.fazhi.reading.figures.Tense;
import org.fazhi.reading.outline.Outline;
import org.fazhi.reading.outline.Section;
import org.fazhi.text.Span;

/** Cuts a report's text into the pieces, clauses and sentences in which its figures stand. */
final class ContextReader {

    /** Between two members of a list joined by 、 there is at most a short noun: 14个乡镇、48个部门. */
    private static final int LONGEST_LIST_NOUN = 10;

    private static final int MOST_ADJACENT = 8;
    /** A shorter member of a list is half of a word: 受理、审结案件56件、50件. */
    private static final int SHORTEST_MEMBER = 2;

    /** Verbs behind a number that counts who did it. */
    private static final List<String> VERBS_OF_LIST =
            List.of("审核", "审查", "办理", "受理", "开展", "化解", "调解", "处理", "出具", "清理");

    /** Between a joint and the number of the object behind it: 和重大行政执法决定. */
    private static final int LONGEST_OBJECT = 24;

    private static final List<String> JOINTS = List.of("以及", "和", "及", "与", "并");

    /** A bracket longer than this is not stepped over. */
    private static final int LONGEST_BRACKET = 80;
    /** Nobody carries a subject farther; it keeps a page without a full stop from costing the square of its length. */
    private static final int LONGEST_SENTENCE = 1000;

    private static final int LONGEST_ITEM = 4000;

    private static final int LONGEST_STEP = 6;
    /** How the verb of a step begins: 增加到, 提高至, 上升为, 降至, 压缩到, 拓展到. */
    private static final String STEPS = "增提上升降下减压缩拓扩调精再又";

    /** Characters of what links 分别 to its numbers: 为, 达到, 共有, 约占, 增长, 下降. */
    private static final String LINKS = "为是达到有共约近超占仅只增长加下降减少提高升上至";

    /** A step may name the year of its end: 提升至2024年的96%, 增加到今年的5次. The longest first. */
    private static final List<String> YEARS_OF_STEP = List.of("年度的", "今年的", "本年的", "当前的", "目前的", "年的", "今年", "年");

    private static final int YEAR_DIGITS = 4;
    /** 2024年度的. */
    private static final int LONGEST_YEAR = 7;

    private static final String CLAUSE_ENDS = TextBounds.CLAUSE_ENDS;

    private final CompactText compact;
    private final TextBounds bounds;
    private final Outline outline;
    private final List<Figure> figures;
    /** Figure spans in the compact text, in the order of {@link #figures}. */
    private final List<Span> spans;
    /** For each compact offset the index of the figure that covers it, or -1. */
    private final int[] figureAt;

    ContextReader(CompactText compact, Outline outline, List<Figure> figures) {
        this.compact = compact;
        this.bounds = new TextBounds(compact.text());
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

    /** The piece left of the figure, as {@link FigureContext#before}. */
    Span before(int index) {
        Span at = spans.get(index);
        Span sentence = sentence(at);
        return before(at, sentence, scanLeft(at, sentence.start()));
    }

    private Span before(Span at, Span sentence, int[] left) {
        return respective(at, left[2])
                .orElseGet(() -> new Span(left[0], Math.max(left[0], beforeBracket(at.start(), sentence.start()))));
    }

    /** The figure of which 其中 makes this one a part, as {@link FigureContext#whole}. */
    Optional<Integer> whole(int index) {
        return whole(index, sentence(spans.get(index)));
    }

    private FigureContext context(int index) {
        Span at = spans.get(index);
        Span sentence = sentence(at);
        int[] left = scanLeft(at, sentence.start());
        int[] right = scanRight(at, sentence.end());
        Span lead = lead(at.start());
        Span before = before(at, sentence, left);
        return new FigureContext(
                figures.get(index),
                at,
                new Span(left[1], right[1]),
                before,
                new Span(Math.min(right[0], behindBracket(at.end(), sentence.end())), right[0]),
                new Span(left[2], right[2]),
                sentence,
                previous(sentence, lead.start()),
                lead,
                new Span(lead.start(), Math.max(lead.end(), sentence.end())),
                headings(index),
                whole(index, sentence),
                startsStep(at, right[2]));
    }

    private Span sentence(Span at) {
        return new Span(
                Math.max(at.start() - LONGEST_SENTENCE, bounds.sentenceStart(at.start())),
                Math.min(at.end() + LONGEST_SENTENCE, bounds.sentenceEnd(at.end())));
    }

    /** Start of the words before the figure, of its piece and of its clause. */
    private int[] scanLeft(Span at, int limit) {
        int before = -1;
        int piece = -1;
        int touched = at.start();
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
            if (before < 0 && "、和及与".indexOf(character) >= 0 && joinsLike(i - 1, at.start())) {
                // 学法5次、3次和6次: numbers with nothing but a joint between them share the words before the first.
                i = spans.get(figureAt[i - 2]).start();
                continue;
            }
            if (piece < 0 && character == '、' && figureEndsWithin(i - 1, LONGEST_LIST_NOUN)) {
                piece = i;
                before = before < 0 ? i : before;
            }
            if (figureAt[i - 1] >= 0 && before < 0) {
                if (i == touched || isStep(i, at.start())) {
                    // 清单4批118项, 事项由98项增加到145项: such a number shares the words before the first.
                    int first = figureAt[i - 1];
                    i = spans.get(first).start();
                    // Of the cells of a row those of other years and places stand between the label and this one.
                    touched = isOfOtherColumn(figures.get(first)) ? i : -1;
                    continue;
                }
                before = i;
            }
            i--;
        }
        piece = piece < 0 ? i : piece;
        return new int[] {before < 0 ? piece : before, piece, i};
    }

    private static boolean isOfOtherColumn(Figure figure) {
        return figure.earlierYear().isPresent()
                || figure.asOf().isPresent()
                || figure.isWithinYear()
                || figure.isUnsettled()
                || figure.tense() != Tense.ACTUAL;
    }

    /** Whether the joint at the offset stands right between two figures of one unit, of which the second begins at {@code to}. */
    private boolean joinsLike(int joint, int to) {
        int left = joint > 0 ? figureAt[joint - 1] : -1;
        int right = figureAt[joint + 1];
        return left >= 0
                && right >= 0
                && spans.get(right).start() == joint + 1
                && joint + 1 <= to
                && figures.get(left).unit().equals(figures.get(right).unit());
    }

    /** Whether the words between two figures lead from a level to the next: 由98项增加到145项. */
    private boolean isStep(int from, int to) {
        int end = behindYear(from, to);
        return end - from <= LONGEST_STEP
                && end - from >= 2
                && STEPS.indexOf(compact.charAt(from)) >= 0
                && "到至为".indexOf(compact.charAt(end - 1)) >= 0;
    }

    /** Where the verb of a step ends: before the year in 82%提升至2024年的96%. */
    private int behindYear(int from, int to) {
        for (String year : YEARS_OF_STEP) {
            int end = to - year.length();
            if (end > from && compact.text().startsWith(year, end)) {
                boolean isNumbered = year.charAt(0) == '年';
                return isNumbered ? Math.max(from, end - YEAR_DIGITS) : end;
            }
        }
        return to;
    }

    /** Whether the figure is the level that a step starts from: 由98项增加到. */
    private boolean startsStep(Span at, int clauseEnd) {
        int from = at.end();
        int end = from;
        while (end < clauseEnd && end - from <= LONGEST_STEP + LONGEST_YEAR && figureAt[end] < 0) {
            end++;
        }
        return end < clauseEnd && figureAt[end] >= 0 && isStep(from, end);
    }

    private boolean holdsFigure(int from, int to) {
        for (int i = from; i < to; i++) {
            if (figureAt[i] >= 0) {
                return true;
            }
        }
        return false;
    }

    /** End of the words after the figure, of its piece and of its clause. */
    private int[] scanRight(Span at, int limit) {
        // 审查规范性文件9件和重大行政决策4件: behind a joint stands the object of the next number.
        int after = opensNextObject(at.end(), limit) ? at.end() : -1;
        int piece = -1;
        int i = at.end();
        while (i < limit) {
            char character = compact.charAt(i);
            if (character == '(') {
                int closing = closingBracket(i, limit);
                if (after < 0 && holdsFigure(i, closing)) {
                    // 120名调解员(专职20名): the words of the bracket tell of its own figures.
                    after = i;
                }
                i = closing;
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

    /** Whether a joint stands at the offset, and behind it, in the same clause, an object with its own number. */
    private boolean opensNextObject(int offset, int limit) {
        int joint = 0;
        for (String word : JOINTS) {
            joint = joint == 0 && compact.text().startsWith(word, offset) ? word.length() : joint;
        }
        if (joint == 0) {
            return false;
        }
        int from = offset + joint;
        for (int i = from; i < Math.min(limit, from + LONGEST_OBJECT); i++) {
            if (figureAt[i] >= 0) {
                return i > from;
            }
            if (CLAUSE_ENDS.indexOf(compact.charAt(i)) >= 0) {
                return false;
            }
        }
        return false;
    }

    /**
     * In 受理、审结行政复议案件分别为56件、50件 the member of the list that the figure answers; empty where lists and
     * numbers do not match.
     */
    private Optional<Span> respective(Span at, int clauseStart) {
        Optional<Span> adjacent = adjacent(at, clauseStart);
        if (adjacent.isPresent()) {
            return adjacent;
        }
        int marker = at.start() - 2;
        while (marker > clauseStart && !compact.text().startsWith("分别", marker)) {
            marker--;
        }
        if (marker <= clauseStart) {
            return Optional.empty();
        }
        List<Span> members = new ArrayList<>();
        int from = clauseStart;
        for (int i = clauseStart; i <= marker; i++) {
            if (i == marker || "、和及与".indexOf(compact.charAt(i)) >= 0) {
                members.add(new Span(from, i));
                from = i + 1;
            }
        }
        List<Span> numbers = numbers(marker);
        if (!numbers.isEmpty() && !isLink(marker + 2, numbers.get(0).start())) {
            return Optional.empty();
        }
        int place = numbers.indexOf(at);
        return place >= 0 && numbers.size() == members.size() ? Optional.of(members.get(place)) : Optional.empty();
    }

    /**
     * In 办理人大代表建议和政协委员提案102件和94件 likewise: as many numbers of one unit as the list before them has members,
     * with nothing but joints between.
     */
    private Optional<Span> adjacent(Span at, int clauseStart) {
        int first = figureAt[at.start()];
        if (first < 0) {
            // A figure of another sentence, or one that shares its place with another.
            return Optional.empty();
        }
        int last = first;
        while (first > 0 && last - first < MOST_ADJACENT && isAdjacent(first - 1)) {
            first--;
        }
        while (last + 1 < spans.size() && last - first < MOST_ADJACENT && isAdjacent(last)) {
            last++;
        }
        int count = last - first + 1;
        if (count < 2 || count > MOST_ADJACENT) {
            return Optional.empty();
        }
        int end = spans.get(first).start();
        List<Span> members = new ArrayList<>();
        int from = clauseStart;
        for (int i = clauseStart; i <= end; i++) {
            if (i < end && figureAt[i] >= 0) {
                return Optional.empty();
            }
            if (i == end || "、和及与".indexOf(compact.charAt(i)) >= 0) {
                members.add(new Span(from, i));
                from = i + 1;
            }
        }
        boolean isList =
                members.size() == count && members.stream().allMatch(member -> member.length() >= SHORTEST_MEMBER);
        return isList ? Optional.of(members.get(figureAt[at.start()] - first)) : Optional.empty();
    }

    /** Whether a joint and nothing else parts the figure from the next, of the same unit. */
    private boolean isAdjacent(int figure) {
        int joint = spans.get(figure).end();
        return spans.get(figure + 1).start() == joint + 1
                && "、和及与".indexOf(compact.charAt(joint)) >= 0
                && figures.get(figure).unit().equals(figures.get(figure + 1).unit());
    }

    /** Whether nothing but a link stands between 分别 and the first number; in 分别学法4次、9次 the verb is shared. */
    private boolean isLink(int from, int to) {
        for (int i = from; i < to; i++) {
            if (LINKS.indexOf(compact.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    /** The figures from the offset to the end of the clause. */
    private List<Span> numbers(int offset) {
        List<Span> numbers = new ArrayList<>();
        int end = offset;
        while (end < compact.length() && CLAUSE_ENDS.indexOf(compact.charAt(end)) < 0) {
            int figure = figureAt[end];
            if (figure >= 0 && spans.get(figure).start() == end) {
                numbers.add(spans.get(figure));
            }
            end++;
        }
        return numbers;
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
            if (CLAUSE_ENDS.indexOf(compact.charAt(i)) >= 0 || compact.charAt(i) == '、' || endsVerb(i + 1)) {
                return false;
            }
        }
        return false;
    }

    /** 12个街镇审核合同、文件: behind the verb begins another list. */
    private boolean endsVerb(int offset) {
        return VERBS_OF_LIST.stream().anyMatch(verb -> compact.text().startsWith(verb, offset - verb.length()));
    }

    /** The first sentence of the item (一是…) or paragraph that holds the offset. */
    private Span lead(int offset) {
        int start = Math.max(offset - LONGEST_ITEM, bounds.itemStart(offset));
        return new Span(start, Math.min(start + LONGEST_SENTENCE, bounds.sentenceEnd(start)));
    }

    private Optional<Span> previous(Span sentence, int floor) {
        int end = sentence.start() - 1;
        if (end <= floor) {
            return Optional.empty();
        }
        int start = Math.max(floor, bounds.sentenceStart(end));
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

    /** The figure of which 其中 (or a bracket with 含, 包括) makes this one a part: the last before it. */
    private Optional<Integer> whole(int index, Span sentence) {
        Span at = spans.get(index);
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
        String unit = figures.get(index).unit();
        if (marker == floor) {
            return previous(sentence, lead(floor).start()).flatMap(span -> firstOf(unit, span));
        }
        for (int i = marker - 1; i >= floor; i--) {
            if (figureAt[i] >= 0) {
                return Optional.of(figureAt[i])
                        .filter(whole -> figures.get(whole).unit().equals(unit));
            }
        }
        return Optional.empty();
    }

    /** Where 其中 opens a sentence it speaks of what the sentence before counted first. */
    private Optional<Integer> firstOf(String unit, Span span) {
        for (int i = span.start(); i < span.end(); i++) {
            if (figureAt[i] >= 0 && figures.get(figureAt[i]).unit().equals(unit)) {
                return Optional.of(figureAt[i]);
            }
        }
        return Optional.empty();
    }

    private boolean isPartMarker(int offset) {
        String text = compact.text();
        return switch (text.charAt(offset)) {
            case '其' -> text.startsWith("其中", offset);
            case '(' ->
                (offset > 0 && figureAt[offset - 1] >= 0)
                        || text.startsWith("(含", offset)
                        || text.startsWith("(包括", offset);
            case ',' -> text.startsWith(",包括", offset) || text.startsWith(",包含", offset);
            default -> false;
        };
    }
}
