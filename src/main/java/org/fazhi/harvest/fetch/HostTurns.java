package org.fazhi.harvest.fetch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** One request at a time to a host, with a gap from the end of one to the start of the next. */
final class HostTurns {

    private final Clock clock;
    private final Pause pause;
    private final Map<String, Host> hosts = new ConcurrentHashMap<>();

    private static final class Host {
        private final ReentrantLock turn = new ReentrantLock(true);
        private Optional<Instant> lastEnd = Optional.empty();
    }

    HostTurns(Clock clock, Pause pause) {
        this.clock = clock;
        this.pause = pause;
    }

    /**
     * Does the work when the host's turn has come.
     *
     * @param host host and port
     * @param gap least time since the last work for this host ended
     */
    <T> T take(String host, Duration gap, Supplier<T> work) throws InterruptedException {
        Host state = hosts.computeIfAbsent(host, name -> new Host());
        state.turn.lockInterruptibly();
        try {
            pause.of(remaining(state.lastEnd, gap));
            try {
                return work.get();
            } finally {
                state.lastEnd = Optional.of(clock.instant());
            }
        } finally {
            state.turn.unlock();
        }
    }

    private Duration remaining(Optional<Instant> lastEnd, Duration gap) {
        if (lastEnd.isEmpty()) {
            return Duration.ZERO;
        }
        Duration rest = Duration.between(clock.instant(), lastEnd.get().plus(gap));
        if (rest.isNegative()) {
            return Duration.ZERO;
        }
        // A clock that was set back must not hold the host for longer than the gap.
        return rest.compareTo(gap) > 0 ? gap : rest;
    }
}
