package org.fazhi.warehouse.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.fazhi.warehouse.Home;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Two readers that are not DuckDB get the same rows, types, joins and characters from the Parquet mirror: Apache's library
 * for Java, and hyparquet, which is JavaScript. The second wants Node and what {@code .ci/run} installs under
 * {@code target/readers}; without them its test is skipped, but in CI it fails.
 */
class OtherReadersTest {

    private static final Path NODE_MODULES = Path.of("target/readers/node_modules");

    private static final String JOINED = """
            SELECT region.region_name, indicator.indicator_name, count(*)
            FROM mart_observation AS observation
            JOIN (SELECT DISTINCT region_code, region_name, valid_to_year FROM dim_region) AS region USING (region_code)
            JOIN dim_indicator AS indicator USING (indicator_code)
            WHERE region.valid_to_year IS NULL
            GROUP BY ALL
            ORDER BY ALL""";

    @TempDir
    private static Path root;

    private static Home home;

    /** Nothing here writes to it. */
    @BeforeAll
    static void publish() {
        home = MirroredHome.in(root);
        home.published();
    }

    private ParquetRows read(String table) {
        return ParquetRows.of(Home.files(home.home.parquet().resolve(table)));
    }

    @Test
    void javaReadsAsManyRowsOfEveryTable() throws IOException {
        try (var folders = Files.list(home.home.parquet())) {
            List<String> tables = folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
            assertThat(tables).hasSizeGreaterThan(15);
            for (String table : tables) {
                assertThat(home.rows("SELECT count(*) FROM " + table))
                        .as(table)
                        .containsExactly(Integer.toString(read(table).rows().size()));
            }
        }
    }

    @Test
    void javaFindsTheTypesOfTheTable() {
        assertThat(read("mart_observation").types())
                .containsEntry("region_code", "STRING")
                .containsEntry("report_year", "INTEGER(32,true)")
                .containsEntry("value", "DECIMAL(24,6)")
                .containsEntry("is_conflicting", "BOOLEAN")
                .containsEntry("mention_count", "INTEGER(32,true)");
        assertThat(read("mart_document").types())
                .containsEntry("published_date", "DATE")
                .containsEntry("fetched_at", "TIMESTAMP(MICROS,false)");
        assertThat(read("dim_region").types())
                .containsEntry("province_code", "STRING")
                .containsEntry("successor_codes", "LIST");
    }

    @Test
    void javaReadsValuesAndChineseWhole() {
        List<Map<String, Object>> values = read("mart_observation").rows().stream()
                .filter(row -> "371322".equals(row.get("region_code"))
                        && "reconsideration.accepted".equals(row.get("indicator_code")))
                .toList();
        assertThat(values).hasSize(3).allSatisfy(row -> {
            assertThat(row.get("value")).isEqualTo(new BigDecimal("70.000000"));
            assertThat(row.get("region_name")).isEqualTo("郯城县");
            assertThat(row.get("province_name")).isEqualTo("山东省");
        });
        assertThat(values).extracting(row -> row.get("report_year")).containsExactly(2022, 2023, 2024);
        assertThat(read("mart_document").rows())
                .extracting(row -> row.get("text"))
                .containsExactlyInAnyOrderElementsOf(home.rows("SELECT text FROM mart_document"))
                .contains("受理70件。纠错率28.8%。");
        assertThat(read("mart_document").rows())
                .extracting(row -> row.get("published_date"))
                .contains(LocalDate.of(2023, 2, 1));
    }

    @Test
    void javaJoinsAsTheFileDoes() {
        assertThat(joined(
                        read("mart_observation").rows(),
                        read("dim_region").rows(),
                        read("dim_indicator").rows()))
                .isEqualTo(home.rows(JOINED))
                .hasSize(4)
                .contains("郯城县|行政复议受理数|3");
    }

    private static List<String> joined(
            List<Map<String, Object>> observations,
            List<Map<String, Object>> regions,
            List<Map<String, Object>> indicators) {
        Map<Object, Object> regionNames = new HashMap<>();
        for (Map<String, Object> region : regions) {
            if (region.get("valid_to_year") == null) {
                regionNames.put(region.get("region_code"), region.get("region_name"));
            }
        }
        Map<Object, Object> indicatorNames = new HashMap<>();
        indicators.forEach(row -> indicatorNames.put(row.get("indicator_code"), row.get("indicator_name")));
        Map<String, Integer> counts = new TreeMap<>();
        for (Map<String, Object> row : observations) {
            Object region = regionNames.get(row.get("region_code"));
            Object indicator = indicatorNames.get(row.get("indicator_code"));
            if (region != null && indicator != null) {
                counts.merge(region + "|" + indicator, 1, Integer::sum);
            }
        }
        List<String> lines = new ArrayList<>();
        counts.forEach((names, count) -> lines.add(names + "|" + count));
        return lines;
    }

    @Test
    void javaScriptReadsTheSame() throws Exception {
        boolean isInstalled = Files.isDirectory(NODE_MODULES.resolve("hyparquet"));
        if (!"true".equals(System.getenv("CI"))) {
            assumeThat(isInstalled)
                    .as("hyparquet, installed by: npm install --prefix target/readers hyparquet hyparquet-compressors")
                    .isTrue();
        }
        assertThat(isInstalled).as(NODE_MODULES + ", which .ci/run installs").isTrue();
        JsonNode read = hyparquet();
        for (String table :
                List.of("mart_observation", "mart_document", "mart_figure", "dim_region", "dim_indicator")) {
            assertThat(home.rows("SELECT count(*) FROM " + table))
                    .as(table)
                    .containsExactly(Integer.toString(read.get(table).size()));
        }
        assertThat(joined(maps(read, "mart_observation"), maps(read, "dim_region"), maps(read, "dim_indicator")))
                .isEqualTo(home.rows(JOINED));
        for (JsonNode row : read.get("mart_observation")) {
            assertThat(row.get("report_year").isInt()).isTrue();
            assertThat(row.get("region_code").isString()).isTrue();
            assertThat(row.get("value").isNumber()).isTrue();
        }
        assertThat(read.get("mart_figure").findValuesAsString("sentence"))
                .containsExactlyInAnyOrderElementsOf(home.rows("SELECT sentence FROM mart_figure"));
        assertThat(read.get("dim_region").get(0).get("successor_codes").isArray())
                .isTrue();
    }

    private static List<Map<String, Object>> maps(JsonNode read, String table) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (JsonNode node : read.get(table)) {
            Map<String, Object> row = new LinkedHashMap<>();
            node.forEachEntry((name, value) -> row.put(name, value.isNull() ? null : value.asString()));
            rows.add(row);
        }
        return rows;
    }

    /** All rows of all files of the mirror, by table. */
    private JsonNode hyparquet() throws IOException, InterruptedException {
        // Modules are looked up beside the script.
        Path script = NODE_MODULES.resolveSibling("read_parquet.mjs");
        Path out = root.resolve("rows.json");
        Path err = root.resolve("node.err");
        try (var source = OtherReadersTest.class.getResourceAsStream("read_parquet.mjs")) {
            Files.copy(source, script, StandardCopyOption.REPLACE_EXISTING);
        }
        Process node = new ProcessBuilder(
                        "node", script.toString(), home.home.parquet().toString())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(node.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(node.exitValue()).as(Files.readString(err)).isZero();
        return JsonMapper.builder().build().readTree(Files.readString(out, StandardCharsets.UTF_8));
    }
}
