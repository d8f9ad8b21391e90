package org.fazhi.app.batch;

import java.util.List;
import java.util.stream.Collectors;
import org.fazhi.harvest.state.FetchLog;
import org.springframework.batch.core.step.StepExecution;

/** Says in a line how a night's fetches ended. */
final class FetchSummary {

    private FetchSummary() {}

    static String of(FetchLog log, StepExecution step, String kind) {
        String night = NightLauncher.night(step);
        List<FetchLog.StateCount> counts = log.countByState(night).stream()
                .filter(count -> count.kind().equals(kind))
                .toList();
        return counts.isEmpty()
                ? "nothing to ask for"
                : counts.stream()
                        .map(count -> count.count() + " " + count.state())
                        .collect(Collectors.joining(", "));
    }
}
