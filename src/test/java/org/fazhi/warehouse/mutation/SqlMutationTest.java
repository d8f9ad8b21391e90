package org.fazhi.warehouse.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.fazhi.warehouse.store.SqlFile;
import org.fazhi.warehouse.store.WarehouseFiles;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every small fault in the SQL of the warehouse is found by a case: {@code mvn -Psql-mutation test}. A mutant that says the
 * same as the original is listed in {@code mutation/equivalent.txt} with the reason; a line there that no longer survives
 * fails the run too. {@code -Dsql.mutation=audits/lost_,marts/3} takes the files alone whose paths begin so.
 */
class SqlMutationTest {

    private static final String BEGINNINGS = "sql.mutation";
    private static final Path EQUIVALENT = Path.of("src/test/resources/mutation/equivalent.txt");

    @TempDir
    private Path root;

    @Test
    @Tag("sql-mutation")
    void everyMutantIsKilledOrArgued() throws SQLException, IOException {
        List<SqlFile> files = Stream.of("audits", "transforms", "marts")
                .flatMap(folder -> WarehouseFiles.of(Path.of("warehouse")).sql(folder).stream())
                .filter(file -> isWanted(file.path()))
                .toList();
        assertThat(files)
                .as("files that begin with " + System.getProperty(BEGINNINGS))
                .isNotEmpty();
        Map<String, String> equivalent = equivalent();
        equivalent.keySet().removeIf(mutant -> !isWanted(mutant));
        Set<String> survivors = new TreeSet<>();
        int killed = 0;
        try (SqlMutation mutation = new SqlMutation(root)) {
            for (SqlFile file : files) {
                SqlMutation.Result result = mutation.run(file);
                System.out.println(file.path() + ": " + result);
                killed += result.killed();
                survivors.addAll(result.survivors());
            }
        }
        System.out.println("SQL mutants: " + killed + " killed, " + survivors.size() + " left");
        Set<String> unargued = new TreeSet<>(survivors);
        unargued.removeAll(equivalent.keySet());
        assertThat(unargued).as("survived every case").isEmpty();
        Set<String> stale = new TreeSet<>(equivalent.keySet());
        stale.removeAll(survivors);
        assertThat(stale).as("listed, but does not survive").isEmpty();
    }

    private static boolean isWanted(String path) {
        return Stream.of(System.getProperty(BEGINNINGS, "").split(",")).anyMatch(path::startsWith);
    }

    /** Two small files in every build, so that the machinery itself cannot rust. */
    @Test
    void killsTheMutantsOfAFileWithCasesAndNoneOfAFileWithout() throws SQLException {
        WarehouseFiles files = WarehouseFiles.of(Path.of("warehouse"));
        try (SqlMutation mutation = new SqlMutation(root)) {
            for (String path : List.of("audits/vanished_source.sql", "transforms/11_unit.sql")) {
                SqlMutation.Result result = mutation.run(new SqlFile(path, files.text(path)));
                assertThat(result.survivors()).as(path).isEmpty();
                assertThat(result.killed()).as(path).isGreaterThan(4);
            }
            SqlFile untried = new SqlFile(
                    "audits/untried.sql",
                    "-- severity: error\n-- title: t\n-- remedy: r\nSELECT 'a' FROM dim_unit WHERE length(unit) > 100");
            assertThat(mutation.run(untried).survivors())
                    .contains("audits/untried.sql: flip length ( unit ) [> -> >=] 100");
        }
    }

    @Test
    void givesAReasonForEachMutantItLeaves() throws IOException {
        assertThat(equivalent())
                .allSatisfy((mutant, reason) -> assertThat(reason).as(mutant).isNotBlank());
    }

    /** Mutants by key, each with the indented lines below it. */
    private static Map<String, String> equivalent() throws IOException {
        Map<String, String> found = new TreeMap<>();
        List<String> waiting = new ArrayList<>();
        String last = "";
        for (String line : Files.readAllLines(EQUIVALENT)) {
            if (line.startsWith("    ")) {
                for (String mutant : waiting) {
                    found.put(mutant, line.strip());
                }
                last = "    ";
            } else if (!line.isBlank() && !line.startsWith("#")) {
                if (last.equals("    ")) {
                    waiting.clear();
                }
                waiting.add(line.strip());
                found.put(line.strip(), "");
                last = line;
            }
        }
        return found;
    }
}
