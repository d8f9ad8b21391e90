package org.fazhi.app.batch;

import org.fazhi.harvest.state.Captures;
import org.fazhi.harvest.state.FetchLog;
import org.fazhi.harvest.state.Frontier;
import org.fazhi.harvest.state.WalkLog;
import org.fazhi.reading.ExtractStore;
import org.fazhi.reading.indicators.IndicatorDictionary;
import org.fazhi.warehouse.audit.Auditor;
import org.fazhi.warehouse.release.Publisher;
import org.fazhi.warehouse.release.ReleaseBuilder;
import org.fazhi.warehouse.store.DuckSettings;
import org.fazhi.warehouse.store.WarehouseFiles;
import org.fazhi.warehouse.store.WarehouseHome;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps that make a release. A resumed night makes it anew: it is a function of the extracts. */
@Configuration(proxyBeanMethods = false)
class ReleaseConfiguration {

    @Bean
    WarehouseHome warehouseHome(NightPlan plan) {
        return new WarehouseHome(plan.home());
    }

    @Bean
    DuckSettings duckSettings() {
        return DuckSettings.DEFAULT;
    }

    @Bean
    LoadInputs loadInputs(
            NightPlan plan,
            ExtractStore extracts,
            FetchLog fetches,
            Frontier frontier,
            WalkLog walks,
            Captures captures,
            IndicatorDictionary dictionary,
            SourceIndex sources,
            NightResult result) {
        return new LoadInputs(plan, extracts, fetches, frontier, walks, captures, dictionary, sources, result);
    }

    @Bean
    NightRelease nightRelease(
            WarehouseHome home,
            DuckSettings settings,
            NightPlan plan,
            LoadInputs inputs,
            NightResult result,
            ItemFaults faults) {
        WarehouseFiles files = WarehouseFiles.bundled();
        return new NightRelease(
                new ReleaseBuilder(home, files, settings),
                new Auditor(home, files, settings),
                new Publisher(
                        home,
                        files,
                        settings,
                        plan.clock(),
                        plan.registry().nightly().releases()),
                inputs,
                plan.accepted(),
                result,
                faults);
    }

    @Bean
    Step load(JobRepository repository, NightRelease release, StepProgress progress) {
        return step("load", repository, progress, (contribution, context) -> {
            StepExecution execution = contribution.getStepExecution();
            return release.load(NightLauncher.night(execution), execution);
        });
    }

    @Bean
    Step audit(JobRepository repository, NightRelease release, StepProgress progress) {
        return step(
                "audit",
                repository,
                progress,
                (contribution, context) -> release.audit(contribution.getStepExecution()));
    }

    @Bean
    Step publish(JobRepository repository, NightRelease release, StepProgress progress) {
        return step(
                "publish",
                repository,
                progress,
                (contribution, context) -> release.publish(contribution.getStepExecution()));
    }

    private static Step step(String name, JobRepository repository, StepProgress progress, Tasklet tasklet) {
        return new StepBuilder(name, repository)
                // It only reads the state, and for so long that nobody is to wait for it.
                .tasklet(tasklet, new ResourcelessTransactionManager())
                .allowStartIfComplete(true)
                .listener(new StepReport(progress, step -> 0, StepReport::summaryOf))
                .build();
    }
}
