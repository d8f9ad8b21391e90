package org.fazhi.app.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One night a home at a time, in this process and in others; who looks hinders nobody. */
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

    @Test
    void isHeldByAnotherProcessUntilThatEndsHoweverItEnds() throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        home.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said = other.inputReader()) {
            assertThat(said.readLine()).isEqualTo("held");

            assertThat(HomeLock.isHeld(home)).isTrue();
            assertThatThrownBy(() -> HomeLock.take(home)).isInstanceOf(HomeInUse.class);
            assertThat(HomeLock.isHeld(home)).isTrue();
        } finally {
            other.destroyForcibly().waitFor();
        }

        assertThat(HomeLock.isHeld(home)).isFalse();
        HomeLock.take(home).close();
    }

    /** The other process. */
    static final class Holder {

        private Holder() {}

        public static void main(String... args) throws Exception {
            try (HomeLock lock = HomeLock.take(Path.of(args[0]))) {
                System.out.println(lock == null ? "" : "held");
                System.in.read();
            }
        }
    }
}
