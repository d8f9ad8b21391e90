package org.fazhi.app.batch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CausesTest {

    @Test
    void namesTheFaultFirstAndWhatItCameOfLast() {
        Throwable root = new IllegalArgumentException("root");
        Throwable middle = new IllegalStateException("middle", root);
        Throwable fault = new IllegalStateException("fault", middle);

        assertThat(Causes.of(fault)).containsExactly(fault, middle, root);
    }

    @Test
    void comesToAnEndWhereAChainLeadsBackIntoItself() {
        Throwable one = new IllegalStateException("one");
        one.initCause(new IllegalArgumentException("two", one));

        assertThat(Causes.of(one)).hasSize(50);
    }
}
