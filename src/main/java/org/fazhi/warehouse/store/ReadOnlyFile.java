package org.fazhi.warehouse.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** Opens DuckDB files as any reader does: nothing is written, and a file that was replaced is seen anew. */
public final class ReadOnlyFile {

    private ReadOnlyFile() {}

    public static Connection open(Path file) throws SQLException {
        Properties readOnly = new Properties();
        readOnly.setProperty("duckdb.read_only", "true");
        readOnly.setProperty("jdbc_instance_cache", "false");
        return DriverManager.getConnection("jdbc:duckdb:" + file, readOnly);
    }
}
