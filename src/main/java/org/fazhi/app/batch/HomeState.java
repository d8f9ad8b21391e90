package org.fazhi.app.batch;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fazhi.harvest.state.FetchLog;
import org.fazhi.harvest.state.Nights;

/**
 * The state of a home, read without starting a night.
 *
 * @param fetches of the last night
 * @param isRunning true where a night runs in the home at this moment
 */
public record HomeState(Nights.Night night, List<FetchLog.StateCount> fetches, boolean isRunning) {

    private static final Set<String> COMPLETE =
            Set.of(NightOutcome.Ending.PUBLISHED.code(), NightOutcome.Ending.UNCHANGED.code());

    public HomeState {
        fetches = List.copyOf(fetches);
    }

    /**
     * Reads the state; empty where no night was run yet.
     */
    public static Optional<HomeState> read(Path home) {
        return StateDatabase.read(
                home,
                jdbc -> new Nights(jdbc)
                        .last()
                        .map(night -> new HomeState(
                                night, new FetchLog(jdbc).countByState(night.nightId()), HomeLock.isHeld(home))));
    }

    /**
     * True where the night did not complete: the next start of its command goes on with it. A harvest that the audit refused
     * did all it could; the next one asks the sites again. Reprocess always begins anew.
     */
    public boolean isResumable() {
        String outcome = night.outcome().orElse("");
        boolean isRefusedHarvest = outcome.equals(NightOutcome.Ending.REFUSED.code())
                && night.command().equals(NightPlan.Kind.HARVEST.jobName());
        boolean beginsAnew = night.command().equals(NightPlan.Kind.REPROCESS.jobName());
        return !isRunning && !COMPLETE.contains(outcome) && !isRefusedHarvest && !beginsAnew;
    }
}
