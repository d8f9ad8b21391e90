package org.fazhi.reading.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A child whose parent is killed while it reads. */
class OrphanedChildTest {

    @TempDir
    Path folder;

    @Test
    void endsWithItsParentLongBeforeItsTimeIsOver() throws Exception {
        String child = ChildCommand.of(AttachmentLimits.USUAL, folder).stream()
                .map(word -> "'" + word + "'")
                .collect(Collectors.joining(" "));
        // The shell is the parent; its standard input stays open, so that the child waits for more of the file.
        Process parent = new ProcessBuilder("/bin/sh", "-c", "exec 3<&0; " + child + " <&3 & echo $!; wait").start();
        try (BufferedReader output = parent.inputReader(StandardCharsets.ISO_8859_1)) {
            ProcessHandle orphan =
                    ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();
            char[] begun = new char[4];
            assertThat(output.read(begun)).isEqualTo(4);

            parent.destroyForcibly();

            assertThat(orphan.onExit().get(30, TimeUnit.SECONDS).isAlive()).isFalse();
        } finally {
            parent.destroyForcibly();
        }
    }
}
