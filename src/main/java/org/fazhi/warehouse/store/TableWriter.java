package org.fazhi.warehouse.store;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.StringJoiner;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.fazhi.text.BoundedText;
import org.jspecify.annotations.Nullable;

/**
 * Appends rows to one table, each value under its column's name as the DDL gives it. A column that a row does not name is
 * NULL; where the DDL forbids that, or knows no such column, {@link #end} or the setter says so. {@link #flush} must be
 * called before {@link #close}: DuckDB's appender swallows every error of its own close.
 */
public final class TableWriter implements AutoCloseable {

    /** Digits after the point of every value column; DuckDB's appender wants a BigDecimal of just that scale. */
    public static final int VALUE_SCALE = 6;

    private static final int VALUE_PRECISION = 24;

    /** Years of four digits, as ISO 8601 writes them without agreement; SQL over them cannot overflow. */
    private static final int FIRST_YEAR = 0;

    private static final int LAST_YEAR = 9999;

    private static final Instant FIRST_INSTANT = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LAST_INSTANT = Instant.parse("9999-12-31T23:59:59Z");

    private static final long MICROS_OF_SECOND = 1_000_000;
    private static final int NANOS_OF_MICRO = 1_000;

    private static final String COLUMNS = "SELECT column_name, is_nullable FROM duckdb_columns()"
            + " WHERE database_name = ? AND schema_name = 'main' AND table_name = ? ORDER BY column_index";

    private final String table;
    private final List<String> columns = new ArrayList<>();
    private final List<Boolean> isNullable = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final @Nullable Object[] values;
    private final DuckDBAppender appender;
    private long rows;

    public TableWriter(DuckDBConnection connection, String table) throws SQLException {
        this.table = table;
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
            statement.setString(1, WorkingFile.CATALOG);
            statement.setString(2, table);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    places.put(row.getString(1), columns.size());
                    columns.add(row.getString(1));
                    isNullable.add(row.getBoolean(2));
                }
            }
        }
        if (columns.isEmpty()) {
            throw new WarehouseException(table + ": expected a table of the schema, got none of that name");
        }
        values = new Object[columns.size()];
        appender = connection.createAppender(WorkingFile.CATALOG, "main", table);
    }

    /** Starts a row anew, all columns NULL. */
    public TableWriter row() {
        Arrays.fill(values, null);
        return this;
    }

    /** Appends the row. */
    public void end() throws SQLException {
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null && !isNullable.get(i)) {
                throw new UnfitValue(table + "." + columns.get(i) + ": expected a value, got none");
            }
            // A row that broke off in the middle would spoil those behind it.
            refuseUnfit(i);
        }
        appender.beginRow();
        for (Object value : values) {
            append(value);
        }
        appender.endRow();
        rows++;
    }

    private void refuseUnfit(int column) {
        Object value = values[column];
        boolean isUnfit = value instanceof LocalDate date && isOutside(date.getYear())
                || value instanceof Instant instant
                        && (instant.isBefore(FIRST_INSTANT) || instant.isAfter(LAST_INSTANT));
        if (isUnfit) {
            throw new UnfitValue(
                    table + "." + columns.get(column) + ": expected a value that the column holds, got " + value);
        }
    }

    private static boolean isOutside(int year) {
        return year < FIRST_YEAR || year > LAST_YEAR;
    }

    private void append(@Nullable Object value) throws SQLException {
        if (value == null) {
            appender.appendNull();
        } else if (value instanceof String text) {
            appender.append(text);
        } else if (value instanceof Integer number) {
            appender.append(number.intValue());
        } else if (value instanceof Long number) {
            appender.append(number.longValue());
        } else if (value instanceof BigDecimal number) {
            appender.append(number);
        } else if (value instanceof Double number) {
            appender.append(number.doubleValue());
        } else if (value instanceof Boolean flag) {
            appender.append(flag.booleanValue());
        } else if (value instanceof LocalDate date) {
            appender.appendEpochDays(Math.toIntExact(date.toEpochDay()));
        } else if (value instanceof Instant instant) {
            appender.appendEpochMicros(micros(instant));
        } else if (value instanceof Collection<?> texts) {
            appender.append(texts);
        } else {
            throw new IllegalArgumentException(
                    table + ": expected a value that a column holds, got " + value.getClass());
        }
    }

    /** Rows appended so far. */
    public long rows() {
        return rows;
    }

    /** Halves of characters and NUL, which the database does not take, become U+FFFD. */
    public TableWriter text(String column, String value) {
        return put(column, BoundedText.of(value, Integer.MAX_VALUE));
    }

    public TableWriter text(String column, Optional<String> value) {
        return put(
                column,
                value.map(text -> BoundedText.of(text, Integer.MAX_VALUE)).orElse(null));
    }

    public TableWriter integer(String column, int value) {
        return put(column, value);
    }

    public TableWriter integer(String column, OptionalInt value) {
        return put(column, value.isPresent() ? value.getAsInt() : null);
    }

    public TableWriter bigint(String column, long value) {
        return put(column, value);
    }

    public TableWriter number(String column, double value) {
        return put(column, value);
    }

    public TableWriter flag(String column, boolean value) {
        return put(column, value);
    }

    public TableWriter value(String column, BigDecimal value) {
        return put(column, scaled(value));
    }

    public TableWriter value(String column, Optional<BigDecimal> value) {
        return put(column, value.map(TableWriter::scaled).orElse(null));
    }

    private static BigDecimal scaled(BigDecimal value) {
        if (!fits(value)) {
            throw new UnfitValue("expected a number of at most " + (VALUE_PRECISION - VALUE_SCALE) + " digits and "
                    + VALUE_SCALE + " behind the point, got " + value);
        }
        return value.setScale(VALUE_SCALE);
    }

    public TableWriter date(String column, LocalDate value) {
        return put(column, value);
    }

    public TableWriter date(String column, Optional<LocalDate> value) {
        return put(column, value.orElse(null));
    }

    public TableWriter instant(String column, Instant value) {
        return put(column, value);
    }

    public TableWriter instant(String column, Optional<Instant> value) {
        return put(column, value.orElse(null));
    }

    public TableWriter texts(String column, Collection<String> values) {
        return put(column, values);
    }

    private TableWriter put(String column, @Nullable Object value) {
        Integer place = places.get(column);
        if (place == null) {
            StringJoiner known = new StringJoiner(", ");
            columns.forEach(known::add);
            throw new WarehouseException(table + ": expected one of the columns " + known + ", got " + column);
        }
        values[place] = value;
        return this;
    }

    /** Microseconds since 1970-01-01 UTC, as DuckDB's TIMESTAMP counts. */
    public static long micros(Instant value) {
        // ChronoUnit.MICROS.between counts nanoseconds first, which end in the year 2262.
        return Math.addExact(
                Math.multiplyExact(value.getEpochSecond(), MICROS_OF_SECOND), value.getNano() / NANOS_OF_MICRO);
    }

    /** The instant that a column holds which is nearest to one of any year. */
    public static Instant nearest(Instant value) {
        return value.isBefore(FIRST_INSTANT) ? FIRST_INSTANT : value.isAfter(LAST_INSTANT) ? LAST_INSTANT : value;
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

    /** Hands all rows to the transaction; throws what the table refuses. */
    public void flush() throws SQLException {
        appender.flush();
    }

    @Override
    public void close() throws SQLException {
        appender.close();
    }
}
