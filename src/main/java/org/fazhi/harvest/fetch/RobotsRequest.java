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
        FetchState state = state();
        boolean isSuccess = state == FetchState.FETCHED || state == FetchState.NOT_MODIFIED;
        return new RobotsFetch(
                url,
                state.code(),
                status,
                startedAt,
                Duration.between(startedAt, clock.instant()),
                received.map(answer -> answer.body().length).orElse(0),
                attempts,
                isSuccess ? "" : reason(status));
    }

    private FetchState state() {
        if (isUnsafe || last.filter(Answer.Refused.class::isInstance).isPresent()) {
            return FetchState.UNSAFE;
        }
        if (last.filter(Answer.Truncated.class::isInstance).isPresent()) {
            return FetchState.TRUNCATED;
        }
        if (!(last.isPresent() && last.get() instanceof Answer.Received received)) {
            return FetchState.FAILED;
        }
        int code = received.status();
        if (code >= 200 && code < 300) {
            return FetchState.FETCHED;
        }
        if (code == 304) {
            return FetchState.NOT_MODIFIED;
        }
        if (code == 404 || code == 410) {
            return FetchState.GONE;
        }
        return Judgement.WALLS.contains(code) ? FetchState.BLOCKED : FetchState.FAILED;
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
        if (last.isPresent() && last.get() instanceof Answer.Truncated cut) {
            return cut.reason();
        }
        return "status " + status.orElse(0);
    }
}
