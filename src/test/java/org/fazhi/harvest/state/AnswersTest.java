package org.fazhi.harvest.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.fazhi.text.Digest;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class AnswersTest {

    private final JdbcClient jdbc = MemoryState.create();
    private final Captures captures = new Captures(jdbc);
    private final Answers answers = captures.answers();

    @Test
    void keepsTheLastOfSeveralAnswersInWhateverOrderTheyCome() {
        answers.add(answer("/a", "/a", "first", 2));
        answers.add(answer("/a", "/a", "second", 5));
        answers.add(answer("/a", "/a", "first", 9));
        answers.add(answer("/a", "/a", "first", 4));

        assertThat(answers.last("linjiang", url("/a"))).contains(answer("/a", "/a", "first", 9));
        assertThat(answers.last("linjiang", url("/b"))).isEmpty();
        assertThat(answers.last("wuhe", url("/a"))).isEmpty();
    }

    @Test
    void tellsOnlyWhatTheCapturesDoNotSay() {
        Answers.Entry plain = answer("/plain", "/plain", "x", 1);
        Answers.Entry led = answer("/led", "/to", "x", 1);
        Answers.Entry one = answer("/changed", "/changed", "one", 1);
        Answers.Entry two = answer("/changed", "/changed", "two", 2);
        // Of before this table was kept: of two captures only the one that came again has an answer.
        Answers.Entry again = answer("/old", "/old", "one", 3);
        Stream.of(plain, led, one, two, again).forEach(answers::add);
        for (String payload : List.of("one", "two")) {
            captures.add(new Captures.Entry(url("/old"), Digest.of(payload), "linjiang", Instant.EPOCH, "file", 1));
        }
        captures.add(new Captures.Entry(url("/plain"), Digest.of("x"), "linjiang", Instant.EPOCH, "file", 1));
        captures.add(new Captures.Entry(url("/plain"), Digest.of("y"), "wuhe", Instant.EPOCH, "file", 1));

        try (Stream<Answers.Entry> telling = answers.telling()) {
            assertThat(telling).containsExactlyInAnyOrder(led, one, two, again);
        }
    }

    private static Answers.Entry answer(String asked, String path, String payload, int second) {
        return new Answers.Entry(
                "linjiang", url(asked), url(path), Digest.of(payload), Instant.ofEpochSecond(1_790_000_000L + second));
    }

    private static URI url(String path) {
        return URI.create("http://127.0.0.1" + path);
    }
}
