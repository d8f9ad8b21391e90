package org.fazhi.warehouse.audit;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fazhi.warehouse.store.DuckSettings;
import org.fazhi.warehouse.store.LoadProgress;
import org.fazhi.warehouse.store.SqlFile;
import org.fazhi.warehouse.store.TableWriter;
import org.fazhi.warehouse.store.WarehouseException;
import org.fazhi.warehouse.store.WarehouseFiles;
import org.fazhi.warehouse.store.WarehouseHome;
import org.fazhi.warehouse.store.WorkingFile;

/**
 * Runs {@code warehouse/audits/*.sql} over a build. Each is one SELECT of rows that fail; its head names
 * {@code severity} (error or warning), {@code title} and {@code remedy}. What they find is written into
 * {@code audit_finding} of the same file, anew each time.
 */
public final class Auditor {

    /** How many failing rows a finding shows. */
    public static final int SAMPLES = 5;

    private static final int SAMPLE_LENGTH = 500;

    private final WarehouseHome home;
    private final WarehouseFiles files;
    private final DuckSettings settings;

    public Auditor(WarehouseHome home, WarehouseFiles files, DuckSettings settings) {
        this.home = home;
        this.files = files;
        this.settings = settings;
    }

    /** Audits a built file; may be repeated. */
    public AuditReport audit(Path build, LoadProgress progress) {
        List<SqlFile> audits = files.sql("audits");
        List<Finding> findings = new ArrayList<>();
        try (WorkingFile file = WorkingFile.open(build, home.spill(), settings, List.of())) {
            for (SqlFile audit : audits) {
                run(file, audit).ifPresent(findings::add);
                progress.on(audit.path(), findings.size());
            }
            write(file, findings);
        } catch (SQLException e) {
            throw new WarehouseException(build + ": the audit failed: " + e.getMessage(), e);
        }
        return new AuditReport(audits.size(), findings);
    }

    /** What one audit finds in an open build. */
    static Optional<Finding> run(WorkingFile file, SqlFile audit) throws SQLException {
        String severity = audit.require("severity");
        if (!severity.equals("error") && !severity.equals("warning")) {
            throw new WarehouseException(
                    "warehouse/" + audit.path() + ": severity: expected error or warning, got " + severity);
        }
        String select = audit.text().strip().replaceFirst(";$", "");
        List<List<String>> rows;
        try {
            rows = file.rows("SELECT count(*) OVER (), * FROM (\n" + select + "\n) LIMIT " + SAMPLES, SAMPLES);
        } catch (SQLException e) {
            throw new SQLException("warehouse/" + audit.path() + ": " + e.getMessage(), e);
        }
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                audit.name(),
                severity.equals("error") ? Finding.Severity.ERROR : Finding.Severity.WARNING,
                audit.require("title"),
                audit.require("remedy"),
                Long.parseLong(rows.get(0).get(0)),
                rows.stream().map(row -> print(row.subList(1, row.size()))).toList()));
    }

    private static String print(List<String> cells) {
        String line = String.join(" | ", cells).replace('\n', ' ');
        return line.codePointCount(0, line.length()) <= SAMPLE_LENGTH
                ? line
                : line.substring(0, line.offsetByCodePoints(0, SAMPLE_LENGTH)) + "…";
    }

    private static void write(WorkingFile file, List<Finding> findings) throws SQLException {
        file.execute("BEGIN TRANSACTION");
        file.execute("DELETE FROM audit_finding");
        try (TableWriter writer = new TableWriter(file.connection(), "audit_finding")) {
            for (Finding finding : findings) {
                writer.row()
                        .text("audit", finding.audit())
                        .text("severity", finding.severity().code())
                        .text("title", finding.title())
                        .text("remedy", finding.remedy())
                        .bigint("row_count", finding.rowCount())
                        .texts("samples", finding.samples())
                        .end();
            }
            writer.flush();
        }
        file.execute("COMMIT");
    }
}
