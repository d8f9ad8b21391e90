package org.fazhi.reading.attachment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.fazhi.reading.reason.Reason;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Tika's XHTML events to lines: a paragraph each, a table row each with its cells joined by tabs. */
final class LineHandler extends DefaultHandler {

    private static final Set<String> BLOCKS =
            Set.of("p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "br", "table", "ul", "ol", "body");

    /** The name a spreadsheet has where nobody gave it one. */
    private static final Pattern UNNAMED_SHEET = Pattern.compile("(?:Sheet|工作表)\\d{1,3}");

    private static final int DEEPEST = 200;

    private final int maxCharacters;
    private final List<String> lines = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final List<String> cells = new ArrayList<>();
    private int depth;
    private int rowDepth;
    private boolean isInHead;
    private int characters;

    LineHandler(int maxCharacters) {
        this.maxCharacters = maxCharacters;
    }

    List<String> lines() {
        endBlock();
        return List.copyOf(lines);
    }

    @Override
    public void startElement(String uri, String localName, String name, Attributes attributes) {
        String element = localName.toLowerCase(Locale.ROOT);
        depth++;
        if (depth > DEEPEST) {
            throw new RefusedException(Reason.ATTACHMENT_DAMAGED, "nested deeper than " + DEEPEST);
        }
        isInHead |= element.equals("head");
        if (element.equals("tr")) {
            rowDepth++;
            if (rowDepth == 1) {
                endBlock();
            }
        } else if (BLOCKS.contains(element)) {
            endBlock();
        }
    }

    @Override
    public void endElement(String uri, String localName, String name) {
        String element = localName.toLowerCase(Locale.ROOT);
        depth--;
        if (element.equals("head")) {
            isInHead = false;
            text.setLength(0);
        } else if (element.equals("tr")) {
            rowDepth = Math.max(0, rowDepth - 1);
            if (rowDepth == 0) {
                endRow();
            }
        } else if ((element.equals("td") || element.equals("th")) && rowDepth == 1) {
            cells.add(plain());
        } else if (element.equals("h1") && UNNAMED_SHEET.matcher(plainText()).matches()) {
            text.setLength(0);
        } else if (BLOCKS.contains(element)) {
            endBlock();
        }
    }

    @Override
    public void characters(char[] chars, int start, int length) {
        if (isInHead) {
            return;
        }
        characters += length;
        if (characters > maxCharacters) {
            throw new RefusedException(
                    Reason.ATTACHMENT_TOO_LARGE, "expected at most " + maxCharacters + " characters, got more");
        }
        text.append(chars, start, length);
    }

    @Override
    public void ignorableWhitespace(char[] chars, int start, int length) {
        characters(chars, start, length);
    }

    /** Inside a row the paragraphs of a cell stand side by side. */
    private void endBlock() {
        if (rowDepth > 0) {
            if (!text.isEmpty()) {
                text.append(' ');
            }
            return;
        }
        String line = plain();
        if (!line.isEmpty()) {
            lines.add(line);
        }
    }

    private void endRow() {
        String rest = plain();
        if (!rest.isEmpty()) {
            cells.add(rest);
        }
        String row = String.join("\t", cells).stripTrailing();
        cells.clear();
        if (!row.isBlank()) {
            lines.add(row);
        }
    }

    private String plain() {
        String plain = plainText();
        text.setLength(0);
        return plain;
    }

    /** A tab within a cell or paragraph is an indent and must not look like the end of a cell. */
    private String plainText() {
        return CharacterGaps.squeeze(text);
    }
}
