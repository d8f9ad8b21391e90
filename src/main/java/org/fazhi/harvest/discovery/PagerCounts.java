package org.fazhi.harvest.discovery;

import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * How many rows and pages a pager says in its own words. A page counts much else, such as comments, pictures and visits; only
 * a count in the box of a pager, or below the rows in a line of nothing but a pager's words, is the list's own.
 *
 * @param rows greatest number of rows; 0 where none is stated
 * @param pages greatest number of pages; 0 where none is stated
 */
record PagerCounts(int rows, int pages) {

    private static final int MOST_LOOKED_AT = 200;
    private static final int LONGEST_LINE = 300;
    private static final Pattern COUNTING = Pattern.compile("(?i)[共总合页条]|page|of|total");

    static Reader reader() {
        return new Reader(PagerWords.bundled());
    }

    /** Reads counts from the elements of a page. */
    static final class Reader implements PageTour.Reader {

        private final PagerWords words;
        private int rows;
        private int pages;
        private int lookedAt;

        private Reader(PagerWords words) {
            this.words = words;
        }

        /** What the elements shown so far count. */
        PagerCounts counts() {
            return new PagerCounts(rows, pages);
        }

        @Override
        public void look(Element element, boolean isBelowRows) {
            String own = element.ownText().strip();
            boolean counts = COUNTING.matcher(own).find() && own.length() <= LONGEST_LINE;
            if (!counts && !words.names(PagerSign.PAGER_BOX, element)
                    || element.normalName().equals("body")
                    || lookedAt++ > MOST_LOOKED_AT) {
                return;
            }
            String line = words.without(PagerSign.SITE_COUNT, element.text().strip());
            boolean isOwn =
                    line.length() <= LONGEST_LINE && (words.isInBox(element) || isBelowRows && isLine(element, line));
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
