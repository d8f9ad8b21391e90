package org.fazhi.harvest.discovery;

import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.select.NodeTraversor;

/** Goes over the elements of a page once, in its order, and shows each to all that read signs of a pager from it. */
final class PageTour {

    /** A listing has some thousand elements; what a longer page says further down is not read. */
    private static final int MOST_ELEMENTS = 50_000;

    /** Reads signs from elements. */
    @FunctionalInterface
    interface Reader {

        /** @param isBelowRows true where the element, or one before it, has the date of a row */
        void look(Element element, boolean isBelowRows);
    }

    private final List<Reader> readers;
    private boolean isBelowRows;
    private int elements;

    private PageTour(List<Reader> readers) {
        this.readers = readers;
    }

    static void of(ListingPage page, Reader... readers) {
        PageTour tour = new PageTour(List.of(readers));
        NodeTraversor.traverse(
                (node, depth) -> {
                    if (node instanceof Element element && tour.elements++ < MOST_ELEMENTS) {
                        tour.show(element);
                    }
                },
                page.document().body());
    }

    private static boolean isDate(String text) {
        return RowDate.last(text).isPresent() || RowDate.isDay(text);
    }

    private void show(Element element) {
        isBelowRows = isBelowRows || isDate(element.ownText());
        for (Reader reader : readers) {
            reader.look(element, isBelowRows);
        }
    }
}
