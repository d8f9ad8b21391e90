package org.fazhi.app.batch;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** Asks the published file of a home as any reader would. */
final class Published {

    private Published() {}

    /** The rows of a query, cells joined by a bar, numbers without trailing zeros. */
    static List<String> rows(Path home, String sql) throws SQLException {
        Properties readOnly = new Properties();
        readOnly.setProperty("duckdb.read_only", "true");
        readOnly.setProperty("jdbc_instance_cache", "false");
        List<String> rows = new ArrayList<>();
        try (Connection connection =
                        DriverManager.getConnection("jdbc:duckdb:" + home.resolve("fazhi.duckdb"), readOnly);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    Object cell = result.getObject(i);
                    cells.add(
                            cell instanceof BigDecimal number
                                    ? number.stripTrailingZeros().toPlainString()
                                    : String.valueOf(cell));
                }
                rows.add(String.join("|", cells));
            }
        }
        return rows;
    }
}
