package org.fazhi.harvest.discovery;

import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.NodeTraversor;

/**
 * How many rows and pages a pager says in its own words. A page counts much else, such as comments, pictures and visits; only
 * a count in the box of a pager, or below the rows in a line of nothing but a pager's words, is the list's own.
 *
 * @param rows greatest number of rows; 0 where none is stated
 * @param pages greatest number of pages; 0 where none is stated
 */
record PagerCounts(int rows, int pages) {

    private static final int MOST_ELEMENTS = 50_000;
    private static final int MOST_LOOKED_AT = 200;
    private static final int LONGEST_LINE = 300;
    private static final int FAR = 3;
    private static final Pattern COUNTING = Pattern.compile("(?i)[共总合页条]|page|of|total");

    static PagerCounts of(ListingPage page) {
        return new Reader(PagerWords.bundled()).read(page);
    }

    /** True where it stands in the box of a pager. */
    static boolean isInBox(Element element) {
        Element around = element;
        for (int up = 0; up <= FAR && around != null && !around.normalName().equals("body"); up++) {
            if (isBox(around)) {
                return true;
            }
            around = around.parent();
        }
        return false;
    }

    private static boolean isBox(Element element) {
        return PagerWords.bundled().names(PagerSign.PAGER_BOX, element);
    }

    private static final class Reader {

        private final PagerWords words;
        private int rows;
        private int pages;
        private boolean isBelowRows;
        private int elements;
        private int lookedAt;

        Reader(PagerWords words) {
            this.words = words;
        }

        PagerCounts read(ListingPage page) {
            NodeTraversor.traverse(
                    (node, depth) -> {
                        if (node instanceof Element element && elements++ < MOST_ELEMENTS) {
                            look(element);
                        }
                    },
                    page.document().body());
            return new PagerCounts(rows, pages);
        }

        private void look(Element element) {
            String own = element.ownText().strip();
            isBelowRows = isBelowRows || RowDate.last(own).isPresent();
            boolean counts = COUNTING.matcher(own).find() && own.length() <= LONGEST_LINE;
            if (!counts && !isBox(element) || element.normalName().equals("body") || lookedAt++ > MOST_LOOKED_AT) {
                return;
            }
            String line = element.text().strip();
            boolean isOwn = line.length() <= LONGEST_LINE && (isInBox(element) || isBelowRows && isLine(element, line));
            if (isOwn) {
                rows = Math.max(rows, words.greatest(PagerSign.ROWS_IN_TEXT, line));
                pages = Math.max(pages, words.greatest(PagerSign.PAGES_IN_TEXT, line));
            }
        }

        /** Of a pager's words only, and no part of a text that says of what there are so many. */
        private boolean isLine(Element element, String line) {
            Element parent = element.parent();
            String around = parent == null ? "" : parent.ownText().strip();
            return words.tells(PagerSign.PAGER_LINE, line)
                    && (around.isEmpty()
                            || around.length() <= LONGEST_LINE && words.tells(PagerSign.PAGER_LINE, around));
        }
    }
}
