package org.fazhi.warehouse.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.fazhi.text.Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Digests, folders, locks, bounds and URLs. */
class SmallThingsTest {

    @TempDir
    private Path root;

    @Test
    void digestsAFileThatIsLongerThanOneRead() throws IOException {
        String text = "一二三".repeat(50_000);
        assertThat(Digests.sha256(Files.writeString(root.resolve("long"), text)))
                .isEqualTo(Digest.of(text).hex());
        assertThat(Digests.sha256(Files.writeString(root.resolve("empty"), "")))
                .isEqualTo(Digest.of("").hex());
    }

    @Test
    void deletesAFolderWithAllInItAndALinkWithoutWhatItLeadsTo() throws IOException {
        Path kept = Files.createDirectories(root.resolve("kept/inside"));
        Path folder = Files.createDirectories(root.resolve("gone/a/b"));
        Files.writeString(folder.resolve("c"), "c");
        Files.createSymbolicLink(folder.resolve("link"), kept);
        FileTree.delete(root.resolve("gone"));
        assertThat(root.resolve("gone")).doesNotExist();
        assertThat(kept).exists();
        Path dangling = Files.createSymbolicLink(root.resolve("dangling"), root.resolve("nowhere"));
        FileTree.delete(dangling);
        assertThat(Files.isSymbolicLink(dangling)).isFalse();
        assertThatCode(() -> FileTree.delete(root.resolve("nowhere"))).doesNotThrowAnyException();
    }

    @Test
    void takesOneLockAHomeUntilItIsFreed() {
        WarehouseHome home = new WarehouseHome(root);
        try (WarehouseLock lock = WarehouseLock.take(home)) {
            assertThatThrownBy(() -> WarehouseLock.take(home))
                    .isInstanceOf(WarehouseInUse.class)
                    .hasMessage(home.lock() + ": expected no other run that works on these releases, got one that holds"
                            + " the lock; wait for it to end");
        }
        assertThatCode(() -> WarehouseLock.take(home).close()).doesNotThrowAnyException();
    }

    @Test
    void saysThatAHomeIsNoFolder() throws IOException {
        WarehouseHome home = new WarehouseHome(Files.writeString(root.resolve("file"), ""));
        assertThatThrownBy(() -> WarehouseLock.take(home))
                .isInstanceOf(WarehouseException.class)
                .hasMessageStartingWith(home.lock() + ": expected a folder that can be written, got ");
    }

    @Test
    void keepsEverythingUnderTheHome() {
        WarehouseHome home = new WarehouseHome(root);
        assertThat(root.relativize(home.published())).hasToString("fazhi.duckdb");
        assertThat(root.relativize(home.parquet())).hasToString("parquet");
        assertThat(root.relativize(home.release("a"))).hasToString("releases/a");
        assertThat(root.relativize(home.latest())).hasToString("releases/LATEST");
        assertThat(root.relativize(home.reviews())).hasToString("reviews");
        assertThat(root.relativize(home.build())).hasToString("state/build.duckdb");
        assertThat(root.relativize(home.spill())).hasToString("state/spill");
        assertThat(root.relativize(home.lock())).hasToString("state/warehouse.lock");
    }

    @Test
    void boundsWhatABuildTakes() {
        assertThat(new DuckSettings(64, 1).threads()).isEqualTo(1);
        assertThatThrownBy(() -> new DuckSettings(63, 1)).hasMessage("memory: expected at least 64 MB, got 63");
        assertThatThrownBy(() -> new DuckSettings(64, 0)).hasMessage("threads: expected at least 1, got 0");
    }

    @ParameterizedTest
    @CsvSource({
        "HTTP://Yunxi.Example:80/A#b, http://yunxi.example/A",
        "http://yunxi.example:443/a, http://yunxi.example:443/a",
        "https://yunxi.example:443, https://yunxi.example/",
        "https://yunxi.example:80/a?b=%20, https://yunxi.example:80/a?b=%20",
        "ftp://yunxi.example:80/a, ftp://yunxi.example:80/a",
        "' http://yunxi.example ', http://yunxi.example/",
        "mailto:a@yunxi.example, mailto:a@yunxi.example",
        "//yunxi.example/A#b, //yunxi.example/A#b",
        "not a url, not a url"
    })
    void knowsADocumentByOneFormOfItsUrl(String url, String form) {
        assertThat(NormalUrl.of(url)).isEqualTo(form);
    }

    @ParameterizedTest
    @CsvSource({
        "999999999999999999, true",
        "1000000000000000000, false",
        "-999999999999999999.999999, true",
        "0.000001, true",
        "0.0000010, true",
        "0.0000001, false",
        "1E17, true",
        "1E18, false",
        "10E17, false",
        "1234567890123456789.0000000, false"
    })
    void knowsWhatAValueColumnHolds(String value, boolean fits) {
        assertThat(TableWriter.fits(new BigDecimal(value))).isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource({
        "999999999999999.999999, true",
        "-999999999999999.999999, true",
        "1000000000000000, false",
        "-1000000000000000, false",
        "999999999999999999, false",
        "0.0000001, false"
    })
    void knowsWhatCanBeAReportsValue(String value, boolean isPossible) {
        assertThat(ReportedValue.isPossible(new BigDecimal(value))).isEqualTo(isPossible);
    }

    @Test
    void countsMicroseconds() {
        assertThat(TableWriter.micros(Instant.parse("1970-01-01T00:00:01.000002Z")))
                .isEqualTo(1_000_002);
    }
}
