package org.fazhi.warehouse.audit;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fazhi.warehouse.store.SqlFile;
import org.fazhi.warehouse.store.WarehouseException;

/**
 * A bound in the head of an audit, such as {@code -- error_if: lost_share > 0.05}. A row whose column lies beyond it fails;
 * a row in which the column is NULL does not. With {@code row_count} in place of a column, all rows fail where there are
 * as many.
 *
 * @param key the head line: {@code warn_if} or {@code error_if}
 * @param operator {@code >} or {@code >=}
 */
record Threshold(String key, String column, String operator, BigDecimal bound) {

    static final String WARN_IF = "warn_if";
    static final String ERROR_IF = "error_if";

    /** Stands for the number of rows. */
    static final String ROW_COUNT = "row_count";

    private static final Pattern FORM =
            Pattern.compile("(?<column>[a-z][a-z0-9_]{0,62}) (?<operator>>=?) (?<bound>\\d{1,12}(?:\\.\\d{1,6})?)");

    /**
     * The bound of a head line, where the audit has one.
     *
     * @throws WarehouseException where it is not of the form
     */
    static Optional<Threshold> of(SqlFile audit, String key) {
        return audit.head(key).map(value -> {
            Matcher form = FORM.matcher(value);
            if (!form.matches()) {
                throw fault(audit, key, "expected COLUMN > NUMBER or COLUMN >= NUMBER", value);
            }
            return new Threshold(
                    key, form.group("column"), form.group("operator"), new BigDecimal(form.group("bound")));
        });
    }

    /** A fault in a head line. */
    static WarehouseException fault(SqlFile audit, String key, String expected, String got) {
        return new WarehouseException(
                "warehouse/" + audit.path() + ":" + audit.line(key) + ": " + key + ": " + expected + ", got " + got);
    }

    boolean isOfRows() {
        return column.equals(ROW_COUNT);
    }

    /** True where this many rows lie beyond it. */
    boolean isPassedBy(long rows) {
        int order = BigDecimal.valueOf(rows).compareTo(bound);
        return operator.equals(">") ? order > 0 : order >= 0;
    }

    /** The condition of a row that fails, in SQL. */
    String condition() {
        // As a double, as shares are: 1 of 20 is not more than 0.05.
        return "\"" + column + "\" " + operator + " " + bound.toPlainString() + "::DOUBLE";
    }

    /** @throws WarehouseException where the column is not among those of the audit */
    void require(SqlFile audit, List<String> columns) {
        if (!isOfRows() && !columns.contains(column)) {
            throw fault(audit, key, "expected " + ROW_COUNT + " or one of " + columns, column);
        }
    }

    /** @throws WarehouseException where an error would be said before the warning */
    void requireBefore(Threshold error, SqlFile audit) {
        if (!column.equals(error.column)) {
            return;
        }
        if (!operator.equals(error.operator) || error.bound.compareTo(bound) <= 0) {
            throw fault(
                    audit,
                    ERROR_IF,
                    "expected a bound beyond that of " + WARN_IF + ", " + column + " " + operator + " "
                            + bound.toPlainString(),
                    error.column + " " + error.operator + " " + error.bound.toPlainString());
        }
    }
}
