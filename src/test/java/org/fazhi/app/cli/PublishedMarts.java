package org.fazhi.app.cli;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Compares what two homes have published, table by table and row by row. */
final class PublishedMarts {

    private PublishedMarts() {}

    /** Each mart with its rows in the first home and those that only one of the two has; times of fetching left out. */
    record Difference(String mart, long rows, long onlyInFirst, long onlyInSecond) {}

    static List<Difference> compare(Path first, Path second) throws SQLException {
        return compare(first, second, "mart_");
    }

    /** @param prefix of the tables' names; the log of fetches is left out, two nights never have the same */
    static List<Difference> compare(Path first, Path second, String prefix) throws SQLException {
        List<Difference> differences = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            attach(statement, first, "a");
            attach(statement, second, "b");
            for (String mart : strings(
                    statement,
                    "SELECT table_name FROM duckdb_tables() WHERE database_name = 'a' AND table_name <> 'fact_fetch'"
                            + " AND starts_with(table_name, '" + prefix + "')"
                            + " UNION ALL SELECT view_name FROM duckdb_views() WHERE database_name = 'a'"
                            + " AND starts_with(view_name, '" + prefix + "') ORDER BY 1")) {
                String columns = String.join(
                        ", ",
                        strings(
                                statement,
                                "SELECT '\"' || column_name || '\"' FROM duckdb_columns() WHERE database_name = 'a'"
                                        + " AND table_name = '" + mart
                                        + "' AND data_type NOT LIKE 'TIMESTAMP%' AND column_name <> 'began_on'"
                                        + " ORDER BY column_index"));
                String ofA = "SELECT " + columns + " FROM a." + mart;
                String ofB = "SELECT " + columns + " FROM b." + mart;
                differences.add(new Difference(
                        mart,
                        count(statement, ofA),
                        count(statement, ofA + " EXCEPT ALL " + ofB),
                        count(statement, ofB + " EXCEPT ALL " + ofA)));
            }
        }
        return differences;
    }

    /** Rows of one table that a home has published. */
    static long count(Path home, String table) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            attach(statement, home, "a");
            return count(statement, "FROM a." + table);
        }
    }

    private static void attach(Statement statement, Path home, String name) throws SQLException {
        statement.execute("ATTACH '" + home.resolve("fazhi.duckdb") + "' AS " + name + " (READ_ONLY)");
    }

    private static List<String> strings(Statement statement, String sql) throws SQLException {
        List<String> strings = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
        }
        return strings;
    }

    private static long count(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery("SELECT count(*) FROM (" + query + ")")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
