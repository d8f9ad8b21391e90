package org.fazhi.warehouse.load;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One walk through one listing; a row of {@code fact_listing}.
 *
 * @param isLast true for the last walk of the listing
 * @param isWhole true where all was read that the listing has of what is wanted, so that it can prove absence
 * @param end why it ended, as a word such as {@code complete}, {@code blocked} or {@code no_rows}
 * @param beganOn the day it began, where reports fall due
 * @param beganAt when its first page was asked for (UTC)
 * @param endedAt when its last page had come (UTC)
 * @param rows of all pages, each address once
 * @param dated rows with a date
 * @param taken rows held to be reports
 * @param oldest date that the rows reach back to in their order
 * @param settings digest over what the rows were judged by
 */
public record WalkedListing(
        String sourceId,
        String listing,
        boolean isLast,
        boolean isWhole,
        String end,
        LocalDate beganOn,
        Instant beganAt,
        Instant endedAt,
        int pages,
        int rows,
        int dated,
        int taken,
        Optional<LocalDate> oldest,
        Optional<LocalDate> newest,
        String settings) {

    /** All that coverage is made of but the times: the same walk on another night is the same. */
    public String fingerprint() {
        return String.join(
                "\t",
                sourceId,
                listing,
                Boolean.toString(isLast),
                end,
                Integer.toString(pages),
                Integer.toString(rows),
                Integer.toString(dated),
                Integer.toString(taken),
                oldest.toString(),
                newest.toString());
    }
}
