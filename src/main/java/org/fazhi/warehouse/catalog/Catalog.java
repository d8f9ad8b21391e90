package org.fazhi.warehouse.catalog;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fazhi.harvest.fetch.FetchState;
import org.fazhi.reading.reason.Reason;
import org.fazhi.warehouse.store.SqlFile;
import org.fazhi.warehouse.store.WarehouseFiles;
import org.fazhi.warehouse.store.WorkingFile;

/**
 * Writes {@code warehouse/CATALOG.md} from the comments that stand on tables, views and columns, and from the words of states
 * and reasons.
 */
final class Catalog {

    private static final String TABLES = """
            SELECT table_name AS name, comment FROM duckdb_tables() WHERE database_name = current_database() AND NOT internal
            UNION ALL
            SELECT view_name, comment FROM duckdb_views() WHERE database_name = current_database() AND NOT internal
            ORDER BY (name NOT LIKE 'mart%'), name""";

    private static final String COLUMNS = """
            SELECT table_name, column_name, data_type, is_nullable, comment
            FROM duckdb_columns()
            WHERE database_name = current_database() AND NOT internal
            ORDER BY table_name, column_index""";

    private Catalog() {}

    /** @param file a build, opened; holds every table */
    static String of(WorkingFile file, WarehouseFiles files) throws SQLException {
        Map<String, String> grains = new LinkedHashMap<>();
        for (String folder : List.of("schema", "marts")) {
            for (SqlFile script : files.sql(folder)) {
                grains.put(script.name().replaceFirst("^[0-9]+_", ""), script.require("grain"));
            }
        }
        List<List<String>> columns = file.rows(COLUMNS, Integer.MAX_VALUE);
        StringBuilder text = new StringBuilder();
        text.append("# Catalog\n\n");
        text.append(
                "Written by a test from the comments in `schema/` and `marts/` and from the program's words; do not edit. ");
        text.append("Readers use the marts; their names and columns are a contract. ");
        text.append("Times are UTC; spans count code points, from 0, the end left out.\n");
        for (List<String> table : file.rows(TABLES, Integer.MAX_VALUE)) {
            String name = table.get(0);
            text.append("\n## ")
                    .append(name)
                    .append("\n\n")
                    .append(table.get(1))
                    .append(".\n\n");
            text.append("Grain: ").append(grains.getOrDefault(name, "")).append("\n\n");
            text.append("| column | type | meaning |\n|---|---|---|\n");
            for (List<String> column : columns) {
                if (column.get(0).equals(name)) {
                    text.append("| ").append(column.get(1)).append(" | ").append(column.get(2));
                    text.append(" | ").append(column.get(4)).append(" |\n");
                }
            }
        }
        words(text);
        return text.toString();
    }

    private static void words(StringBuilder text) {
        text.append("\n## States and reasons\n\n");
        text.append(
                "The words in which the program says how a fetch ended and why something that was read is kept back.\n\n");
        text.append("| code | where | meaning | what to do |\n|---|---|---|---|\n");
        for (FetchState state : FetchState.values()) {
            String where = state == FetchState.PENDING ? "fact_link" : "fact_fetch, fact_link";
            word(text, state.code(), where, state.meaning(), state.remedy());
        }
        for (Reason reason : Reason.values()) {
            word(text, reason.code(), reason.scope().place(), reason.meaning(), reason.remedy());
        }
    }

    private static void word(StringBuilder text, String code, String where, String meaning, String remedy) {
        text.append("| `").append(code).append("` | ").append(where);
        text.append(" | ").append(meaning).append(" | ").append(remedy).append(" |\n");
    }
}
