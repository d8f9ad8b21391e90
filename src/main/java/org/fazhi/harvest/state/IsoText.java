package org.fazhi.harvest.state;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Instants and dates as the state keeps them: text by ISO 8601, instants in UTC to the microsecond, always as long, so that
 * text is ordered as time is, whatever database holds it.
 */
final class IsoText {

    private static final DateTimeFormatter MICROSECONDS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private IsoText() {}

    static String text(Instant instant) {
        return MICROSECONDS.format(instant);
    }

    static @Nullable String text(Optional<LocalDate> date) {
        return date.map(LocalDate::toString).orElse(null);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return Instant.parse(row.getString(column));
    }

    /** Empty where the column is NULL. */
    static Optional<LocalDate> date(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).map(LocalDate::parse);
    }
}
