package org.fazhi.warehouse.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.fazhi.warehouse.Home;
import org.fazhi.warehouse.store.SqlFile;
import org.fazhi.warehouse.store.WarehouseFiles;
import org.fazhi.warehouse.store.WorkingFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every branch and bound of every audit, by the rows of {@link AuditCases}. */
class AuditCasesTest {

    @TempDir
    private static Path root;

    private static WorkingFile build;

    @BeforeAll
    static void open() {
        build = WorkingFile.open(AuditCases.soundBuild(root), root.resolve("spill"), Home.SETTINGS, List.of());
    }

    @AfterAll
    static void close() {
        build.close();
    }

    static List<SqlFile> audits() {
        return WarehouseFiles.of(Path.of("warehouse")).sql("audits");
    }

    @ParameterizedTest
    @MethodSource("audits")
    void findsWhatItsRowsSayAndNothingElse(SqlFile audit) throws SQLException {
        assertThat(AuditCases.failures(build, audit)).isEmpty();
    }
}
