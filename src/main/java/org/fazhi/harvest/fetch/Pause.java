package org.fazhi.harvest.fetch;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets time pass between two requests. Tests hand in one that only writes down how long. */
public interface Pause {

    /** Returns after the duration, or at once where it is zero or negative. */
    void of(Duration duration) throws InterruptedException;

    /** The one that waits on the machine's clock. */
    static Pause real() {
        return duration -> {
            if (!duration.isZero() && !duration.isNegative()) {
                // Nothing counts this latch down: only time or an interrupt ends the wait.
                boolean open = new CountDownLatch(1).await(duration.toNanos(), TimeUnit.NANOSECONDS);
                if (open) {
                    throw new IllegalStateException("expected a latch that stays closed");
                }
            }
        };
    }
}
