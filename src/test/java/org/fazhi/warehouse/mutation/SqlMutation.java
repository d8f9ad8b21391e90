package org.fazhi.warehouse.mutation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.fazhi.warehouse.Home;
import org.fazhi.warehouse.audit.AuditCases;
import org.fazhi.warehouse.store.FileTree;
import org.fazhi.warehouse.store.SqlFile;
import org.fazhi.warehouse.store.WorkingFile;

/** Holds every mutant of an SQL file against the cases of that file. */
final class SqlMutation implements AutoCloseable {

    private static final String AUDITS = "audits/";

    private final WorkingFile build;
    private final ScriptBench bench;

    /** @param root an empty folder for the build that audits look at */
    SqlMutation(Path root) throws SQLException {
        build = WorkingFile.open(AuditCases.soundBuild(root), root.resolve("spill"), Home.SETTINGS, List.of());
        bench = new ScriptBench(Path.of("warehouse"));
    }

    /**
     * What became of the mutants of one file.
     *
     * @param invalid how many DuckDB does not take as SQL; they count neither way
     */
    record Result(int killed, int invalid, List<String> survivors) {
        @Override
        public String toString() {
            return killed + " killed, " + survivors.size() + " left, " + invalid + " invalid";
        }
    }

    /** @throws IllegalStateException where a case fails on the file as it is, so that every mutant would count as killed */
    Result run(SqlFile file) throws SQLException {
        List<String> failures = failures(file);
        if (!failures.isEmpty()) {
            throw new IllegalStateException(file.path() + ": expected every case to hold, got " + failures);
        }
        int killed = 0;
        int invalid = 0;
        List<String> survivors = new ArrayList<>();
        for (SqlMutant mutant : SqlMutator.of(file)) {
            try {
                if (isKilled(new SqlFile(mutant.path(), mutant.text()))) {
                    killed++;
                } else {
                    survivors.add(mutant.key());
                }
            } catch (SQLException e) {
                if (isInvalid(e)) {
                    invalid++;
                } else {
                    killed++;
                }
            }
        }
        return new Result(killed, invalid, survivors);
    }

    /** What DuckDB does not even bind would stop the first build. */
    private static boolean isInvalid(SQLException e) {
        String message = String.valueOf(e.getMessage()).replaceFirst("^warehouse/\\S+: ", "");
        return message.startsWith("Parser Error")
                || message.startsWith("Binder Error")
                || message.startsWith("Catalog Error");
    }

    private boolean isKilled(SqlFile mutant) throws SQLException {
        if (mutant.path().startsWith(AUDITS)) {
            return AuditCases.isRefuted(build, mutant);
        }
        for (ScriptCase each : ScriptCases.ALL) {
            if (each.scripts().contains(mutant.path()) && isRefuted(each, mutant)) {
                return true;
            }
        }
        return false;
    }

    private List<String> failures(SqlFile file) throws SQLException {
        if (file.path().startsWith(AUDITS)) {
            return AuditCases.failures(build, file);
        }
        List<String> failures = new ArrayList<>();
        for (ScriptCase each : ScriptCases.ALL) {
            if (each.scripts().contains(file.path())) {
                failures.addAll(bench.failures(each, file));
            }
        }
        return failures;
    }

    private boolean isRefuted(ScriptCase each, SqlFile mutant) throws SQLException {
        try {
            return !bench.failures(each, mutant).isEmpty();
        } catch (AssertionError e) {
            // The query of the case found no such column.
            return true;
        }
    }

    @Override
    public void close() {
        build.close();
        bench.close();
    }

    /** For the inner loop: the paths to mutate; prints what survives. */
    public static void main(String[] paths) throws SQLException, IOException {
        Path root = Files.createTempDirectory("sql-mutation");
        try (SqlMutation mutation = new SqlMutation(root)) {
            for (String path : paths) {
                Result result = mutation.run(new SqlFile(path, Files.readString(Path.of("warehouse", path))));
                System.out.println(path + ": " + result);
                result.survivors().forEach(each -> System.out.println("  " + each));
            }
        } finally {
            FileTree.delete(root);
        }
    }
}
