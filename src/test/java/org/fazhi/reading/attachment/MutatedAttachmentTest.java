package org.fazhi.reading.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Damaged files of every format. Most are read in this process, where an escaping exception would be seen. */
class MutatedAttachmentTest {

    private static final int MUTATIONS = 200;
    private static final int IN_CHILDREN = 5;

    /** The libraries have much to say of damaged files; in a child their logging is off. */
    @BeforeAll
    static void quiet() {
        ((Logger) LoggerFactory.getLogger("org.apache")).setLevel(Level.OFF);
    }

    @Tag("slow")
    @Timeout(600)
    @ParameterizedTest
    @ValueSource(strings = {"docx", "doc", "pdf", "ofd"})
    void everyMutationEndsInAResult(String extension) {
        Random random = new Random(extension.hashCode());
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] mutated = mutated(Fixture.report(extension), random);
            assertThatCode(() -> AttachmentChild.read(mutated, 16_000_000, 2_000_000))
                    .as("%s, mutation %d", extension, i)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void mutationsInChildrenEndInAResult() {
        AttachmentReader reader = new AttachmentReader(AttachmentLimits.USUAL.withTime(Duration.ofSeconds(30)));
        Random random = new Random(7);
        for (int i = 0; i < IN_CHILDREN; i++) {
            assertThat(reader.read(mutated(Fixture.report("docx"), random))).isNotNull();
        }
    }

    /** Up to twenty bytes changed, and in every fourth a stretch moved or the end cut off. */
    private static byte[] mutated(byte[] original, Random random) {
        byte[] bytes = original.clone();
        for (int n = 1 + random.nextInt(20); n > 0; n--) {
            bytes[4 + random.nextInt(bytes.length - 4)] = (byte) random.nextInt(256);
        }
        if (random.nextInt(4) == 0) {
            int length = 1 + random.nextInt(bytes.length / 4);
            int from = random.nextInt(bytes.length - length);
            int to = 4 + random.nextInt(bytes.length - length - 4);
            System.arraycopy(bytes.clone(), from, bytes, to, length);
        }
        return random.nextInt(4) == 0 ? Arrays.copyOf(bytes, 8 + random.nextInt(bytes.length - 8)) : bytes;
    }
}
