package org.fazhi.warehouse.release;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fazhi.warehouse.store.ReadOnlyFile;
import org.fazhi.warehouse.store.WarehouseException;
import org.fazhi.warehouse.store.WarehouseHome;

/** Reads single reports out of the published marts, as the marts show them. */
public final class PublishedReports implements AutoCloseable {

    /** Of {@code audit_finding}: an audit and its rows, {@code value_jump (3 rows)}. */
    static final String FINDING = "audit || ' (' || row_count || if(row_count = 1, ' row', ' rows') || ')'";

    private static final List<String> METADATA_FIELDS = List.of(
            "title",
            "issuer",
            "issuer_kind",
            "report_year",
            "document_number",
            "index_number",
            "written_date",
            "published_date");

    private final Connection connection;

    private PublishedReports(Connection connection) {
        this.connection = connection;
    }

    /**
     * Opens the published file of a home.
     *
     * @throws WarehouseException where there is none, or it is no DuckDB file
     */
    public static PublishedReports open(WarehouseHome home) {
        Path file = home.published();
        if (!Files.isRegularFile(file)) {
            throw new WarehouseException(file + ": expected a published warehouse, got none; run harvest first");
        }
        try {
            return new PublishedReports(ReadOnlyFile.open(file));
        } catch (SQLException e) {
            throw new WarehouseException(file + ": expected a DuckDB file, got " + e.getMessage(), e);
        }
    }

    /** The current report of a body on a year; of several the first by document id. */
    public Optional<PublishedReport> find(String issuer, int reportYear) {
        String sql = "SELECT document_id, version, " + String.join(", ", METADATA_FIELDS)
                + " FROM mart_document WHERE is_current AND issuer = ? AND report_year = ?"
                + " ORDER BY document_id LIMIT 1";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, issuer);
            statement.setInt(2, reportYear);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(report(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new WarehouseException("the published marts cannot be read: " + e.getMessage(), e);
        }
    }

    /** How the pages of the release were read, the most frequent reasons first. */
    public List<ReadingCount> readings() {
        String sql = "SELECT outcome, coalesce(reason, '') AS reason, count(*)::INTEGER AS n FROM fact_reading"
                + " GROUP BY ALL ORDER BY outcome, n DESC, reason";
        List<ReadingCount> counts = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                counts.add(new ReadingCount(row.getString("outcome"), row.getString("reason"), row.getInt("n")));
            }
            return counts;
        } catch (SQLException e) {
            throw new WarehouseException("the published readings cannot be read: " + e.getMessage(), e);
        }
    }

    /** How many reports are known and not had, by their state of coverage: gone, blocked, unread. */
    public SortedMap<String, Integer> notHad() {
        return counts("SELECT state, count(*)::INTEGER FROM mart_coverage WHERE state IN ('unread', 'blocked', 'gone')"
                + " GROUP BY state");
    }

    /** How many figures of the release's documents were kept back, by reason. */
    public SortedMap<String, Integer> figuresKeptBack() {
        return counts("SELECT reason, count(*)::INTEGER FROM quarantine WHERE scope = 'figure' GROUP BY reason");
    }

    private SortedMap<String, Integer> counts(String sql) {
        SortedMap<String, Integer> counts = new TreeMap<>();
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                counts.put(row.getString(1), row.getInt(2));
            }
            return counts;
        } catch (SQLException e) {
            throw new WarehouseException("the published counts cannot be read: " + e.getMessage(), e);
        }
    }

    /** The audits that found something in the release and did not stop it, each with its rows: {@code value_jump (3 rows)}. */
    public List<String> findings() {
        String sql = "SELECT " + FINDING + " FROM audit_finding ORDER BY audit";
        List<String> findings = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                findings.add(row.getString(1));
            }
            return findings;
        } catch (SQLException e) {
            throw new WarehouseException("the published findings cannot be read: " + e.getMessage(), e);
        }
    }

    private PublishedReport report(ResultSet row) throws SQLException {
        String documentId = row.getString("document_id");
        int version = row.getInt("version");
        Map<String, String> metadata = new TreeMap<>();
        for (String column : METADATA_FIELDS) {
            String value = row.getString(column);
            if (value != null) {
                metadata.put(column, value);
            }
        }
        return new PublishedReport(
                metadata, sections(documentId, version), figures(documentId, version), misplaced(documentId, version));
    }

    private List<PublishedReport.Section> sections(String documentId, int version) throws SQLException {
        return rows(
                "SELECT level, number, heading FROM mart_section WHERE document_id = ? AND version = ? ORDER BY ordinal",
                documentId,
                version,
                row -> new PublishedReport.Section(row.getInt(1), row.getString(2), row.getString(3)));
    }

    private List<PublishedReport.Figure> figures(String documentId, int version) throws SQLException {
        return rows(
                "SELECT raw, value, unit, qualifier, change, tense, indicator_code, sentence FROM mart_figure"
                        + " WHERE document_id = ? AND version = ? ORDER BY ordinal",
                documentId,
                version,
                row -> new PublishedReport.Figure(
                        row.getString(1),
                        row.getBigDecimal(2),
                        row.getString(3),
                        row.getString(4),
                        Optional.ofNullable(row.getString(5)),
                        row.getString(6),
                        Optional.ofNullable(row.getString(7)),
                        row.getString(8)));
    }

    private List<String> misplaced(String documentId, int version) throws SQLException {
        return rows(
                "SELECT raw FROM mart_figure JOIN mart_document USING (document_id, version)"
                        + " WHERE document_id = ? AND version = ?"
                        + " AND substring(text, span_start + 1, span_end - span_start) <> raw",
                documentId,
                version,
                row -> row.getString(1));
    }

    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> rows(String sql, String documentId, int version, RowReader<T> reader) throws SQLException {
        List<T> rows = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, documentId);
            statement.setInt(2, version);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(reader.read(row));
                }
            }
        }
        return rows;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new WarehouseException("the published file cannot be closed: " + e.getMessage(), e);
        }
    }
}
