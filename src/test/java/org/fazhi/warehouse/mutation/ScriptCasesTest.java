package org.fazhi.warehouse.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.fazhi.warehouse.store.SqlFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What transforms and marts make of a few rows. */
class ScriptCasesTest {

    private static final SqlFile NOTHING_CHANGED = new SqlFile("", "");

    private static ScriptBench bench;

    @BeforeAll
    static void open() throws SQLException {
        bench = new ScriptBench(Path.of("warehouse"));
    }

    @AfterAll
    static void close() {
        bench.close();
    }

    static List<ScriptCase> cases() {
        return ScriptCases.ALL;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void is(ScriptCase each) throws SQLException {
        assertThat(bench.failures(each, NOTHING_CHANGED)).isEmpty();
    }
}
