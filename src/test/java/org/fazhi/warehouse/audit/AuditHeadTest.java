package org.fazhi.warehouse.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fazhi.warehouse.store.SqlFile;
import org.fazhi.warehouse.store.WarehouseException;
import org.fazhi.warehouse.store.WarehouseFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditHeadTest {

    private static SqlFile audit(String head) {
        return new SqlFile(
                "audits/a.sql", "-- title: t\n-- remedy: r\n" + head.replace("; ", "\n") + "\nSELECT 1 AS n\n");
    }

    @Test
    void readsBoundsTheMostSevereFirst() {
        AuditHead head =
                AuditHead.of(audit("-- warn_if: share > 0.01; -- error_if: share > 0.05; -- acceptable: true"));
        assertThat(head.isAcceptable()).isTrue();
        assertThat(head.levels())
                .extracting(AuditHead.Level::severity)
                .containsExactly(Finding.Severity.ERROR, Finding.Severity.WARNING);
        assertThat(head.levels().get(0).threshold().map(Threshold::condition)).contains("\"share\" > 0.05::DOUBLE");
    }

    @Test
    void holdsEveryRowToBeOfTheSeverityThatIsNamed() {
        AuditHead head = AuditHead.of(audit("-- severity: warning"));
        assertThat(head.isAcceptable()).isFalse();
        assertThat(head.levels()).containsExactly(new AuditHead.Level(Finding.Severity.WARNING, Optional.empty()));
    }

    /** What a report or a site says, or the operator wrote, never stops a night; only what this program or its store did wrong. */
    @Test
    void stopsTheNightOnlyForWhatWeDidWrong() {
        List<String> fatal = new ArrayList<>();
        for (SqlFile file : WarehouseFiles.of(Path.of("warehouse")).sql("audits")) {
            String fault = file.require("fault").split(", ", 2)[0];
            assertThat(fault).as(file.name()).isIn("program", "archive", "jobs", "reviews", "site", "report");
            boolean isFatal = AuditHead.of(file).levels().get(0).severity() == Finding.Severity.ERROR;
            if (isFatal && !List.of("program", "archive").contains(fault)) {
                fatal.add(file.name());
            }
        }
        assertThat(fatal).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -- error_if: share                      | :3: error_if: expected COLUMN > NUMBER or COLUMN >= NUMBER, got share
            -- error_if: share > 5 %                | :3: error_if: expected COLUMN > NUMBER or COLUMN >= NUMBER, got share > 5 %
            -- error_if: share < 5                  | :3: error_if: expected COLUMN > NUMBER or COLUMN >= NUMBER, got share < 5
            -- error_if: share > 1 OR true          | :3: error_if: expected COLUMN > NUMBER or COLUMN >= NUMBER, got share > 1 OR true
            -- error_if: n > 1; -- severity: error  | :4: severity: expected none beside bounds, got error
            -- severity: fatal                      | : severity: expected error or warning, got fatal
            -- warn_if: n > 5; -- error_if: n > 5   | :4: error_if: expected a bound beyond that of warn_if, n > 5, got n > 5
            -- warn_if: n > 5; -- error_if: n >= 6  | :4: error_if: expected a bound beyond that of warn_if, n > 5, got n >= 6
            -- severity: error; -- acceptable: yes  | :4: acceptable: expected true or false, got yes
            -- warn_if: n > 5; -- acceptable: true  | :4: acceptable: expected it where an error is said, got an audit that only warns
            """)
    void saysWithFileAndLineWhatIsNotOfTheForm(String head, String fault) {
        assertThatThrownBy(() -> AuditHead.of(audit(head)))
                .isInstanceOf(WarehouseException.class)
                .hasMessage("warehouse/audits/a.sql" + fault);
    }
}
