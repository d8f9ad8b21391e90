package org.fazhi.reading.strip;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.fazhi.reading.strip.StrippedPage.BlockKind;
import org.jsoup.nodes.Element;

/**
 * Gathers the text of a page line by line. White space of the source collapses as CSS Text 3 §4.1 says: a run is one
 * space, and a line break between two ideographs is nothing (§4.1.3); no-break and ideographic spaces stay.
 */
final class LineBuilder {

    /** Titles and section headings; a longer paragraph in bold is emphasis. */
    private static final int LONGEST_HEADING = 60;

    private static final StyleValues HEADING_STYLE = new StyleValues(
            "font-weight\\s*:\\s*(?:bold|[6-9]00)|黑体|小标宋|simhei", "font-weight", "黑体", "小标宋", "simhei", "SimHei");

    private static final int NO_SPACE = 0;
    private static final int SPACE = 1;
    private static final int LINE_BREAK = 2;
    private static final int BLOCK_BORDER = 3;

    private final List<PageLine> lines = new ArrayList<>();
    private final StringBuilder current = new StringBuilder();
    private int pending = NO_SPACE;
    private int linkDepth;
    private int headingDepth;
    private final Deque<Boolean> heavyElements = new ArrayDeque<>();
    /** Of each open element whether it raises or lowers its text, and of those that do, how. */
    private final Deque<Boolean> scripted = new ArrayDeque<>();

    private final Deque<SmallDigits.Script> script = new ArrayDeque<>();
    private int heavyDepth;
    private int listDepth;
    private int preDepth;
    private boolean inRow;
    private boolean cellStarted;
    private int linkLength;
    private int heavyLength;
    private int inkLength;
    private BlockKind kind = BlockKind.PARAGRAPH;

    List<PageLine> lines() {
        return lines;
    }

    int lineCount() {
        return lines.size();
    }

    boolean isInRow() {
        return inRow;
    }

    boolean isInLink() {
        return linkDepth > 0;
    }

    void enterStyle(Element element, String name) {
        switch (name) {
            case "a" -> linkDepth++;
            case "h1", "h2", "h3", "h4", "h5", "h6" -> headingDepth++;
            case "li" -> listDepth++;
            case "pre" -> preDepth++;
            default -> {}
        }
        Optional<SmallDigits.Script> own = SmallDigits.scriptOf(element, name);
        scripted.push(own.isPresent());
        own.ifPresent(script::push);
        boolean isHeavy = isHeavy(element, name);
        heavyElements.push(isHeavy);
        heavyDepth += isHeavy ? 1 : 0;
    }

    void leaveStyle(String name) {
        switch (name) {
            case "a" -> linkDepth--;
            case "h1", "h2", "h3", "h4", "h5", "h6" -> headingDepth--;
            case "li" -> listDepth--;
            case "pre" -> preDepth--;
            default -> {}
        }
        heavyDepth -= heavyElements.pop() ? 1 : 0;
        if (scripted.pop()) {
            script.pop();
        }
    }

    private static boolean isHeavy(Element element, String name) {
        if (name.equals("b") || name.equals("strong")) {
            return true;
        }
        if (element.attributesSize() == 0) {
            return false;
        }
        return HEADING_STYLE.matches(element.attributes().get("style"))
                || (name.equals("font") && element.attr("face").contains("黑体"));
    }

    /** Appends inline text; gives the number of characters that are no white space. */
    int append(String text) {
        int ink = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ' || c == '\t' || c == '\f') {
                pending = Math.max(pending, SPACE);
            } else if (c == '\n' || c == '\r') {
                if (preDepth > 0) {
                    breakLine();
                } else {
                    pending = Math.max(pending, LINE_BREAK);
                }
            } else {
                flushSpace(c);
                current.append(script.isEmpty() ? c : SmallDigits.of(c, script.peek()));
                if (!PageLine.isBlank(c)) {
                    ink++;
                }
            }
        }
        inkLength += ink;
        linkLength += linkDepth > 0 ? ink : 0;
        heavyLength += heavyDepth > 0 ? ink : 0;
        if (ink > 0 && !inRow) {
            kind = headingDepth > 0 ? BlockKind.HEADING : listDepth > 0 ? BlockKind.LIST_ITEM : BlockKind.PARAGRAPH;
        }
        return ink;
    }

    private void flushSpace(char next) {
        if (pending != NO_SPACE && current.length() > 0) {
            char last = current.charAt(current.length() - 1);
            boolean joins = last == '\t' || (pending == LINE_BREAK && isWide(last) && isWide(next));
            if (!joins) {
                current.append(' ');
            }
        }
        pending = NO_SPACE;
    }

    /** East Asian wide or fullwidth, as far as Chinese pages use them. */
    private static boolean isWide(char c) {
        return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFF01 && c <= 0xFF60);
    }

    /** Ends the line; within a data row it is a space, so that the row stays one line. */
    void breakLine() {
        if (inRow) {
            pending = BLOCK_BORDER;
        } else {
            endLine();
        }
    }

    void beginRow() {
        inRow = true;
        cellStarted = false;
        kind = BlockKind.TABLE_ROW;
    }

    void nextCell() {
        if (!inRow) {
            endLine();
            return;
        }
        if (cellStarted || current.length() > 0) {
            current.append('\t');
            pending = NO_SPACE;
        }
        cellStarted = true;
    }

    void endRow() {
        inRow = false;
        kind = BlockKind.TABLE_ROW;
        endLine();
    }

    void endLine() {
        pending = NO_SPACE;
        String text = PageLine.trim(current);
        if (!text.isEmpty()) {
            lines.add(new PageLine(text, kindOf(text), linkLength));
        }
        current.setLength(0);
        linkLength = 0;
        heavyLength = 0;
        inkLength = 0;
        kind = BlockKind.PARAGRAPH;
    }

    private BlockKind kindOf(String text) {
        boolean isHeavy = heavyLength == inkLength && heavyLength > 0;
        boolean isSentence = "。；;，,".indexOf(text.charAt(text.length() - 1)) >= 0;
        return kind == BlockKind.PARAGRAPH && isHeavy && text.length() <= LONGEST_HEADING && !isSentence
                ? BlockKind.HEADING
                : kind;
    }
}
