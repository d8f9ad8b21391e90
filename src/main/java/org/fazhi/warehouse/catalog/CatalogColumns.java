package org.fazhi.warehouse.catalog;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.fazhi.warehouse.store.WarehouseException;
import org.fazhi.warehouse.store.WarehouseFiles;
import org.fazhi.warehouse.store.WorkingFile;

/**
 * Reads what every table, mart and column of a file means from the comments it carries.
 *
 * <p>Every comment is read with the vocabulary of {@code warehouse/usage_warnings.yml}: a code that it does not hold is an
 * error, and so is a column without a comment.
 */
public final class CatalogColumns {

    private static final String TABLES = """
            SELECT table_name AS name, comment FROM duckdb_tables() WHERE database_name = current_database() AND NOT internal
            UNION ALL
            SELECT view_name, comment FROM duckdb_views() WHERE database_name = current_database() AND NOT internal
            ORDER BY (name NOT LIKE 'mart\\_%' ESCAPE '\\'), name""";

    private static final String COLUMNS = """
            SELECT table_name, column_name, data_type, is_nullable, comment, column_index
            FROM duckdb_columns()
            WHERE database_name = current_database() AND NOT internal
            ORDER BY (table_name NOT LIKE 'mart\\_%' ESCAPE '\\'), table_name, column_index""";

    private CatalogColumns() {}

    /**
     * All columns, those of the marts first, by table and place.
     *
     * @param file a build or a release, in use
     * @throws WarehouseException where a column has no comment, or one that is not in the notation
     */
    public static List<CatalogColumn> of(WorkingFile file, WarehouseFiles files) throws SQLException {
        UsageWarnings vocabulary = UsageWarnings.of(files);
        List<CatalogColumn> columns = new ArrayList<>();
        for (List<String> row : file.rows(COLUMNS, Integer.MAX_VALUE)) {
            String where = row.get(0) + "." + row.get(1);
            CatalogComment comment = comment(where, row.get(4), vocabulary);
            columns.add(new CatalogColumn(
                    row.get(0),
                    Integer.parseInt(row.get(5)),
                    row.get(1),
                    row.get(2),
                    Boolean.parseBoolean(row.get(3)),
                    comment.meaning(),
                    comment.unit(),
                    comment.warnings()));
        }
        return columns;
    }

    /**
     * All tables and marts, the marts first, by name.
     *
     * @throws WarehouseException where one has no comment, or one that is not in the notation
     */
    public static List<CatalogTable> tables(WorkingFile file, WarehouseFiles files) throws SQLException {
        UsageWarnings vocabulary = UsageWarnings.of(files);
        List<CatalogTable> tables = new ArrayList<>();
        for (List<String> row : file.rows(TABLES, Integer.MAX_VALUE)) {
            CatalogComment comment = comment(row.get(0), row.get(1), vocabulary);
            tables.add(new CatalogTable(row.get(0), comment.meaning(), comment.warnings()));
        }
        return tables;
    }

    private static CatalogComment comment(String where, String comment, UsageWarnings vocabulary) {
        if (comment.isBlank()) {
            throw new WarehouseException(where + ": expected a COMMENT, got none");
        }
        return CatalogComment.of(where, comment, vocabulary);
    }
}
