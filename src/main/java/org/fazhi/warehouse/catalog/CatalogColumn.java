package org.fazhi.warehouse.catalog;

import java.util.List;
import java.util.Optional;

/**
 * A column of a table or mart, as its comment describes it.
 *
 * @param table table or mart it stands in
 * @param ordinal its place, from 1
 * @param type in DuckDB, such as {@code DECIMAL(24,6)}
 * @param isNullable false only where the DDL forbids NULL; every column of a view may be NULL
 * @param meaning the comment without unit and warnings
 * @param unit of its values, such as {@code percent}; {@code column:NAME} where it stands in another column of the row;
 *     empty where the comment states none
 * @param warnings codes of {@link UsageWarnings}
 */
public record CatalogColumn(
        String table,
        int ordinal,
        String column,
        String type,
        boolean isNullable,
        String meaning,
        Optional<String> unit,
        List<String> warnings) {

    /** Whether a reader may be tempted to count with it. */
    boolean isNumeric() {
        return type.startsWith("DECIMAL")
                || List.of("DOUBLE", "INTEGER", "BIGINT", "HUGEINT").contains(type);
    }
}
