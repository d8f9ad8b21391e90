package org.fazhi.harvest.fetch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A clock that only pauses move, and a pause that writes down how long it was. */
final class PassingTime extends Clock implements Pause {

    private Instant now = Instant.parse("2026-03-01T00:00:00Z");
    private final List<Duration> pauses = new ArrayList<>();

    @Override
    public synchronized void of(Duration duration) {
        pauses.add(duration);
        now = now.plus(duration);
    }

    synchronized void pass(Duration duration) {
        now = now.plus(duration);
    }

    /** The pauses longer than nothing. */
    synchronized List<Duration> pauses() {
        return pauses.stream().filter(pause -> !pause.isZero()).toList();
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
