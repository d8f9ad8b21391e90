package org.fazhi.harvest.fetch;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** Follows one request for a robots.txt, so that it can be written down. */
final class RobotsRequest {

    private final URI url;
    private final Clock clock;
    private final Instant startedAt;
    private Optional<Answer> last = Optional.empty();
    private boolean isUnsafe;
    private int attempts;

    RobotsRequest(URI url, Clock clock) {
        this.url = url;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    /** Notes an answer, and hands it back. */
    Answer take(Answer answer) {
        attempts++;
        last = Optional.of(answer);
        return answer;
    }

    /** The next address must not be asked. */
    void unsafe() {
        isUnsafe = true;
    }

    RobotsFetch end() {
        Optional<Answer.Received> received =
                last.filter(Answer.Received.class::isInstance).map(Answer.Received.class::cast);
        OptionalInt status = received.stream().mapToInt(Answer.Received::status).findFirst();
        String state = state();
        boolean isSuccess = state.equals("fetched") || state.equals("not_modified");
        return new RobotsFetch(
                url,
                state,
                status,
                startedAt,
                Duration.between(startedAt, clock.instant()),
                received.map(answer -> answer.body().length).orElse(0),
                attempts,
                isSuccess ? "" : reason(status));
    }

    private String state() {
        if (isUnsafe || last.filter(Answer.Refused.class::isInstance).isPresent()) {
            return "unsafe";
        }
        if (!(last.isPresent() && last.get() instanceof Answer.Received received)) {
            return "failed";
        }
        int code = received.status();
        if (code >= 200 && code < 300) {
            return "fetched";
        }
        if (code == 304) {
            return "not_modified";
        }
        if (code == 404 || code == 410) {
            return "gone";
        }
        return Judgement.WALLS.contains(code) ? "blocked" : "failed";
    }

    private String reason(OptionalInt status) {
        if (isUnsafe) {
            return "leads to an address that must not be reached";
        }
        if (last.isPresent() && last.get() instanceof Answer.Fault fault) {
            return fault.reason();
        }
        if (last.isPresent() && last.get() instanceof Answer.Refused refused) {
            return refused.reason();
        }
        return "status " + status.orElse(0);
    }
}
