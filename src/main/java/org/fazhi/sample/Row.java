package org.fazhi.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A row of a table among the resources.
 *
 * @param where file and line, for messages
 * @param cells by column
 */
record Row(String where, Map<String, String> cells) {

    /** The rows of a table with a header; no quoting, and a cell for every column, else an error names file and line. */
    static List<Row> all(String resource, String separator) {
        String[] lines = Resource.text(resource).split("\n");
        String[] columns = lines[0].split(separator, -1);
        List<Row> rows = new ArrayList<>();
        for (int line = 1; line < lines.length; line++) {
            String where = resource + ":" + (line + 1);
            String[] cells = lines[line].split(separator, -1);
            if (cells.length != columns.length) {
                throw new IllegalArgumentException(
                        where + ": expected " + columns.length + " cells, got " + cells.length);
            }
            Map<String, String> byColumn = new LinkedHashMap<>();
            for (int i = 0; i < columns.length; i++) {
                byColumn.put(columns[i], cells[i]);
            }
            rows.add(new Row(where, byColumn));
        }
        return rows;
    }

    String cell(String column) {
        return Optional.ofNullable(cells.get(column))
                .orElseThrow(() -> error("a column " + column, cells.keySet().toString()));
    }

    /** Empty where the cell is. */
    Optional<String> filled(String column) {
        return Optional.of(cell(column)).filter(value -> !value.isEmpty());
    }

    int number(String column) {
        return Integer.parseInt(cell(column));
    }

    IllegalArgumentException error(String expected, String got) {
        return new IllegalArgumentException(where + ": expected " + expected + ", got " + got);
    }
}
