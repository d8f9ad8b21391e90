package org.fazhi.warehouse.descriptor;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fazhi.warehouse.catalog.CatalogColumn;
import org.fazhi.warehouse.catalog.CatalogColumns;
import org.fazhi.warehouse.catalog.CatalogTable;
import org.fazhi.warehouse.store.WarehouseFiles;
import org.fazhi.warehouse.store.WorkingFile;

/**
 * Reads what readers get of a built file: the marts, the dimensions, and the tables that explain them. Facts and texts are
 * no part of it; the marts hold them.
 */
public final class PackagedTables {

    private static final Pattern PACKAGED =
            Pattern.compile("(mart|dim|catalog)_[a-z_]+|release|due_rule|usage_warning|audit_finding");

    private final WorkingFile file;
    private final WarehouseFiles files;
    private final TableKeys keys;

    public PackagedTables(WorkingFile file, WarehouseFiles files) {
        this.file = file;
        this.files = files;
        this.keys = TableKeys.of(files);
    }

    /** All of them by name, without their Parquet files. */
    public List<PackagedTable> read() throws SQLException {
        List<CatalogColumn> columns = CatalogColumns.of(file, files);
        List<PackagedTable> tables = new ArrayList<>();
        for (CatalogTable table : CatalogColumns.tables(file, files)) {
            if (PACKAGED.matcher(table.name()).matches()) {
                Optional<List<String>> key = keys.key(table.name());
                tables.add(new PackagedTable(
                        table.name(),
                        table.meaning(),
                        table.warnings(),
                        columns(table.name(), columns, key.orElse(List.of())),
                        key,
                        keys.references(table.name()),
                        file.count("SELECT count(*) FROM " + table.name()),
                        List.of()));
            }
        }
        tables.sort(Comparator.comparing(PackagedTable::name));
        return tables;
    }

    private static List<PackagedColumn> columns(String table, List<CatalogColumn> all, List<String> key) {
        return all.stream()
                .filter(column -> column.table().equals(table))
                .map(column -> new PackagedColumn(
                        column.column(),
                        column.type(),
                        !column.isNullable() || key.contains(column.column()),
                        column.meaning(),
                        column.unit(),
                        column.warnings()))
                .toList();
    }
}
