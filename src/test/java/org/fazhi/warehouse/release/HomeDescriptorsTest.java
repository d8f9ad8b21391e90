package org.fazhi.warehouse.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fazhi.warehouse.Home;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The descriptors stand with their release: at the home's root, in its manifest, through a rollback. */
class HomeDescriptorsTest {

    @TempDir
    private Path root;

    private Home home;
    private Manifest manifest;
    private Path folder;

    @BeforeEach
    void publish() {
        home = MirroredHome.in(root);
        manifest = home.published();
        folder = home.home.release(manifest.release());
    }

    @Test
    void theHomesOwnDescriptorsFollowTheReleaseThatStands() throws IOException {
        MirroredHome.add(home, "shiqiao", "991101", "石桥县人民政府", 2025, "12");
        Manifest second = home.published();
        Releases releases = new Releases(home.home);
        for (String name : List.of("datapackage.json", "croissant.json")) {
            Path place = home.home.root().resolve(name);
            assertThat(Files.readString(place)).contains("\"" + second.release() + "\"");
        }
        releases.rollback(manifest.release());
        for (String name : List.of("datapackage.json", "croissant.json")) {
            Path place = home.home.root().resolve(name);
            assertThat(place).hasSameBinaryContentAs(folder.resolve(name));
            assertThat(home.home.root().resolve(name + ".new")).doesNotExist();
        }
        for (Manifest.FileEntry file : manifest.files()) {
            assertThat(home.home.root().resolve(file.path())).isRegularFile();
        }
    }

    @Test
    void verifyHoldsDescriptorsAndMirrorToTheManifest() throws IOException {
        Releases releases = new Releases(home.home);
        assertThat(releases.verify(manifest)).isEmpty();
        Files.writeString(folder.resolve("croissant.json"), "{}");
        Files.delete(folder.resolve("datapackage.json"));
        Files.writeString(folder.resolve("parquet/dim_unit/dim_unit.parquet"), "PAR1");
        assertThat(releases.verify(manifest))
                .hasSize(3)
                .anyMatch(line -> line.contains("croissant.json: expected SHA-256"))
                .anyMatch(line -> line.contains("datapackage.json: expected SHA-256") && line.endsWith("got no file"))
                .anyMatch(line -> line.contains("dim_unit.parquet: expected SHA-256"));
    }
}
