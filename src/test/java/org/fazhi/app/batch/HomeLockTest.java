package org.fazhi.app.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One night a home at a time; who looks hinders nobody. Another process is tried in {@code KilledNightTest}. */
class HomeLockTest {

    @TempDir
    private Path home;

    @BeforeEach
    void makeTheFolder() throws Exception {
        Files.createDirectory(home.resolve("state"));
    }

    @Test
    void holdsAHomeUntilItIsClosed() {
        assertThat(HomeLock.isHeld(home)).isFalse();
        try (HomeLock lock = HomeLock.take(home)) {
            assertThat(lock).isNotNull();
            assertThat(HomeLock.isHeld(home)).isTrue();
            assertThatThrownBy(() -> HomeLock.take(home))
                    .isInstanceOf(HomeInUse.class)
                    .hasMessage(home
                            + ": expected no other run in this home, got one that holds its state; wait for it to end");
            assertThat(HomeLock.isHeld(home)).isTrue();
        }

        assertThat(HomeLock.isHeld(home)).isFalse();
        HomeLock.take(home).close();
        assertThat(HomeLock.isHeld(home)).isFalse();
    }
}
