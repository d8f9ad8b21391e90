package org.fazhi.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ReliabilityTest {

    @Test
    void holdsConfidenceAgainstTheShareOfRightOnes() {
        Reliability reliability = Reliability.NONE;
        for (int i = 0; i < 4; i++) {
            reliability = reliability.plus(Reliability.of(0.95, i != 0)).plus(Reliability.of(0.7, true));
        }

        assertThat(reliability.bins()).containsOnlyKeys(70, 95);
        assertThat(reliability.bins().get(95).share()).isEqualTo(0.75);
        assertThat(reliability.error()).isCloseTo((0.2 + 0.3) / 2, within(1e-9));
    }

    @Test
    void putsCertaintyIntoTheHighestBinAndAnEndIntoTheBinItOpens() {
        Reliability reliability = Reliability.of(1, true).plus(Reliability.of(0.95 - 0.15, true));

        assertThat(reliability.bins()).containsOnlyKeys(80, 95);
        assertThat(Reliability.NONE.error()).isZero();
    }
}
