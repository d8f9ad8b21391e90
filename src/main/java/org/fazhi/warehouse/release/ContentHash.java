package org.fazhi.warehouse.release;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.fazhi.text.Digest;
import org.fazhi.warehouse.store.WorkingFile;

/**
 * A hash over what readers see: the rows of the marts as a set, whatever their order on disk. Two releases of one archive
 * and one code have the same hash, on any machine and in any order of arrival. Left out are the columns that say when
 * something was fetched, and {@code mart_change}, which speaks of two releases.
 *
 * <p>Of every row the MD5 is taken, and the MD5s are summed in two halves of 64 bits, which needs no sorting and no
 * memory. That finds every honest difference; it is no signature.
 */
final class ContentHash {

    private static final Set<String> TIMES =
            Set.of("fetched_at", "first_seen_at", "listing_walked_at", "last_tried_at");

    /** Long texts go in by their own digest, which keeps the row that is hashed short. */
    private static final Set<String> LONG_TEXTS = Set.of("text", "repaired_text");

    /** Its texts are stretches of those of mart_document. */
    private static final String SECTIONS = "mart_section";

    private static final String CHANGES = "mart_change";

    private static final String REVIEWS = "fact_review";

    /** Where an entry stands says nothing of what holds. */
    private static final Set<String> PLACES = Set.of("file", "line");

    private ContentHash() {}

    static String of(WorkingFile file, SortedMap<String, Long> marts) throws SQLException {
        StringBuilder lines = new StringBuilder();
        for (String mart : marts.keySet()) {
            if (!mart.equals(CHANGES)) {
                lines.append(mart).append(' ').append(mart(file, mart)).append('\n');
            }
        }
        // What became of a review is no mart, yet a finding must not be lost because the marts are the same.
        if (file.count("SELECT count(*) FROM " + REVIEWS) > 0) {
            lines.append(REVIEWS).append(' ').append(mart(file, REVIEWS)).append('\n');
        }
        return Digest.of(lines.toString()).hex();
    }

    private static String mart(WorkingFile file, String mart) throws SQLException {
        List<String> columns = file.columns(mart).stream()
                .filter(column -> !TIMES.contains(column))
                .filter(column -> !(mart.equals(REVIEWS) && PLACES.contains(column)))
                .filter(column -> !(mart.equals(SECTIONS) && LONG_TEXTS.contains(column)))
                .toList();
        // The unit separator parts the cells, and NULL is told from the empty text.
        String cells = String.join(
                ", ",
                columns.stream()
                        .map(column -> LONG_TEXTS.contains(column) ? "md5(\"" + column + "\")" : "\"" + column + "\"")
                        .map(cell -> "coalesce('+' || " + cell + "::VARCHAR, '-')")
                        .toList());
        String halves = "SELECT count(*), coalesce(sum(md5_number_upper(cells)::HUGEINT), 0),"
                + " coalesce(sum(md5_number_lower(cells)::HUGEINT), 0)"
                + " FROM (SELECT concat_ws(chr(31), " + cells + ") AS cells FROM " + mart + ")";
        return columns + " " + file.rows(halves, 1);
    }
}
