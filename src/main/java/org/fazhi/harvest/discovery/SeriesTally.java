package org.fazhi.harvest.discovery;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What was read of one series of pages, held against what its pages say that there is. Not for use by several threads. */
final class SeriesTally {

    private static final int MOST_ROWS = 20_000;

    private final Set<URI> rows = new HashSet<>();
    private final Set<URI> dated = new HashSet<>();
    private int read;
    private int pages;
    private int rowsStated;
    private int pagesStated;
    private int ownRows;
    private int ownPages;
    private int numbered;

    /** A page was read. What pages without rows state is not of this list: a tree of categories, a shell. */
    void add(List<Link> links, PagerSigns signs) {
        read++;
        numbered = Math.max(numbered, signs.numbered());
        links.stream().limit(MOST_ROWS - Math.min(MOST_ROWS, rows.size())).forEach(link -> {
            rows.add(link.url());
            if (link.isDated()) {
                dated.add(link.url());
            }
        });
        if (links.stream().anyMatch(Link::isDated)) {
            pages++;
            rowsStated = Math.max(rowsStated, signs.rows());
            pagesStated = Math.max(pagesStated, signs.pages());
            ownRows = Math.max(ownRows, signs.ownRows());
            ownPages = Math.max(ownPages, signs.ownPages());
        }
    }

    /**
     * True where more is said to follow than was read.
     *
     * @param last signs of the page read last
     * @param isAsked tells addresses that were asked for
     */
    boolean leavesMore(PagerSigns last, Predicate<URI> isAsked) {
        // A smaller number counts something else: comments, pictures, the rows of a column beside.
        boolean hasAllRows = ownRows > 0 && dated.size() == ownRows;
        boolean hasAllPages = ownPages > 0 && pages == ownPages;
        // Rows without a date may be links beside the list; they count only where no page is lacking either.
        boolean lacksRows = rowsStated > dated.size() && !(hasAllPages && rows.size() >= rowsStated);
        boolean lacksPages = (pagesStated > pages || numbered > read) && !hasAllRows;
        if (lacksRows || lacksPages) {
            return true;
        }
        boolean isSettled = hasAllRows || hasAllPages;
        boolean isCounted = rowsStated > 0 && dated.size() == rowsStated || pagesStated > 0 && pages == pagesStated;
        return !isSettled && (turns(last, isAsked) || last.isScripted() && !isCounted);
    }

    private boolean turns(PagerSigns last, Predicate<URI> isAsked) {
        boolean links = last.linked().entrySet().stream()
                .anyMatch(
                        entry -> !isAsked.test(entry.getKey()) && (entry.getValue() == 0 || entry.getValue() > pages));
        // A label that leads nowhere on the last page is that of the last page where the pager shows its number.
        boolean isPuzzling = last.isInert() && !(last.shown() > 0 && last.shown() <= pages);
        return links || last.turns() > pages || last.isLive() || last.loadsMore() || isPuzzling;
    }
}
