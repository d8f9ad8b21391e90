package org.fazhi.app.batch;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets SIGTERM end a night in order: the job is asked to stop behind its present chunk, and the process waits until the
 * night has written down how it ended and closed its state. What is not done in time is killed, which the next start
 * repairs.
 */
final class NightStop implements AutoCloseable {

    /** A step ends its chunk first; the longest is one slow request or the warehouse's build. */
    private static final Duration LONGEST = Duration.ofSeconds(120);

    /** The signal may come before there is a job to stop. */
    private static final Duration BETWEEN_REQUESTS = Duration.ofMillis(200);

    private static final Runnable NOTHING_RUNS = () -> {};

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stopAndWait, "stop-night");
    private Runnable request = NOTHING_RUNS;
    private boolean isSaid;

    private final StepProgress progress;

    private NightStop(StepProgress progress) {
        this.progress = progress;
    }

    /** Listens for the signal until closed. */
    static NightStop armed(StepProgress progress) {
        NightStop stop = new NightStop(progress);
        try {
            Runtime.getRuntime().addShutdownHook(stop.hook);
        } catch (IllegalStateException e) {
            // The process ends already; a night it cuts off is one that was killed.
            stop.ended.countDown();
        }
        return stop;
    }

    /** From now on the signal makes this request, again and again until the night has ended; it must not wait for it. */
    synchronized void by(Runnable newRequest) {
        request = newRequest;
    }

    /** Nothing runs any more that could be asked to stop; returns when no request is under way. */
    synchronized void byNothing() {
        request = NOTHING_RUNS;
    }

    /** The night has ended with all it had to write. */
    @Override
    public void close() {
        boolean isFirst = ended.getCount() > 0;
        ended.countDown();
        if (isFirst) {
            removeHook();
        }
    }

    private void removeHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The hook runs; it ends by the latch, and with it the process.
            return;
        }
    }

    private void stopAndWait() {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        try {
            while (System.nanoTime() < deadline) {
                request();
                if (ended.await(BETWEEN_REQUESTS.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void request() {
        request.run();
        if (!isSaid && request != NOTHING_RUNS) {
            isSaid = true;
            progress.stopping();
        }
    }
}
