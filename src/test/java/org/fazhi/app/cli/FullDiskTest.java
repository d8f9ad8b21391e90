package org.fazhi.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Operational state shares the disk with the build: whichever of the two hits its end, it is said in a line. */
class FullDiskTest {

    private final StringWriter said = new StringWriter();

    private int explain(Exception fault) {
        return Fazhi.explain(fault, new PrintWriter(said, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"No space left on device", "/x: Disk quota exceeded", "File too large"})
    void saysInALineThatTheDiskIsFullHoweverDeepItWasHit(String words) {
        Exception fault = new IllegalStateException(
                "the database has been closed", new RuntimeException("writing failed", new IOException(words)));
        assertThat(explain(fault)).isEqualTo(3);
        assertThat(said.toString().lines())
                .containsExactly("expected room on the disk of the home, got: " + words
                        + "; the release that stands is untouched. Make room and run the same command again");
    }

    @Test
    void showsTheTraceOfAnythingElse() {
        assertThat(explain(new IllegalStateException("x", new IOException("Connection reset"))))
                .isEqualTo(1);
        assertThat(said.toString()).contains("IllegalStateException: x", "Connection reset", "\tat ");
    }

    @Test
    void endsWhereCausesGoInACircle() {
        Exception one = new IllegalStateException("one");
        one.initCause(new IllegalStateException("two", one));
        assertThat(explain(one)).isEqualTo(1);
    }
}
