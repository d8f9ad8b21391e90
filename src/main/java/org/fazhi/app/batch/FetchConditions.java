package org.fazhi.app.batch;

import org.fazhi.harvest.fetch.FetchSettings;
import org.fazhi.harvest.fetch.Fetcher;

/** The bounds of a night's fetches, and what they take from the machine. */
record FetchConditions(FetchSettings settings, Fetcher.Surroundings surroundings) {

    static FetchConditions usual(NightPlan plan) {
        return new FetchConditions(
                FetchSettings.of(plan.registry().nightly().contact()), Fetcher.Surroundings.real(plan.clock()));
    }
}
