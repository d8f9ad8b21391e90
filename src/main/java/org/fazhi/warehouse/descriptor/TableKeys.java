package org.fazhi.warehouse.descriptor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fazhi.warehouse.store.WarehouseException;
import org.fazhi.warehouse.store.WarehouseFiles;

/**
 * Keys and references of tables and marts: {@code warehouse/schema/keys.csv}. A line without {@code to_table} is the key of
 * its table, every other a reference; columns are parted by blanks. The audits {@code duplicate_key} and {@code orphan_row}
 * hold the tables to it, and a test holds the audits to it.
 */
public final class TableKeys {

    private static final String FILE = "schema/keys.csv";

    private static final String HEAD = "table,columns,to_table,to_columns";

    /**
     * Columns whose values stand in another table, or are NULL.
     *
     * @param to the table or mart referred to; may be the table itself
     * @param toColumns as many as columns
     */
    public record Reference(List<String> columns, String to, List<String> toColumns) {}

    private final Map<String, List<String>> keys = new LinkedHashMap<>();
    private final Map<String, List<Reference>> references = new LinkedHashMap<>();

    private TableKeys() {}

    /**
     * Reads the file.
     *
     * @throws WarehouseException {@code file:line: expected …, got …}
     */
    public static TableKeys of(WarehouseFiles files) {
        List<String> lines = files.text(FILE).lines().toList();
        if (lines.isEmpty() || !lines.get(0).equals(HEAD)) {
            throw error(1, HEAD, lines.isEmpty() ? "an empty file" : lines.get(0));
        }
        TableKeys read = new TableKeys();
        for (int i = 1; i < lines.size(); i++) {
            read.add(i + 1, lines.get(i));
        }
        return read;
    }

    private void add(int line, String text) {
        String[] cells = text.split(",", -1);
        if (cells.length != 4 || cells[0].isBlank() || cells[1].isBlank()) {
            throw error(line, HEAD, text);
        }
        List<String> columns = List.of(cells[1].split(" ", -1));
        if (cells[2].isEmpty() && cells[3].isEmpty()) {
            if (keys.put(cells[0], columns) != null) {
                throw error(line, "one key a table", "another of " + cells[0]);
            }
            return;
        }
        List<String> toColumns = List.of(cells[3].split(" ", -1));
        if (cells[2].isEmpty() || toColumns.size() != columns.size()) {
            throw error(line, "a table and as many columns of it as refer to it", text);
        }
        references
                .computeIfAbsent(cells[0], table -> new ArrayList<>())
                .add(new Reference(columns, cells[2], toColumns));
    }

    private static WarehouseException error(int line, String expected, String got) {
        return new WarehouseException("warehouse/" + FILE + ":" + line + ": expected " + expected + ", got " + got);
    }

    /** Every table and mart that has a key. */
    public Set<String> keyed() {
        return keys.keySet();
    }

    /** Every table and mart that refers to another. */
    public Set<String> referring() {
        return references.keySet();
    }

    /** Columns whose values tell the rows of a table apart and are never NULL; empty where there are none. */
    public Optional<List<String>> key(String table) {
        return Optional.ofNullable(keys.get(table));
    }

    public List<Reference> references(String table) {
        return List.copyOf(references.getOrDefault(table, List.of()));
    }
}
