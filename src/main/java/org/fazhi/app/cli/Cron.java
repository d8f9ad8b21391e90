package org.fazhi.app.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.fazhi.harvest.source.Nightly;
import org.fazhi.harvest.source.Problem;
import org.springframework.scheduling.support.CronExpression;

/** The cron of {@code nightly.yml}, six fields as Spring's {@link CronExpression} reads them. */
final class Cron {

    private Cron() {}

    /** When the next night is due; empty where the cron never comes round again. */
    static Optional<ZonedDateTime> next(Nightly nightly, Clock clock) {
        return Optional.ofNullable(
                CronExpression.parse(nightly.cron()).next(clock.instant().atZone(nightly.zone())));
    }

    static Optional<Problem> problem(Nightly nightly) {
        try {
            CronExpression.parse(nightly.cron());
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(new Problem(
                    nightly.file().orElse(Path.of("nightly.yml")),
                    nightly.cronLine(),
                    "cron",
                    "expected a cron of six fields such as 0 30 2 * * *, got " + nightly.cron() + " (" + e.getMessage()
                            + ")"));
        }
    }
}
