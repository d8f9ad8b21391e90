package org.fazhi.warehouse.catalog;

import java.sql.SQLException;
import java.util.List;
import org.fazhi.warehouse.store.TableWriter;
import org.fazhi.warehouse.store.WarehouseFiles;
import org.fazhi.warehouse.store.WorkingFile;

/**
 * Writes what the comments of a build say into its own tables {@code usage_warning}, {@code catalog_column} and
 * {@code catalog_usage_warning}, for whoever reads the file with SQL.
 */
public final class CatalogWriter {

    private static final String WHOLE = "*";

    private final WorkingFile file;
    private final WarehouseFiles files;

    /** @param file a build that holds every table and mart */
    public CatalogWriter(WorkingFile file, WarehouseFiles files) {
        this.file = file;
        this.files = files;
    }

    public void write() throws SQLException {
        List<CatalogColumn> columns = CatalogColumns.of(file, files);
        writeVocabulary();
        writeColumns(columns);
        try (TableWriter writer = new TableWriter(file.connection(), "catalog_usage_warning")) {
            for (CatalogTable table : CatalogColumns.tables(file, files)) {
                writeWarnings(writer, table.name(), WHOLE, table.warnings());
            }
            for (CatalogColumn column : columns) {
                writeWarnings(writer, column.table(), column.column(), column.warnings());
            }
            writer.flush();
        }
    }

    private void writeVocabulary() throws SQLException {
        try (TableWriter writer = new TableWriter(file.connection(), "usage_warning")) {
            for (UsageWarning warning : UsageWarnings.of(files).all()) {
                writer.row()
                        .text("warning_code", warning.code())
                        .text("meaning", warning.meaning())
                        .text("remedy", warning.remedy())
                        .end();
            }
            writer.flush();
        }
    }

    private void writeColumns(List<CatalogColumn> columns) throws SQLException {
        try (TableWriter writer = new TableWriter(file.connection(), "catalog_column")) {
            for (CatalogColumn column : columns) {
                writer.row()
                        .text("table_name", column.table())
                        .integer("ordinal", column.ordinal())
                        .text("column_name", column.column())
                        .text("data_type", column.type())
                        .text("meaning", column.meaning())
                        .text("unit", column.unit())
                        .end();
            }
            writer.flush();
        }
    }

    private static void writeWarnings(TableWriter writer, String table, String column, List<String> warnings)
            throws SQLException {
        for (String warning : warnings) {
            writer.row()
                    .text("table_name", table)
                    .text("column_name", column)
                    .text("warning_code", warning)
                    .end();
        }
    }
}
