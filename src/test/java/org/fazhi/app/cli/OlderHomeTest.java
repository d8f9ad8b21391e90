package org.fazhi.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.fazhi.warehouse.release.Manifest;
import org.fazhi.warehouse.release.Releases;
import org.fazhi.warehouse.store.WarehouseHome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A home of another version of the program: an older one is brought up by one command, a later one refused. */
@Tag("slow")
class OlderHomeTest {

    @TempDir
    private Path folder;

    private SampleHouse house;
    private Path home;
    private Manifest first;

    @BeforeEach
    void harvest() throws Exception {
        house = new SampleHouse(folder);
        home = folder.resolve("home");
        assertThat(run("harvest").exitCode()).isZero();
        first = releases().current().orElseThrow();
    }

    @AfterEach
    void close() {
        house.close();
    }

    private CommandRun run(String command) {
        return CommandRun.of(command, "--jobs", house.jobs().toString(), "--home", home.toString());
    }

    private Releases releases() {
        return new Releases(new WarehouseHome(home));
    }

    private Path manifest() {
        return home.resolve("releases").resolve(first.release()).resolve("manifest.json");
    }

    /**
     * Format 0, as the program wrote it before homes had a format: no format in manifest and file, a folder in place of the
     * link to the mirror, in it one Parquet file a mart; and the state in another database.
     */
    private void makeOlder() throws IOException, SQLException {
        Path release = manifest().resolveSibling("fazhi.duckdb");
        execute("jdbc:duckdb:" + release, "ALTER TABLE release DROP format_version", "CHECKPOINT");
        Path parquet = home.resolve("parquet");
        Files.delete(parquet);
        delete(manifest().resolveSibling("parquet"));
        for (Path mirror : List.of(parquet, manifest().resolveSibling("parquet"))) {
            Files.createDirectory(mirror);
            for (String mart : first.rows().keySet()) {
                String file = mirror.resolve(mart + ".parquet").toString();
                execute("jdbc:duckdb:" + release, "COPY (FROM " + mart + ") TO '" + file + "' (FORMAT parquet)");
            }
        }
        Files.writeString(
                manifest(),
                Files.readString(manifest())
                        .replaceFirst("  \"formatVersion\" : 2,\n", "")
                        .replaceFirst("(\"schemaVersion\" : \")[0-9a-f]{16}", "$10123456789abcdef"));
        Files.delete(home.resolve("releases/INPUTS"));
        // Its state was a database of another kind.
        Files.move(home.resolve("state/fazhi.db"), home.resolve("state/fazhi.mv.db"));
    }

    private static void execute(String url, String... statements) throws SQLException {
        Properties properties = new Properties();
        if (url.startsWith("jdbc:duckdb")) {
            properties.setProperty("jdbc_instance_cache", "false");
        }
        try (Connection connection = DriverManager.getConnection(url, properties);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static void delete(Path path) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(path)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : all) {
            Files.delete(each);
        }
    }

    @Test
    void rebuildsAnOlderHomeFromItsArchiveByOneCommandAndSaysSo() throws Exception {
        makeOlder();
        assertThat(releases().current().orElseThrow().formatVersion()).isZero();
        assertThat(run("releases").out()).contains("* " + first.release());

        CommandRun reprocess = run("reprocess");

        assertThat(reprocess.exitCode()).as(reprocess.err()).isZero();
        assertThat(reprocess.out())
                .contains(
                        "release " + first.release() + " has schema 0123456789abcdef of format 0, this program makes",
                        " of format 2: it is made anew from the archive");
        Manifest anew = releases().current().orElseThrow();
        assertThat(anew.formatVersion()).isEqualTo(2);
        assertThat(anew.contentHash()).isEqualTo(first.contentHash());
        assertThat(anew.rows()).isEqualTo(first.rows());
        assertThat(releases().verify(anew)).isEmpty();
        assertThat(home.resolve("parquet")).isSymbolicLink();
        assertThat(home.resolve("parquet/mart_figure/mart_figure.parquet")).doesNotExist();
        assertThat(home.resolve("parquet/dim_region/dim_region.parquet")).exists();
        assertThat(home.resolve("datapackage.json")).exists();
        house.clearLog();
        CommandRun night = run("harvest");
        assertThat(night.exitCode()).as(night.err()).isZero();
        assertThat(releases().current().orElseThrow().release()).isEqualTo(anew.release());
    }

    @Test
    void refusesALaterHomeBeforeAnythingIsAsked() throws Exception {
        Files.writeString(
                manifest(), Files.readString(manifest()).replace("\"formatVersion\" : 2", "\"formatVersion\" : 3"));
        house.clearLog();
        for (String command : List.of("harvest", "reprocess")) {
            CommandRun refused = run(command);
            assertThat(refused.exitCode()).isEqualTo(2);
            assertThat(refused.err())
                    .contains(
                            "expected a home of format 2 or earlier, got format 3",
                            "run that program or a later one, or name another home");
        }
        assertThat(house.log()).isEmpty();
        assertThat(releases().current().orElseThrow().release()).isEqualTo(first.release());
    }
}
