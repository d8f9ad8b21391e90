package org.fazhi.warehouse.store;

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
public final class TableWriter implements AutoCloseable {

    /** Digits after the point of every value column; DuckDB's appender wants a BigDecimal of just that scale. */
    public static final int VALUE_SCALE = 6;

    private static final int VALUE_PRECISION = 24;

    private final DuckDBAppender appender;
    private long rows;

    public TableWriter(DuckDBConnection connection, String table) throws SQLException {
        appender = connection.createAppender(WorkingFile.CATALOG, "main", table);
    }

    public TableWriter row() throws SQLException {
        appender.beginRow();
        return this;
    }

    public void end() throws SQLException {
        appender.endRow();
        rows++;
    }

    public long rows() {
        return rows;
    }

    public TableWriter text(String value) throws SQLException {
        appender.append(value);
        return this;
    }

    public TableWriter text(Optional<String> value) throws SQLException {
        if (value.isPresent()) {
            return text(value.get());
        }
        appender.appendNull();
        return this;
    }

    public TableWriter integer(int value) throws SQLException {
        appender.append(value);
        return this;
    }

    public TableWriter integer(OptionalInt value) throws SQLException {
        if (value.isPresent()) {
            return integer(value.getAsInt());
        }
        appender.appendNull();
        return this;
    }

    public TableWriter bigint(long value) throws SQLException {
        appender.append(value);
        return this;
    }

    public TableWriter number(double value) throws SQLException {
        appender.append(value);
        return this;
    }

    public TableWriter flag(boolean value) throws SQLException {
        appender.append(value);
        return this;
    }

    public TableWriter value(BigDecimal value) throws SQLException {
        appender.append(value.setScale(VALUE_SCALE));
        return this;
    }

    public TableWriter value(Optional<BigDecimal> value) throws SQLException {
        if (value.isPresent()) {
            return value(value.get());
        }
        appender.appendNull();
        return this;
    }

    /** True where a value column can hold the number exactly. */
    public static boolean fits(BigDecimal value) {
        boolean isPlain = value.scale() >= 0 && value.scale() <= VALUE_SCALE;
        if (isPlain && value.precision() - value.scale() <= VALUE_PRECISION - VALUE_SCALE) {
            return true;
        }
        BigDecimal plain = value.stripTrailingZeros();
        return plain.scale() <= VALUE_SCALE && plain.precision() - plain.scale() <= VALUE_PRECISION - VALUE_SCALE;
    }

    public TableWriter date(LocalDate value) throws SQLException {
        appender.appendEpochDays(Math.toIntExact(value.toEpochDay()));
        return this;
    }

    public TableWriter date(Optional<LocalDate> value) throws SQLException {
        if (value.isPresent()) {
            return date(value.get());
        }
        appender.appendNull();
        return this;
    }

    public TableWriter instant(Instant value) throws SQLException {
        appender.appendEpochMicros(micros(value));
        return this;
    }

    public static long micros(Instant value) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, value);
    }

    public TableWriter texts(Collection<String> values) throws SQLException {
        appender.append(values);
        return this;
    }

    public TableWriter nothing() throws SQLException {
        appender.appendNull();
        return this;
    }

    /** Hands all rows to the transaction; throws what the table refuses. */
    public void flush() throws SQLException {
        appender.flush();
    }

    @Override
    public void close() throws SQLException {
        appender.close();
    }
}
