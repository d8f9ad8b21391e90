package org.fazhi.harvest.discovery;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Tells how far back the rows of a listing reach.
 *
 * <p>A listing need not hold all that it ever had: many show what is newest. Its rows stand in order of their dates, the newest
 * first or, more seldom, the oldest first, and it reaches back to the oldest date of those that do. A row that stands out of
 * this order, such as an old one pinned above newer ones or one of a list beside, says nothing of the dates between. In order
 * is the longest sequence of rows of which none is newer than the one before it; where several are as long, the one that ends
 * with the newest date, which claims the least. The oldest come first only where that is plain: the dates rise at least twice
 * more often than they fall.
 */
public final class RowOrder {

    /** A pinned row or two before rows of one day rise as well. */
    private static final int PLAIN = 2;

    /** Fewer rows, and fewer days, show no order. */
    private static final int FEWEST_ROWS = 5;

    private static final int FEWEST_DAYS = 3;

    private RowOrder() {}

    /**
     * True where rows cannot follow on those before them: those stand newest first, but for one in five, and one of these is
     * newer than all of them.
     */
    static boolean isBroken(List<LocalDate> before, List<LocalDate> page) {
        if (before.size() < FEWEST_ROWS || page.isEmpty()) {
            return false;
        }
        boolean isNewestFirst = falling(before, false).size() * 5 >= before.size() * 4
                && falling(before, true).size() >= FEWEST_DAYS;
        return isNewestFirst && Collections.max(page).isAfter(Collections.max(before));
    }

    /** The date that the rows reach back to; empty without a date. */
    public static Optional<LocalDate> reach(List<LocalDate> dates) {
        List<LocalDate> reversed = new ArrayList<>(dates);
        Collections.reverse(reversed);
        boolean isOldestFirst =
                falling(reversed, true).size() >= falling(dates, true).size() + PLAIN;
        List<LocalDate> ends = falling(isOldestFirst ? reversed : dates, false);
        return ends.isEmpty() ? Optional.empty() : Optional.of(ends.get(ends.size() - 1));
    }

    /**
     * For each length the newest date that a sequence of falling dates of that length ends with, the shortest first.
     *
     * @param isStrict false where a date may follow on itself
     */
    private static List<LocalDate> falling(List<LocalDate> dates, boolean isStrict) {
        List<LocalDate> ends = new ArrayList<>();
        for (LocalDate date : dates) {
            int low = 0;
            int high = ends.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                boolean follows = isStrict ? date.isBefore(ends.get(middle)) : !date.isAfter(ends.get(middle));
                low = follows ? middle + 1 : low;
                high = follows ? high : middle;
            }
            if (low == ends.size()) {
                ends.add(date);
            } else {
                ends.set(low, date);
            }
        }
        return ends;
    }
}
