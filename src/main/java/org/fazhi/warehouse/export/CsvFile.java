package org.fazhi.warehouse.export;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.fazhi.warehouse.store.WorkingFile;

/**
 * Writes a query as CSV (RFC 4180, UTF-8 with a byte order mark) that a spreadsheet can open without harm: a text that it
 * would take for a formula is given an apostrophe in front. What stands on a web page may have been written for that.
 * Decimals print exactly, without zeros at their end.
 */
final class CsvFile {

    /** First characters of a formula, after OWASP's "CSV Injection"; spreadsheets fold the full-width ones. */
    private static final String FORMULA = "^[=+\\-@\\t\\r\\n＝＋－＠]";

    /** A type whose values all print with a point. */
    private static final Pattern FRACTION = Pattern.compile("DECIMAL\\(\\d+,[1-9]\\d*\\)");

    private CsvFile() {}

    /** @param select its column names are letters, digits, dots and underscores */
    static void write(WorkingFile file, String select, Path place) throws SQLException {
        List<String> cells = new ArrayList<>();
        file.each("DESCRIBE " + select, column -> {
            String name = "\"" + column.get(0) + "\"";
            String cell = cell(name, column.get(1));
            // DuckDB writes no byte order mark; as part of the first name it is the file's first character.
            cells.add(cell + " AS \"" + (cells.isEmpty() ? "\ufeff" : "") + column.get(0) + "\"");
        });
        file.execute("COPY (SELECT " + String.join(", ", cells) + " FROM (" + select + ")) TO "
                + WorkingFile.literal(place) + " (FORMAT csv, HEADER true)");
    }

    private static String cell(String name, String type) {
        if (type.equals("VARCHAR")) {
            return withoutFormula(name);
        }
        return FRACTION.matcher(type).matches() ? withoutZeros(name) : name;
    }

    /** 79.000000 is 79: a decimal always prints its point, so that no digit before it is lost. */
    static String withoutZeros(String column) {
        return "rtrim(rtrim(" + column + "::VARCHAR, '0'), '.')";
    }

    private static String withoutFormula(String column) {
        return "CASE WHEN regexp_matches(" + column + ", '" + FORMULA + "') THEN '''' || " + column + " ELSE " + column
                + " END";
    }
}
