package org.fazhi.warehouse.catalog;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fazhi.harvest.discovery.Verdict;
import org.fazhi.harvest.fetch.FetchState;
import org.fazhi.harvest.state.WalkEnd;
import org.fazhi.reading.reason.Reason;
import org.fazhi.text.ExplainedWord;
import org.fazhi.warehouse.store.SqlFile;
import org.fazhi.warehouse.store.WarehouseFiles;
import org.fazhi.warehouse.store.WorkingFile;

/**
 * Writes {@code warehouse/CATALOG.md} from the comments that stand on tables, views and columns, and from the words of states
 * and reasons.
 */
final class Catalog {

    /** Where the reasons stand for which a row is not taken. */
    private static final String REJECTED = "`sources`, fact_untaken_link.reason";

    private Catalog() {}

    /** @param file a build, opened; holds every table */
    static String of(WorkingFile file, WarehouseFiles files) throws SQLException {
        Map<String, String> grains = new LinkedHashMap<>();
        for (String folder : List.of("schema", "marts")) {
            for (SqlFile script : files.sql(folder)) {
                grains.put(script.name().replaceFirst("^[0-9]+_", ""), script.require("grain"));
            }
        }
        List<CatalogColumn> columns = CatalogColumns.of(file, files);
        StringBuilder text = new StringBuilder();
        text.append("# Catalog\n\n");
        text.append(
                "Written by a test from the comments in `schema/` and `marts/` and from the program's words; do not edit. ");
        text.append("Readers use the marts; their names and columns are a contract. ");
        text.append("Times are UTC; spans count code points, from 0, the end left out.\n");
        appendWarnings(text, UsageWarnings.of(files));
        for (CatalogTable table : CatalogColumns.tables(file, files)) {
            text.append("\n## ").append(table.name()).append("\n\n");
            text.append(table.meaning()).append(".\n\n");
            text.append("Grain: ").append(grains.getOrDefault(table.name(), "")).append("\n\n");
            if (!table.warnings().isEmpty()) {
                text.append("Warnings: ")
                        .append(String.join(", ", table.warnings()))
                        .append(".\n\n");
            }
            text.append("| column | type | unit | meaning | warnings |\n|---|---|---|---|---|\n");
            for (CatalogColumn column : columns) {
                if (column.table().equals(table.name())) {
                    appendColumn(text, column);
                }
            }
        }
        words(text);
        return text.toString();
    }

    private static void words(StringBuilder text) {
        text.append("\n## States and reasons\n\n");
        text.append(
                "The words in which the program says how a fetch or a walk through a listing ended, what is known of a report that is due, why"
                        + " a row is not taken, and why something that was read is kept back.\n\n");
        text.append("| code | where | meaning | what to do |\n|---|---|---|---|\n");
        for (FetchState state : FetchState.values()) {
            String where = state == FetchState.PENDING ? "fact_link" : "fact_fetch, fact_link";
            word(text, state, where);
        }
        for (WalkEnd end : WalkEnd.values()) {
            word(text, end, "fact_listing, unseen_reason");
        }
        for (CoverageWord word : CoverageWord.values()) {
            word(text, word, word.place());
        }
        for (Verdict.Reason reason : Verdict.Reason.values()) {
            word(text, reason, REJECTED);
        }
        for (Reason reason : Reason.values()) {
            word(text, reason, reason.scope().place());
        }
    }

    private static void word(StringBuilder text, ExplainedWord word, String where) {
        text.append("| `").append(word.code()).append("` | ").append(where);
        text.append(" | ")
                .append(word.meaning())
                .append(" | ")
                .append(word.remedy())
                .append(" |\n");
    }

    private static void appendWarnings(StringBuilder text, UsageWarnings warnings) {
        text.append("\n## Usage warnings\n\n");
        text.append("What to know before a column is used. The file holds the same in `usage_warning` and, column by ");
        text.append("column, in `catalog_usage_warning`.\n\n");
        text.append("| warning | what can go wrong | what to do |\n|---|---|---|\n");
        for (UsageWarning warning : warnings.all()) {
            appendCells(text, List.of(warning.code(), warning.meaning(), warning.remedy()));
        }
    }

    private static void appendColumn(StringBuilder text, CatalogColumn column) {
        appendCells(
                text,
                List.of(
                        column.column(),
                        column.type(),
                        column.unit().orElse(""),
                        column.meaning(),
                        String.join(", ", column.warnings())));
    }

    private static void appendCells(StringBuilder text, List<String> cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
