package org.fazhi.warehouse;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalInt;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * Appends rows to one table, column after column in the order of its DDL. {@link #flush} must be called before
 * {@link #close}: DuckDB's appender swallows every error of its own close.
 */
final class TableWriter implements AutoCloseable {

    /** Digits after the point of every value column; DuckDB's appender wants a BigDecimal of just that scale. */
    static final int VALUE_SCALE = 6;

    private static final int VALUE_PRECISION = 24;

    private final DuckDBAppender appender;
    private long rows;

    TableWriter(DuckDBConnection connection, String table) throws SQLException {
        appender = connection.createAppender(WorkingFile.CATALOG, "main", table);
    }

    TableWriter row() throws SQLException {
        appender.beginRow();
        return this;
    }

    void end() throws SQLException {
        appender.endRow();
        rows++;
    }

    long rows() {
        return rows;
    }

    TableWriter text(String value) throws SQLException {
        appender.append(value);
        return this;
    }

    TableWriter text(Optional<String> value) throws SQLException {
        if (value.isPresent()) {
            return text(value.get());
        }
        appender.appendNull();
        return this;
    }

    TableWriter integer(int value) throws SQLException {
        appender.append(value);
        return this;
    }

    TableWriter integer(OptionalInt value) throws SQLException {
        if (value.isPresent()) {
            return integer(value.getAsInt());
        }
        appender.appendNull();
        return this;
    }

    TableWriter bigint(long value) throws SQLException {
        appender.append(value);
        return this;
    }

    TableWriter number(double value) throws SQLException {
        appender.append(value);
        return this;
    }

    TableWriter flag(boolean value) throws SQLException {
        appender.append(value);
        return this;
    }

    TableWriter value(BigDecimal value) throws SQLException {
        appender.append(value.setScale(VALUE_SCALE));
        return this;
    }

    TableWriter value(Optional<BigDecimal> value) throws SQLException {
        if (value.isPresent()) {
            return value(value.get());
        }
        appender.appendNull();
        return this;
    }

    /** True where a value column can hold the number exactly. */
    static boolean fits(BigDecimal value) {
        boolean isPlain = value.scale() >= 0 && value.scale() <= VALUE_SCALE;
        if (isPlain && value.precision() - value.scale() <= VALUE_PRECISION - VALUE_SCALE) {
            return true;
        }
        BigDecimal plain = value.stripTrailingZeros();
        return plain.scale() <= VALUE_SCALE && plain.precision() - plain.scale() <= VALUE_PRECISION - VALUE_SCALE;
    }

    TableWriter date(LocalDate value) throws SQLException {
        appender.appendEpochDays(Math.toIntExact(value.toEpochDay()));
        return this;
    }

    TableWriter date(Optional<LocalDate> value) throws SQLException {
        if (value.isPresent()) {
            return date(value.get());
        }
        appender.appendNull();
        return this;
    }

    TableWriter instant(Instant value) throws SQLException {
        appender.appendEpochMicros(micros(value));
        return this;
    }

    static long micros(Instant value) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, value);
    }

    TableWriter texts(Collection<String> values) throws SQLException {
        appender.append(values);
        return this;
    }

    TableWriter nothing() throws SQLException {
        appender.appendNull();
        return this;
    }

    /** Hands all rows to the transaction; throws what the table refuses. */
    void flush() throws SQLException {
        appender.flush();
    }

    @Override
    public void close() throws SQLException {
        appender.close();
    }
}
