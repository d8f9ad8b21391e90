package org.fazhi.warehouse.descriptor;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fazhi.warehouse.store.WarehouseFiles;
import org.fazhi.warehouse.store.WorkingFile;

/**
 * Reads what readers get of a built file: the marts, the dimensions, and the tables that explain them. Facts and texts are
 * no part of it; the marts hold them.
 */
public final class PackagedTables {

    private static final String TABLES = """
            SELECT name, comment
            FROM (
                SELECT table_name AS name, comment FROM duckdb_tables() WHERE database_name = current_database() AND NOT internal
                UNION ALL
                SELECT view_name, comment FROM duckdb_views() WHERE database_name = current_database() AND NOT internal
            )
            WHERE regexp_full_match(name, '(mart|dim|catalog)_[a-z_]+|release|due_rule|usage_warning|audit_finding')
            ORDER BY name""";

    private static final String COLUMNS = """
            SELECT column_name, data_type, is_nullable, comment
            FROM duckdb_columns()
            WHERE database_name = current_database() AND table_name = {table}
            ORDER BY column_index""";

    private final WorkingFile file;
    private final TableKeys keys;

    public PackagedTables(WorkingFile file, WarehouseFiles files) {
        this.file = file;
        this.keys = TableKeys.of(files);
    }

    /** All of them by name, without their Parquet files. */
    public List<PackagedTable> read() throws SQLException {
        List<PackagedTable> tables = new ArrayList<>();
        for (List<String> table : file.rows(TABLES, Integer.MAX_VALUE)) {
            String name = table.get(0);
            Optional<List<String>> key = keys.key(name);
            tables.add(new PackagedTable(
                    name,
                    table.get(1),
                    List.of(),
                    columns(name, key.orElse(List.of())),
                    key,
                    keys.references(name),
                    file.count("SELECT count(*) FROM " + name),
                    List.of()));
        }
        return tables;
    }

    private List<PackagedColumn> columns(String table, List<String> key) throws SQLException {
        List<PackagedColumn> columns = new ArrayList<>();
        for (List<String> column :
                file.rows(COLUMNS.replace("{table}", WorkingFile.literal(table)), Integer.MAX_VALUE)) {
            boolean isRequired = column.get(2).equals("false") || key.contains(column.get(0));
            columns.add(new PackagedColumn(
                    column.get(0), column.get(1), isRequired, column.get(3), Optional.empty(), List.of()));
        }
        return columns;
    }
}
