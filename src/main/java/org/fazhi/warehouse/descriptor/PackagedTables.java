package org.fazhi.warehouse.descriptor;

import java.sql.SQLException;
import java.util.ArrayList;
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

    /** All of them, the marts first, without their Parquet files. */
    public List<PackagedTable> read() throws SQLException {
        List<CatalogColumn> columns = CatalogColumns.of(file, files);
        List<PackagedTable> tables = new ArrayList<>();
        for (CatalogTable table : CatalogColumns.tables(file, files)) {
            String name = table.name();
            if (PACKAGED.matcher(name).matches()) {
                Optional<List<String>> key = keys.key(name);
                tables.add(new PackagedTable(
                        name,
                        table.meaning(),
                        table.warnings(),
                        columns.stream()
                                .filter(column -> column.table().equals(name))
                                .map(column -> packaged(column, key.orElse(List.of())))
                                .toList(),
                        key,
                        keys.references(name),
                        file.count("SELECT count(*) FROM " + name),
                        List.of()));
            }
        }
        return tables;
    }

    private static PackagedColumn packaged(CatalogColumn column, List<String> key) {
        return new PackagedColumn(
                column.column(),
                column.type(),
                !column.isNullable() || key.contains(column.column()),
                column.meaning(),
                column.unit(),
                column.warnings());
    }
}
