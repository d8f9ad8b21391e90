package org.fazhi.harvest.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class IsoTextTest {

    @Test
    void ordersTextAsTime() {
        List<String> texts = List.of(
                IsoText.text(Instant.parse("1990-01-01T00:00:00Z")),
                IsoText.text(Instant.parse("2026-11-22T18:30:00Z")),
                IsoText.text(Instant.parse("2026-11-22T18:30:00.000001Z")),
                IsoText.text(Instant.parse("2026-11-22T18:30:00.5Z")),
                IsoText.text(Instant.parse("2026-11-22T18:30:01Z")));

        assertThat(texts).isSorted().doesNotHaveDuplicates().contains("2026-11-22T18:30:00.500000Z");
        assertThat(Instant.parse(texts.get(2))).isEqualTo(Instant.parse("2026-11-22T18:30:00.000001Z"));
    }
}
