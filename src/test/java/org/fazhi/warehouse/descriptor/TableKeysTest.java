package org.fazhi.warehouse.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fazhi.warehouse.Home;
import org.fazhi.warehouse.audit.AuditCases;
import org.fazhi.warehouse.store.WarehouseException;
import org.fazhi.warehouse.store.WarehouseFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys and references stand once, and the audits hold the tables to them. */
class TableKeysTest {

    private static final WarehouseFiles FILES = WarehouseFiles.of(Path.of("warehouse"));

    @TempDir
    private Path root;

    private static List<String> matches(String audit, String pattern) {
        List<String> found = new ArrayList<>();
        Matcher matcher = Pattern.compile(pattern).matcher(FILES.text("audits/" + audit + ".sql"));
        while (matcher.find()) {
            List<String> groups = new ArrayList<>();
            for (int group = 1; group <= matcher.groupCount(); group++) {
                groups.add(matcher.group(group).replace(", ", " "));
            }
            found.add(String.join("|", groups));
        }
        return found;
    }

    /** Marts are made of what the audit has looked at; the catalog is made of the file's own names. */
    private static boolean isMadeOfOthers(String table) {
        return table.matches("(mart|catalog)_.*|usage_warning");
    }

    @Test
    void theAuditOfKeysHasTheKeyOfEveryTable() {
        TableKeys keys = TableKeys.of(FILES);
        Set<String> expected = new TreeSet<>();
        for (String table : keys.keyed()) {
            if (!isMadeOfOthers(table)) {
                expected.add(table + "|" + String.join(" ", keys.key(table).orElseThrow()));
            }
        }
        assertThat(matches("duplicate_key", "FROM (\\w+)\\s+GROUP BY ([\\w, ]+?) HAVING"))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void theAuditOfOrphansLooksForNothingButReferences() {
        TableKeys keys = TableKeys.of(FILES);
        List<String> looked = matches("orphan_row", "FROM (\\w+) ANTI JOIN (\\w+) USING \\(([\\w, ]+)\\)");
        assertThat(looked).hasSizeGreaterThan(8);
        for (String line : looked) {
            String[] parts = line.split("\\|");
            List<String> columns = List.of(parts[2].split(" "));
            // A document without text is the other side of a text without document.
            if (!(parts[0].equals("dim_document") && parts[1].equals("document_text"))) {
                assertThat(keys.references(parts[0]))
                        .as(line)
                        .contains(new TableKeys.Reference(columns, parts[1], columns));
            }
        }
    }

    @Test
    void everyReferenceLeadsToAKey() {
        TableKeys keys = TableKeys.of(FILES);
        for (String table : keys.referring()) {
            for (TableKeys.Reference reference : keys.references(table)) {
                assertThat(keys.key(reference.to())).as(table + " " + reference).contains(reference.toColumns());
            }
        }
    }

    @Test
    void everyTableAndMartHoldsItsKeysAndReferences() {
        Path build = AuditCases.soundBuild(root);
        assertThat(HeldKeys.faults(build, FILES)).isEmpty();
        Home.execute(
                build,
                "INSERT INTO fact_check SELECT * FROM fact_check; INSERT INTO due_rule SELECT * FROM due_rule LIMIT 1;"
                        + "INSERT INTO fact_review_match VALUES ('i', 'd', 1, 0, NULL, NULL)");
        assertThat(HeldKeys.faults(build, FILES))
                .extracting(fault -> fault.substring(0, fault.indexOf(' ')))
                .containsExactly("fact_check", "mart_quality", "due_rule", "fact_review_match");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "table,columns;1: expected table,columns,to_table,to_columns, got table,columns",
                "table,columns,to_table,to_columns\\na,b,c;2: expected table,columns,to_table,to_columns, got a,b,c",
                "table,columns,to_table,to_columns\\n,b,,;2: expected table,columns,to_table,to_columns, got ,b,,",
                "table,columns,to_table,to_columns\\na,,,;2: expected table,columns,to_table,to_columns, got a,,,",
                "table,columns,to_table,to_columns\\na,b,,\\na,c,,;3: expected one key a table, got another of a",
                "table,columns,to_table,to_columns\\na,b,c,d e;2: expected a table and as many columns of it as refer to it, got a,b,c,d e",
                "table,columns,to_table,to_columns\\na,b,,d;2: expected a table and as many columns of it as refer to it, got a,b,,d"
            })
    void saysWhichLineIsWrong(String text, String message) {
        Home home = new Home(root);
        home.write("schema/keys.csv", text.replace("\\n", "\n"));
        assertThatThrownBy(() -> TableKeys.of(WarehouseFiles.of(home.folder)))
                .isInstanceOf(WarehouseException.class)
                .hasMessage("warehouse/schema/keys.csv:" + message);
    }

    @Test
    void saysThatTheFileIsEmpty() {
        Home home = new Home(root);
        home.write("schema/keys.csv", "");
        assertThatThrownBy(() -> TableKeys.of(WarehouseFiles.of(home.folder)))
                .hasMessageEndingWith("got an empty file");
    }
}
