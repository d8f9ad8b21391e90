package org.fazhi.app.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fazhi.warehouse.store.WarehouseHome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NightCountsTest {

    @TempDir
    private Path root;

    /** No count is no zero. */
    @Test
    void saysThatItDoesNotKnowWhereTheReleaseDoesNotTell() throws Exception {
        WarehouseHome home = new WarehouseHome(root);
        Files.writeString(home.published(), "no database");
        Optional<SortedMap<String, Integer>> unknown = NightCounts.notHad(home);
        assertThat(unknown).isEmpty();
        assertThat(NightCounts.total(unknown)).isEqualTo("?");
        assertThat(NightCounts.states(unknown)).isEqualTo("the release's file does not tell");

        Optional<SortedMap<String, Integer>> none = Optional.of(new TreeMap<>());
        assertThat(NightCounts.total(none)).isEqualTo("0");
        assertThat(NightCounts.states(none)).isEmpty();
        assertThat(NightCounts.total(Optional.of(new TreeMap<>(Map.of("gone", 2, "blocked", 1)))))
                .isEqualTo("3");
    }
}
