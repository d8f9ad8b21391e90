package org.fazhi.warehouse.release;

import java.sql.SQLException;
import org.fazhi.warehouse.store.WorkingFile;

/**
 * How many reviews a release was made with.
 *
 * @param applied those that fitted; the others are findings
 */
public record ReviewCount(long entries, long applied) {

    /** As in a release of a program that knew none. */
    public static final ReviewCount NONE = new ReviewCount(0, 0);

    static ReviewCount of(WorkingFile file) throws SQLException {
        return new ReviewCount(
                file.count("SELECT count(*) FROM fact_review"),
                file.count("SELECT count(*) FROM fact_review WHERE outcome = 'applied'"));
    }

    /** In words, such as {@code 12 of 14 reviews applied}. */
    public String text() {
        return applied + " of " + entries + " reviews applied";
    }
}
