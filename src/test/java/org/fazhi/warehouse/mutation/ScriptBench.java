package org.fazhi.warehouse.mutation;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.fazhi.warehouse.Home;
import org.fazhi.warehouse.store.SqlFile;
import org.fazhi.warehouse.store.WarehouseFiles;
import org.fazhi.warehouse.store.WorkingFile;

/** An empty schema in memory; every case is rolled back. */
final class ScriptBench implements AutoCloseable {

    static final String REGION_IN_YEAR = "transforms/05_region_in_year.sql";

    private static final String NIGHT = "SET VARIABLE night = DATE '2026-01-10'";

    private final WarehouseFiles files;
    private final WorkingFile file;

    ScriptBench(Path folder) throws SQLException {
        files = WarehouseFiles.of(folder);
        file = WorkingFile.inMemory(Home.SETTINGS, List.of());
        for (SqlFile script : files.sql("schema")) {
            file.execute(script.text());
        }
        file.execute(NIGHT);
        file.execute("""
                CREATE TEMP TABLE planted_document (document_id VARCHAR, version INTEGER, url VARCHAR, region_code VARCHAR,
                    issuer_kind VARCHAR, report_year INTEGER, payload_digest VARCHAR, issuer VARCHAR, title VARCHAR,
                    published_date DATE, figure_count INTEGER, section_count INTEGER);
                CREATE TEMP TABLE planted_observation (region_code VARCHAR, issuer_kind VARCHAR, report_year INTEGER,
                    indicator_code VARCHAR, value DECIMAL(24, 6), unit VARCHAR, figure_id VARCHAR, document_id VARCHAR,
                    url VARCHAR);
                CREATE TEMP TABLE before_mart (mart VARCHAR, row_count BIGINT);
                CREATE TEMP TABLE before_source (document_id VARCHAR, source_id VARCHAR);
                CREATE TEMP TABLE before_reading (document_id VARCHAR, payload_digest VARCHAR);
                CREATE TEMP TABLE before_superseded (document_id VARCHAR, report_year INTEGER);
                CREATE TEMP TABLE planted_withdrawn (document_id VARCHAR, withdrawn_on DATE);
                CREATE TEMP TABLE before_review (review_id VARCHAR);
                CREATE TEMP TABLE before_review_match (review_id VARCHAR, document_id VARCHAR, ordinal INTEGER,
                    indicator_read VARCHAR, indicator_code VARCHAR);
                CREATE TEMP VIEW before_document AS SELECT planted_document.*, withdrawn_on, region_code || '/' || issuer_kind AS issuer_key,
                    'name' AS issuer_name, 'general' AS issuer_function FROM planted_document
                    LEFT JOIN planted_withdrawn USING (document_id);
                CREATE TEMP VIEW before_observation AS SELECT *, region_code || '/' || issuer_kind AS issuer_key,
                    'name' AS issuer_name, 'general' AS issuer_function FROM planted_observation""");
    }

    /** What differs from the case, with {@code changed} in the place of the script of its path. */
    List<String> failures(ScriptCase each, SqlFile changed) throws SQLException {
        List<String> failures = new ArrayList<>();
        file.execute("BEGIN TRANSACTION");
        try {
            file.execute("SET VARIABLE release_before = 'before'");
            file.execute("SET VARIABLE is_backward = NULL");
            file.execute(each.plant());
            List<String> scripts = new ArrayList<>(each.scripts());
            // What looks a region up needs the rule, and is a case of it.
            scripts.remove(REGION_IN_YEAR);
            scripts.add(0, REGION_IN_YEAR);
            for (String script : scripts) {
                file.execute(script.equals(changed.path()) ? changed.text() : files.text(script));
            }
            List<String> got = Home.rows(file.connection(), each.query());
            if (!got.equals(each.expected())) {
                failures.add(each.name() + ": expected " + each.expected() + ", got " + got);
            }
        } finally {
            file.execute("ROLLBACK");
            // A variable outlives the transaction.
            file.execute(NIGHT);
        }
        return failures;
    }

    @Override
    public void close() {
        file.close();
    }
}
