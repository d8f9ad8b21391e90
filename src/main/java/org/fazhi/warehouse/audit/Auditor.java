package org.fazhi.warehouse.audit;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fazhi.warehouse.store.DuckSettings;
import org.fazhi.warehouse.store.LoadProgress;
import org.fazhi.warehouse.store.SqlFile;
import org.fazhi.warehouse.store.TableWriter;
import org.fazhi.warehouse.store.WarehouseException;
import org.fazhi.warehouse.store.WarehouseFiles;
import org.fazhi.warehouse.store.WarehouseHome;
import org.fazhi.warehouse.store.WorkingFile;

/**
 * Runs {@code warehouse/audits/*.sql} over a build. Each is one SELECT of rows that fail, or of rows that are held against
 * bounds; its head is an {@link AuditHead}. What they find is written into {@code audit_finding} of the same file, anew each
 * time.
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

    /** The names of the audits whose errors an operator may accept. */
    public static List<String> acceptable(WarehouseFiles files) {
        return files.sql("audits").stream()
                .filter(audit -> AuditHead.of(audit).isAcceptable())
                .map(SqlFile::name)
                .toList();
    }

    /** Audits a built file; may be repeated. */
    public AuditReport audit(Path build, LoadProgress progress) {
        return audit(build, Set.of(), progress);
    }

    /**
     * Audits a built file; may be repeated.
     *
     * @param accepted audits whose errors do not stop the publish, where their heads allow it
     */
    public AuditReport audit(Path build, Set<String> accepted, LoadProgress progress) {
        List<SqlFile> audits = files.sql("audits");
        List<Finding> findings = new ArrayList<>();
        try (WorkingFile file = WorkingFile.open(build, home.spill(), settings, List.of())) {
            for (SqlFile audit : audits) {
                run(file, audit, accepted).ifPresent(findings::add);
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
        return run(file, audit, Set.of());
    }

    private static Optional<Finding> run(WorkingFile file, SqlFile audit, Set<String> accepted) throws SQLException {
        AuditHead head = AuditHead.of(audit);
        String select = "(\n" + audit.text().strip().replaceFirst(";$", "") + "\n)";
        try {
            for (AuditHead.Level level : head.levels()) {
                List<List<String>> rows = failing(file, audit, select, level.threshold());
                if (!rows.isEmpty()) {
                    boolean isAccepted = level.severity() == Finding.Severity.ERROR
                            && head.isAcceptable()
                            && accepted.contains(audit.name());
                    return Optional.of(new Finding(
                            audit.name(),
                            isAccepted ? Finding.Severity.ACCEPTED : level.severity(),
                            head.title(),
                            head.remedy(),
                            Long.parseLong(rows.get(0).get(0)),
                            columns(file, select),
                            rows.stream()
                                    .map(row -> print(row.subList(1, row.size())))
                                    .toList(),
                            head.isAcceptable()));
                }
            }
        } catch (SQLException e) {
            throw new SQLException("warehouse/" + audit.path() + ": " + e.getMessage(), e);
        }
        return Optional.empty();
    }

    /** The first rows that fail, before each how many there are. */
    private static List<List<String>> failing(
            WorkingFile file, SqlFile audit, String select, Optional<Threshold> threshold) throws SQLException {
        String where = "";
        if (threshold.isPresent()) {
            threshold.get().require(audit, columns(file, select));
            where = threshold.get().isOfRows()
                    ? ""
                    : " WHERE " + threshold.get().condition();
        }
        List<List<String>> rows =
                file.rows("SELECT count(*) OVER (), * FROM " + select + where + " LIMIT " + SAMPLES, SAMPLES);
        long count = rows.isEmpty() ? 0 : Long.parseLong(rows.get(0).get(0));
        boolean isWithin = threshold
                .filter(Threshold::isOfRows)
                .filter(bound -> !bound.isPassedBy(count))
                .isPresent();
        return isWithin ? List.of() : rows;
    }

    private static List<String> columns(WorkingFile file, String select) throws SQLException {
        return file.rows("SELECT column_name FROM (DESCRIBE " + select + ")", 1000).stream()
                .map(row -> row.get(0))
                .toList();
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
                        .texts("sample_columns", finding.columns())
                        .end();
            }
            writer.flush();
        }
        file.execute("COMMIT");
    }
}
