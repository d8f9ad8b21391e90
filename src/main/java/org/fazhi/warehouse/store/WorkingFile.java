package org.fazhi.warehouse.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import org.duckdb.DuckDBConnection;

/**
 * A DuckDB file that only this process works on, attached to a database of its own in memory. The connection reads and
 * writes nothing on disk outside the folders it was given, loads no extension, and its settings are locked, so that no
 * SQL in a file of {@code warehouse/} can reach further.
 */
public final class WorkingFile implements AutoCloseable {

    /** Clients of DuckDB from this version on open what is written here. */
    public static final String STORAGE_VERSION = "v1.4.0";

    /** The name under which the file is attached. */
    public static final String CATALOG = "warehouse";

    private final DuckDBConnection connection;

    private WorkingFile(DuckDBConnection connection) {
        this.connection = connection;
    }

    /**
     * Opens a file, or makes it.
     *
     * @param folders what else may be read and written
     */
    public static WorkingFile open(Path file, Path spill, DuckSettings settings, List<Path> folders) {
        try {
            Files.createDirectories(parent(file));
            Files.createDirectories(spill);
        } catch (IOException e) {
            throw new WarehouseException(file + ": expected a folder that can be written, got " + e.getMessage(), e);
        }
        List<Path> allowed = new ArrayList<>(folders);
        allowed.add(parent(file));
        allowed.add(spill);
        try {
            Connection raw =
                    DriverManager.getConnection("jdbc:duckdb:", properties(Optional.of(spill), settings, allowed));
            WorkingFile opened = new WorkingFile(raw.unwrap(DuckDBConnection.class));
            try {
                opened.execute(
                        "ATTACH " + literal(file) + " AS " + CATALOG + " (STORAGE_VERSION '" + STORAGE_VERSION + "')");
                opened.execute("USE " + CATALOG);
            } catch (SQLException | RuntimeException e) {
                opened.close();
                throw e;
            }
            return opened;
        } catch (SQLException e) {
            throw new WarehouseException(file + ": expected a DuckDB file to work on, got: " + e.getMessage(), e);
        }
    }

    /**
     * Opens a database in memory that writes to no file by itself.
     *
     * @param folders what may be read and written
     */
    public static WorkingFile inMemory(DuckSettings settings, List<Path> folders) {
        try {
            Connection raw =
                    DriverManager.getConnection("jdbc:duckdb:", properties(Optional.empty(), settings, folders));
            return new WorkingFile(raw.unwrap(DuckDBConnection.class));
        } catch (SQLException e) {
            throw new WarehouseException("DuckDB did not start: " + e.getMessage(), e);
        }
    }

    private static Properties properties(Optional<Path> spill, DuckSettings settings, List<Path> allowed) {
        Properties properties = new Properties();
        properties.setProperty("autoinstall_known_extensions", "false");
        properties.setProperty("autoload_known_extensions", "false");
        properties.setProperty("jdbc_instance_cache", "false");
        properties.setProperty("memory_limit", settings.memoryMegabytes() + "MB");
        properties.setProperty("threads", Integer.toString(settings.threads()));
        // No reader may rely on the order of rows on disk, and keeping it would hold whole row groups of texts in
        // memory.
        properties.setProperty("preserve_insertion_order", "false");
        // Without a folder to spill to, what does not fit fails.
        properties.setProperty(
                "temp_directory", spill.map(WorkingFile::absolute).orElse(""));
        // By default half a million rows gather before a partition is written, and a row may hold a whole text.
        properties.setProperty("partitioned_write_flush_threshold", "8192");
        properties.setProperty(
                "allowed_directories",
                allowed.stream().map(WorkingFile::folderLiteral).toList().toString());
        properties.setProperty("enable_external_access", "false");
        properties.setProperty("lock_configuration", "true");
        return properties;
    }

    public DuckDBConnection connection() {
        return connection;
    }

    /** Runs one statement or a script of several. */
    public void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of the first row, as text; empty text for NULL. */
    public String single(String sql) throws SQLException {
        List<List<String>> rows = rows(sql, 1);
        if (rows.isEmpty()) {
            throw new SQLException("expected a row, got none: " + sql);
        }
        return rows.get(0).get(0);
    }

    public long count(String sql) throws SQLException {
        return Long.parseLong(single(sql));
    }

    /** At most {@code limit} rows, as text; NULL is the empty text. */
    public List<List<String>> rows(String sql, int limit) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            int columns = result.getMetaData().getColumnCount();
            while (rows.size() < limit && result.next()) {
                rows.add(cells(result, columns));
            }
        }
        return rows;
    }

    /** Column names of a table or view, in their order. */
    public List<String> columns(String table) throws SQLException {
        return rows("SELECT name FROM pragma_table_info(" + literal(table) + ")", 1000).stream()
                .map(row -> row.get(0))
                .toList();
    }

    /** Hands every row of a query on, cells as text; NULL is the empty text. */
    public void each(String sql, Consumer<List<String>> reader) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                reader.accept(cells(result, columns));
            }
        }
    }

    private static List<String> cells(ResultSet result, int columns) throws SQLException {
        List<String> row = new ArrayList<>(columns);
        for (int column = 1; column <= columns; column++) {
            Object value = result.getObject(column);
            row.add(value == null ? "" : value.toString());
        }
        return row;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new WarehouseException("DuckDB did not close: " + e.getMessage(), e);
        }
    }

    /** A path or any other text as an SQL literal. */
    public static String literal(Object text) {
        String plain = text instanceof Path path ? absolute(path) : text.toString();
        return "'" + plain.replace("'", "''") + "'";
    }

    /** As an element of a list that is written as text, where a backslash stands before a quote. */
    private static String folderLiteral(Path folder) {
        return "'" + (absolute(folder) + "/").replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    private static String absolute(Path path) {
        return path.toAbsolutePath().normalize().toString();
    }

    private static Path parent(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        if (parent == null) {
            throw new WarehouseException(file + ": expected a file in a folder, got a root");
        }
        return parent;
    }
}
