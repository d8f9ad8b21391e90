package org.fazhi.reading.strip;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Renders a page into lines as a browser lays it out, in one walk without recursion: inline elements are joined without a
 * separator, block elements and {@code br} begin a new line, a data row's cells are joined by a tab. Hidden elements,
 * comments, scripts and styles give nothing; what stands between two conditional comments of Word is real text and stays.
 */
final class PageRenderer {

    private static final Set<String> BLOCKS = Set.of(
            ("address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure footer "
                            + "form h1 h2 h3 h4 h5 h6 header hr legend li main nav ol p pre section summary table tbody td tfoot th "
                            + "thead tr ul ucapcontent")
                    .split(" "));
    private static final Set<String> SILENT = Set.of(
            ("script style noscript template del s strike head title textarea select option button input iframe frame object embed svg "
                            + "math canvas audio video map datalist")
                    .split(" "));
    /** What is not shown, and what is struck out and so not meant. */
    private static final StyleValues HIDDEN_STYLE = new StyleValues(
            "display\\s*:\\s*none|visibility\\s*:\\s*hidden|mso-hide\\s*:\\s*all|text-decoration(?:-line)?\\s*:[^;]*line-through",
            "none",
            "hidden",
            "mso-hide",
            "line-through");

    /** What Word's and editors' tables never have in a cell, and a page's columns nearly always have. */
    private static final Set<String> LAYOUT =
            Set.of("table dl ul ol h1 h2 h3 h4 form section article nav header footer ucapcontent".split(" "));

    /** A row with a longer cell lays out the page; its cells are read as blocks. */
    private static final int LONGEST_CELL = 600;

    private final LineBuilder out = new LineBuilder();
    private final List<PageElement> elements = new ArrayList<>();
    private final Deque<PageElement> open = new ArrayDeque<>();
    private final Deque<Integer> openIndexes = new ArrayDeque<>();
    private final Deque<Element> rows = new ArrayDeque<>();

    private final PageStyles styles;

    private PageRenderer(PageStyles styles) {
        this.styles = styles;
    }

    /** The lines of a page, and its block elements in document order with the lines each of them spans. */
    record Rendered(List<PageLine> lines, List<PageElement> elements) {}

    static Rendered render(Element body, PageStyles styles) {
        PageRenderer renderer = new PageRenderer(styles);
        renderer.walk(body);
        renderer.out.endLine();
        return new Rendered(renderer.out.lines(), renderer.elements);
    }

    private void walk(Element root) {
        Node node = root;
        while (true) {
            boolean entered = enter(node);
            if (entered && node.childNodeSize() > 0) {
                node = node.childNode(0);
                continue;
            }
            if (entered) {
                leave(node);
            }
            while (node != root && node.nextSibling() == null) {
                node = parentOf(node);
                leave(node);
            }
            if (node == root) {
                return;
            }
            node = nextOf(node);
        }
    }

    private static Node parentOf(Node node) {
        Node parent = node.parent();
        if (parent == null) {
            throw new IllegalStateException("a node below the root has a parent");
        }
        return parent;
    }

    private static Node nextOf(Node node) {
        Node next = node.nextSibling();
        if (next == null) {
            throw new IllegalStateException("a node that is not the last has a next sibling");
        }
        return next;
    }

    /** False where the node gives nothing and is not to be walked into. */
    private boolean enter(Node node) {
        if (node instanceof TextNode text) {
            count(out.append(text.getWholeText()));
            return true;
        }
        if (!(node instanceof Element element)) {
            return false;
        }
        String name = element.normalName();
        if (isUnseen(element) || styles.hide(element)) {
            return false;
        }
        if (name.equals("br")) {
            out.breakLine();
        }
        if (isBlock(element)) {
            enterBlock(element, name);
        } else if (!open.isEmpty()) {
            open.peek().tags++;
        }
        out.enterStyle(element, name);
        return true;
    }

    private void enterBlock(Element element, String name) {
        if (name.equals("td") || name.equals("th") || name.equals("dd")) {
            out.nextCell();
        } else {
            if (name.equals("dt") && out.isInRow()) {
                out.endRow();
                out.beginRow();
            }
            out.breakLine();
        }
        if ((name.equals("tr") || name.equals("dl")) && !out.isInRow() && isDataRow(element)) {
            out.endLine();
            out.beginRow();
            rows.push(element);
        }
        int parent = openIndexes.isEmpty() ? -1 : openIndexes.peek();
        PageElement block = new PageElement(parent, KnownContainers.selectorOf(element), out.lineCount());
        openIndexes.push(elements.size());
        elements.add(block);
        open.push(block);
    }

    private void leave(Node node) {
        if (!(node instanceof Element element)) {
            return;
        }
        String name = element.normalName();
        if (isBlock(element)) {
            if (!name.equals("td") && !name.equals("th") && !name.equals("dd")) {
                out.breakLine();
            } else if (!out.isInRow()) {
                out.endLine();
            }
            if (element == rows.peek()) {
                rows.pop();
                out.endRow();
            }
            leaveBlock();
        }
        out.leaveStyle(name);
        if (name.equals("a") && !open.isEmpty()) {
            open.peek().linkTags++;
        }
    }

    private void leaveBlock() {
        PageElement block = open.pop();
        openIndexes.pop();
        block.endLine = out.lineCount();
        if (!open.isEmpty()) {
            PageElement parent = open.peek();
            parent.characters += block.characters;
            parent.linkCharacters += block.linkCharacters;
            parent.tags += block.tags + 1;
            parent.linkTags += block.linkTags;
        }
    }

    private void count(int characters) {
        if (!open.isEmpty()) {
            open.peek().characters += characters;
            if (out.isInLink()) {
                open.peek().linkCharacters += characters;
            }
        }
    }

    private static boolean isBlock(Element element) {
        return BLOCKS.contains(element.normalName());
    }

    /** Whether a browser shows nothing of the element, by its kind or its own style. */
    static boolean isUnseen(Element element) {
        return SILENT.contains(element.normalName()) || isHidden(element);
    }

    private static boolean isHidden(Element element) {
        if (element.attributesSize() == 0) {
            return false;
        }
        Attributes attributes = element.attributes();
        return attributes.hasKey("hidden") || HIDDEN_STYLE.matches(attributes.get("style"));
    }

    /** Two cells or more, none of them a page's column: no layout in it, no long text. Looks no further than it must. */
    private static boolean isDataRow(Element row) {
        int cells = 0;
        int cellLength = 0;
        Node node = row;
        while (true) {
            if (node instanceof Element element) {
                String name = element.normalName();
                if (node != row
                        && (LAYOUT.contains(name)
                                || !KnownContainers.selectorOf(element).isEmpty())) {
                    return false;
                }
                if (name.equals("td") || name.equals("th") || name.equals("dd") || name.equals("dt")) {
                    cells++;
                    cellLength = 0;
                }
            } else if (node instanceof TextNode text) {
                cellLength += text.getWholeText().length();
                if (cellLength > LONGEST_CELL) {
                    return false;
                }
            }
            if (node.childNodeSize() > 0) {
                node = node.childNode(0);
                continue;
            }
            while (node != row && node.nextSibling() == null) {
                node = parentOf(node);
            }
            if (node == row) {
                return cells > 1;
            }
            node = nextOf(node);
        }
    }
}
