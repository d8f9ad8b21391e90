package org.fazhi.warehouse.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.fazhi.harvest.source.IssuerKind;
import org.fazhi.reading.Extract;
import org.fazhi.warehouse.Home;
import org.fazhi.warehouse.Reports;
import org.fazhi.warehouse.store.WarehouseException;
import org.fazhi.warehouse.store.WarehouseFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseDiffTest {

    @TempDir
    private Path root;

    private Home home;

    @BeforeEach
    void openHome() {
        home = new Home(root);
        home.sources.add(Reports.source("yunxi", "云溪县人民政府", "990101", IssuerKind.GOVERNMENT, 2020));
    }

    private static Extract extract(int year, String value, String payload, int day) {
        return Reports.report("990101", "云溪县人民政府", "government", year)
                .figure("受理", value + "件", value, "件", "reconsideration.accepted")
                .extract("yunxi", "http://yunxi.example/" + year, payload, Reports.FETCHED.plusSeconds(86_400L * day));
    }

    private List<String> diff(Manifest before, Manifest after) {
        List<String> rows = new ArrayList<>();
        new ReleaseDiff(home.home, WarehouseFiles.of(home.folder), Home.SETTINGS)
                .between(
                        before.release(),
                        after.release(),
                        row -> rows.add(String.join(
                                "|",
                                row.subject(),
                                row.change(),
                                row.reportYear(),
                                row.field(),
                                row.before(),
                                row.after(),
                                row.reason())));
        return rows;
    }

    @Test
    void tellsANewReportFromANewVersionFromARuleThatChanged() {
        home.extracts.add(extract(2022, "60", "first", 0));
        home.extracts.add(extract(2023, "70", "first", 0));
        Manifest before = home.published();
        home.extracts.add(extract(2022, "61", "second", 1));
        home.extracts.set(1, extract(2023, "71", "first", 0));
        home.extracts.add(extract(2024, "80", "first", 1));
        Manifest after = home.published();
        assertThat(diff(before, after))
                .containsExactlyInAnyOrder(
                        "document|changed|2022|version|1|2|new_version",
                        "document|added|2024|version||1|new_report",
                        "observation|changed|2022|value|60 件|61 件|new_version",
                        "observation|changed|2023|value|70 件|71 件|rule_changed",
                        "observation|added|2024|value||80 件|new_report");
        assertThat(home.rows("SELECT count(*) FROM mart_change")).containsExactly("5");
        assertThat(diff(after, before))
                .contains(
                        "document|removed|2024|version|1||not_yet_read",
                        "observation|removed|2024|value|80 件||not_yet_read");
        assertThat(diff(before, before)).isEmpty();
    }

    /** A release of a program that knew no prefecture's code and no English names is kept for a while. */
    @Test
    void comparesWithAReleaseThatLacksColumnsOfToday() {
        home.extracts.add(extract(2022, "60", "first", 0));
        Manifest before = home.published();
        home.extracts.set(0, extract(2022, "61", "first", 0));
        Manifest after = home.published();
        Path file = home.home.release(after.release()).resolve(Publisher.DUCKDB_FILE);
        for (String mart : List.of("mart_document", "mart_observation")) {
            // As an earlier program made it: without what it did not know.
            Home.execute(
                    file,
                    "CREATE TABLE earlier AS SELECT * EXCLUDE (prefecture_code) FROM " + mart + "; DROP VIEW " + mart
                            + "; ALTER TABLE earlier RENAME TO " + mart);
        }
        Home.execute(
                file,
                "ALTER TABLE dim_region DROP COLUMN prefecture_code; ALTER TABLE dim_indicator DROP COLUMN indicator_name_en");
        assertThat(diff(before, after)).containsExactly("observation|changed|2022|value|60 件|61 件|rule_changed");
    }

    @Test
    void callsAReportThatIsKeptBackARuleThatChanged() {
        home.extracts.add(extract(2022, "60", "first", 0));
        home.extracts.add(extract(2023, "70", "first", 0));
        Manifest before = home.published();
        Extract kept = home.extracts.get(1);
        home.extracts.set(
                1,
                new Extract(
                        kept.sourceId(),
                        kept.url(),
                        kept.payloadDigest(),
                        kept.fetchedAt(),
                        Extract.Outcome.QUARANTINED,
                        "no_body",
                        java.util.Optional.empty()));
        home.accepted = Set.of("lost_documents", "lost_observations");
        Manifest after = home.published();
        assertThat(diff(before, after))
                .containsExactly(
                        "document|removed|2023|version|1||rule_changed",
                        "observation|removed|2023|value|70 件||rule_changed");
        assertThat(diff(after, before))
                .containsExactly(
                        "document|added|2023|version||1|rule_changed",
                        "observation|added|2023|value||70 件|rule_changed");
    }

    @Test
    void saysWhichFieldsOfADocumentAreReadOtherwise() {
        home.extracts.add(extract(2022, "60", "first", 0));
        Manifest before = home.published();
        home.extracts.set(
                0,
                Reports.report("990101", "云溪县人民政府", "government", 2022)
                        .titled("云溪县人民政府关于2022年法治政府建设情况的报告")
                        .figure("受理", "60件", "60", "件", "reconsideration.accepted")
                        .extract("yunxi", "http://yunxi.example/2022", "first", Reports.FETCHED));
        assertThat(diff(before, home.published()))
                .containsExactly(
                        "document|changed|2022|title|云溪县人民政府2022年法治政府建设年度报告|云溪县人民政府关于2022年法治政府建设情况的报告|rule_changed");
    }

    @Test
    void namesTheReleasesThereAreWhereOneIsNot() {
        home.extracts.add(extract(2022, "60", "first", 0));
        Manifest only = home.published();
        ReleaseDiff diff = new ReleaseDiff(home.home, WarehouseFiles.of(home.folder), Home.SETTINGS);
        assertThatThrownBy(() -> diff.between("2020-01-01-00000000", only.release(), row -> {}))
                .isInstanceOf(WarehouseException.class)
                .hasMessageContaining("expected one of [" + only.release() + "], got 2020-01-01-00000000");
    }
}
