package org.fazhi.app.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.fazhi.harvest.source.Nightly;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Stays up and harvests when the cron says so. */
@Command(
        name = "schedule",
        mixinStandardHelpOptions = true,
        description = {
            "Stay up and harvest at the cron of nightly.yml, one night at a time, until SIGTERM.",
            "Settings, sources and reviews are read anew for every night. With --now the first night begins at once.",
            "Example: java -jar target/fazhi.jar schedule --now --nights 1",
            "Example: java -jar target/fazhi.jar schedule --jobs jobs/cn --home ../fazhi-cn"
        })
final class ScheduleCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private NightOptions options = new NightOptions();

    @Mixin
    private ReviewsOption reviews = new ReviewsOption();

    @Option(names = "--nights", paramLabel = "N", description = "End after N nights (default: stay up).")
    private Optional<Integer> nights = Optional.empty();

    @Option(names = "--now", description = "Begin with a night at once, then wait for the cron.")
    private boolean isAtOnce;

    private final Clock clock = Clock.systemUTC();
    private final CountDownLatch stopped = new CountDownLatch(1);

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        NightCommand night = new NightCommand(spec, options, Set.of(), reviews.folder());
        Runtime.getRuntime().addShutdownHook(new Thread(stopped::countDown, "stop-schedule"));
        int last = ExitCode.OK;
        for (int count = 0; nights.isEmpty() || count < nights.get(); count++) {
            Nightly nightly = night.registry().nightly();
            if (isAtOnce && count == 0) {
                last = nightOf(night);
                continue;
            }
            Optional<ZonedDateTime> next = Cron.next(nightly, clock);
            if (next.isEmpty()) {
                throw new UsageException(nightly.cron() + ": expected a cron that comes round again");
            }
            out.println("Next night: " + next.get());
            if (stopped.await(Duration.between(clock.instant(), next.get()).toMillis(), TimeUnit.MILLISECONDS)) {
                break;
            }
            last = nightOf(night);
        }
        return last;
    }

    /** A night that cannot even start must not end the schedule: the operator may mend the sources by day. */
    private int nightOf(NightCommand night) {
        try {
            return night.harvest();
        } catch (RuntimeException e) {
            return Fazhi.explain(e, spec.commandLine().getErr());
        }
    }
}
