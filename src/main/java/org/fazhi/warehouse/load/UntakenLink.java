package org.fazhi.warehouse.load;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A row of a listing that discovery does not hold to be a report, though by its title it may be one; a row of
 * {@code fact_untaken_link}.
 *
 * @param title as the listing prints it; empty where it prints none
 * @param reportYear the year its title names, where it names one
 * @param reason why it was not taken
 */
public record UntakenLink(
        String sourceId,
        String url,
        String title,
        OptionalInt reportYear,
        Optional<LocalDate> listedOn,
        String reason) {

    /** All that coverage is made of. */
    public String fingerprint() {
        return String.join("\t", sourceId, url, title, reportYear.toString(), listedOn.toString(), reason);
    }
}
