package org.fazhi.warehouse.release;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fazhi.warehouse.store.ReadOnlyFile;
import org.fazhi.warehouse.store.WarehouseException;
import org.fazhi.warehouse.store.WarehouseHome;

/**
 * What the last night built and did not publish, for its audit found errors. It stays where it was built, with the rows of
 * {@code mart_change} and {@code audit_finding}, until another night builds or publishes.
 *
 * @param file the DuckDB file, closed
 * @param audits those that refused it, each with its rows: {@code lost_documents (1 row)}
 */
public record RefusedBuild(Path file, List<String> audits) {

    /** Names it where the id of a release is asked for. */
    public static final String NAME = "refused";

    public RefusedBuild {
        audits = List.copyOf(audits);
    }

    /**
     * Looks for one; empty where the last night published, and where the file is no audited build.
     *
     * @throws WarehouseException where the file cannot be read, as while a night builds it
     */
    public static Optional<RefusedBuild> of(WarehouseHome home) {
        Path file = home.build();
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (Connection connection = ReadOnlyFile.open(file);
                Statement statement = connection.createStatement()) {
            if (!isThere(statement)) {
                return Optional.empty();
            }
            List<String> audits = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery("SELECT " + PublishedReports.FINDING
                    + " FROM audit_finding WHERE severity = 'error' ORDER BY audit")) {
                while (rows.next()) {
                    audits.add(rows.getString(1));
                }
            }
            return audits.isEmpty() ? Optional.empty() : Optional.of(new RefusedBuild(file, audits));
        } catch (SQLException e) {
            throw new WarehouseException(
                    file + ": expected what the last night built, closed, got " + e.getMessage(), e);
        }
    }

    private static boolean isThere(Statement statement) throws SQLException {
        try (ResultSet count =
                statement.executeQuery("SELECT count(*) FROM duckdb_tables() WHERE table_name = 'audit_finding'")) {
            return count.next() && count.getInt(1) > 0;
        }
    }
}
