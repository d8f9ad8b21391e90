package org.fazhi.app.batch;

import java.util.List;
import org.fazhi.harvest.archive.Archive;
import org.fazhi.harvest.crawl.VisitRecorder;
import org.fazhi.harvest.state.Captures;
import org.fazhi.harvest.state.ConfiguredSources;
import org.fazhi.harvest.state.FetchLog;
import org.fazhi.harvest.state.Frontier;
import org.fazhi.harvest.state.ListingPages;
import org.fazhi.harvest.state.Nights;
import org.fazhi.harvest.state.StateClock;
import org.fazhi.harvest.state.StoredPayloads;
import org.fazhi.harvest.state.StoredRobots;
import org.fazhi.harvest.state.WalkLog;
import org.fazhi.reading.ExtractStore;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.transaction.PlatformTransactionManager;

/** What a night remembers. */
@Configuration(proxyBeanMethods = false)
class StateConfiguration {

    @Bean
    SQLExceptionTranslator stateFaults() {
        return StateDatabase.faults();
    }

    @Bean
    Frontier frontier(JdbcClient jdbc, NightPlan plan) {
        return new Frontier(jdbc, plan.clock());
    }

    @Bean
    FetchLog fetchLog(JdbcClient jdbc) {
        return new FetchLog(jdbc);
    }

    @Bean
    WalkLog walkLog(JdbcClient jdbc) {
        return new WalkLog(jdbc);
    }

    @Bean
    ListingPages listingPages(JdbcClient jdbc) {
        return new ListingPages(jdbc);
    }

    @Bean
    Captures captures(JdbcClient jdbc) {
        return new Captures(jdbc);
    }

    @Bean
    ConfiguredSources configuredSources(JdbcClient jdbc) {
        return new ConfiguredSources(jdbc);
    }

    @Bean
    Nights nights(JdbcClient jdbc) {
        return new Nights(jdbc);
    }

    @Bean
    StoredRobots storedRobots(JdbcClient jdbc) {
        return new StoredRobots(jdbc);
    }

    @Bean
    ExtractStore extractStore(NightPlan plan) {
        return new ExtractStore(plan.extractFolder());
    }

    @Bean
    Archive archive(NightPlan plan, JdbcClient jdbc) {
        return Archive.open(plan.archiveFolder(), Archive.Settings.usual(plan.clock()), new StoredPayloads(jdbc));
    }

    @Bean
    VisitRecorder visitRecorder(
            Archive archive, Captures captures, Frontier frontier, FetchLog fetchLog, NightPlan plan) {
        return new VisitRecorder(
                archive, captures, frontier, fetchLog, plan.registry().nightly().withdrawnAfter());
    }

    @Bean
    NightResult nightResult() {
        return new NightResult();
    }

    @Bean
    ItemFaults itemFaults(PlatformTransactionManager transactions, NightResult result, ItemWatch watch) {
        return new ItemFaults(transactions, result, watch);
    }

    @Bean
    NightBooks nightBooks(
            NightPlan plan, SourceIndex sources, ReaderIdentity version, NightBooks.State state, NightResult result) {
        return new NightBooks(plan, sources, version, state, result);
    }

    @Bean
    NightBooks.State bookedState(
            Nights nights,
            ConfiguredSources configured,
            FetchLog fetches,
            Captures captures,
            WalkLog walks,
            JdbcClient jdbc) {
        return new NightBooks.State(nights, configured, fetches, captures, walks, new StateClock(jdbc));
    }

    @Bean
    LostState lostState(
            LostState.Parts lostParts,
            Archive archive,
            NightPlan plan,
            SourceIndex sources,
            NightResult result,
            StateDamage damage,
            PlatformTransactionManager transactions) {
        return new LostState(lostParts, archive, plan, sources, result, damage, transactions);
    }

    @Bean
    LostState.Parts lostParts(Nights nights, Captures captures, Frontier frontier, FetchLog fetches, WalkLog walks) {
        return new LostState.Parts(nights, captures, frontier, fetches, walks);
    }

    @Bean
    NightLauncher nightLauncher(
            NightPlan plan,
            LostState lost,
            List<Job> jobs,
            JobOperator operator,
            JobRepository repository,
            NightBooks books,
            NightResult result,
            NightStop stop) {
        return new NightLauncher(plan, lost, jobs, operator, repository, books, result, stop);
    }
}
