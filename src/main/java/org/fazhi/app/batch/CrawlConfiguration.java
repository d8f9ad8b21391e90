package org.fazhi.app.batch;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.fazhi.harvest.archive.Archive;
import org.fazhi.harvest.crawl.LinkVisit;
import org.fazhi.harvest.crawl.ListingCrawl;
import org.fazhi.harvest.crawl.VisitRecorder;
import org.fazhi.harvest.crawl.VisitedLink;
import org.fazhi.harvest.fetch.Fetcher;
import org.fazhi.harvest.state.FetchLog;
import org.fazhi.harvest.state.Frontier;
import org.fazhi.harvest.state.ListingPages;
import org.fazhi.harvest.state.StoredRobots;
import org.fazhi.harvest.state.WalkLog;
import org.fazhi.reading.FetchedPageInspection;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.batch.infrastructure.item.support.ListItemReader;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.util.function.SingletonSupplier;

/**
 * The steps that talk to the network, each partitioned by host. An item is one listing or one link; what came of it is
 * committed by itself, so that a killed night asks for nothing twice. A chunk has no transaction of the state: while it
 * waits for a site, others write.
 */
@Configuration(proxyBeanMethods = false)
class CrawlConfiguration {

    private static final int ONE = 1;
    private static final int PAGE = 100;

    @Bean
    Fetcher fetcher(FetchConditions conditions, StoredRobots robots) {
        return new Fetcher(conditions.settings(), robots, conditions.surroundings());
    }

    @Bean
    SourceIndex sourceIndex(NightPlan plan) {
        return new SourceIndex(plan.registry().sources());
    }

    @Bean
    Step discover(
            JobRepository repository,
            Step discoverHost,
            SourceIndex sources,
            NightPlan plan,
            StepProgress progress,
            ListingsLeft left,
            FetchLog fetchLog) {
        return new StepBuilder("discover", repository)
                .partitioner("discover", new HostPartitioner(sources::authorities))
                .step(discoverHost)
                .taskExecutor(hosts(plan))
                .listener(new StepReport(
                        progress, step -> sources.listingCount(), step -> FetchSummary.of(fetchLog, step, "listing")))
                .listener(new StepProof(step -> left.names(NightLauncher.night(step))))
                .build();
    }

    @Bean
    Step discoverHost(
            JobRepository repository,
            ItemReader<SourceListing> listingReader,
            ItemProcessor<SourceListing, WalkedSource> listingProcessor,
            ItemWriter<WalkedSource> listingWriter) {
        return new StepBuilder("discoverHost", repository)
                .<SourceListing, WalkedSource>chunk(ONE)
                .transactionManager(new ResourcelessTransactionManager())
                .reader(listingReader)
                .processor(listingProcessor)
                .writer(listingWriter)
                // What is left to do says the state.
                .allowStartIfComplete(true)
                .build();
    }

    @Bean
    ListingsLeft listingsLeft(SourceIndex sources, WalkLog walks, Frontier frontier, FetchLog fetchLog) {
        return new ListingsLeft(sources, walks, frontier, fetchLog);
    }

    @Bean
    @StepScope
    ItemReader<SourceListing> listingReader(
            SourceIndex sources,
            ListingsLeft left,
            @Value("#{stepExecution.stepName}") String worker,
            @Value("#{jobParameters['night']}") String night) {
        return new ListItemReader<>(left.at(HostPartitioner.authorityOf(worker, sources.authorities()), night));
    }

    @Bean
    @StepScope
    ItemProcessor<SourceListing, WalkedSource> listingProcessor(
            Fetcher fetcher,
            ListingPages pages,
            ItemFaults faults,
            NightPlan plan,
            @Value("#{jobParameters['night']}") String night) {
        return walking(new ListingCrawl(fetcher, pages), faults, plan, night);
    }

    /** A walk that the program fails on is one that failed. */
    static ItemProcessor<SourceListing, WalkedSource> walking(
            ListingCrawl crawl, ItemFaults faults, NightPlan plan, String night) {
        return item -> new WalkedSource(
                item,
                faults.work(
                        NightItem.of(item),
                        () -> item.crawl(crawl, night),
                        said -> item.failed(night, plan.clock().instant(), said)));
    }

    @Bean
    @StepScope
    ItemWriter<WalkedSource> listingWriter(
            ListingWriter.Kept kept,
            FetchLog fetchLog,
            ItemFaults faults,
            NightPlan plan,
            StepProgress progress,
            @Value("#{jobParameters['night']}") String night) {
        return new ListingWriter(kept, fetchLog::add, faults, plan.clock(), night, progress);
    }

    @Bean
    ListingWriter.Kept listingsKept(Frontier frontier, ListingPages pages, WalkLog walks) {
        return new ListingWriter.Kept(frontier, pages, walks);
    }

    @Bean
    Step fetch(
            JobRepository repository,
            Step fetchHost,
            Frontier frontier,
            Partitioner dueHosts,
            NightPlan plan,
            StepProgress progress,
            FetchLog fetchLog) {
        return new StepBuilder("fetch", repository)
                .partitioner("fetch", dueHosts)
                .step(fetchHost)
                .taskExecutor(hosts(plan))
                .listener(new StepReport(
                        progress,
                        step -> frontier.countDue(NightLauncher.night(step)),
                        step -> FetchSummary.of(fetchLog, step, "document")))
                .listener(new LinksLeft(frontier, plan.clock()))
                .build();
    }

    @Bean
    @StepScope
    Partitioner dueHosts(Frontier frontier, @Value("#{jobParameters['night']}") String night) {
        return new HostPartitioner(() -> frontier.authoritiesDue(night));
    }

    @Bean
    Step fetchHost(
            JobRepository repository,
            ItemReader<Frontier.Due> dueLinks,
            ItemProcessor<Frontier.Due, VisitedLink> visitProcessor,
            ItemWriter<VisitedLink> visitWriter) {
        return new StepBuilder("fetchHost", repository)
                .<Frontier.Due, VisitedLink>chunk(ONE)
                .transactionManager(new ResourcelessTransactionManager())
                .reader(dueLinks)
                .processor(visitProcessor)
                .writer(visitWriter)
                .allowStartIfComplete(true)
                .build();
    }

    /** The hosts that links are asked of; read once, when all workers of the fetch step are there. */
    @Bean
    Supplier<List<String>> askedHosts(Frontier frontier) {
        return SingletonSupplier.of(frontier::authorities);
    }

    @Bean
    @StepScope
    ItemReader<Frontier.Due> dueLinks(
            Frontier frontier,
            Supplier<List<String>> askedHosts,
            @Value("#{stepExecution.stepName}") String worker,
            @Value("#{jobParameters['night']}") String night) {
        String authority = HostPartitioner.authorityOf(worker, askedHosts.get());
        // Pages visited meanwhile have added files that sort before them; what was attempted is no longer due.
        return new KeysetReader<>(after -> {
            List<Frontier.Due> page = frontier.due(authority, night, after, PAGE);
            return page.isEmpty() && after.isPresent() ? frontier.due(authority, night, Optional.empty(), PAGE) : page;
        });
    }

    @Bean
    @StepScope
    ItemProcessor<Frontier.Due, VisitedLink> visitProcessor(
            Fetcher fetcher,
            SourceIndex sources,
            Archive archive,
            Frontier frontier,
            ItemFaults faults,
            NightPlan plan,
            @Value("#{jobParameters['night']}") String night) {
        LinkVisit visit = new LinkVisit(
                fetcher,
                new FetchedPageInspection(),
                link -> frontier.payload(link).filter(archive::has).isPresent());
        return link -> faults.work(
                NightItem.of(link),
                () -> visit.visit(sources.source(link.sourceId()), link, night),
                said -> VisitedLink.failed(link, night, plan.clock().instant(), said));
    }

    @Bean
    @StepScope
    ItemWriter<VisitedLink> visitWriter(
            VisitRecorder recorder,
            ItemFaults faults,
            NightPlan plan,
            StepProgress progress,
            @Value("#{jobParameters['night']}") String night) {
        return chunk -> chunk.forEach(visited -> {
            record(visited, recorder, faults, plan, night);
            progress.advance("fetch", 1);
        });
    }

    /** A visit that cannot be written down is one that failed. */
    static void record(VisitedLink visited, VisitRecorder recorder, ItemFaults faults, NightPlan plan, String night) {
        faults.write(
                NightItem.of(visited.link()),
                () -> recorder.record(visited, night),
                said -> recorder.record(
                        VisitedLink.failed(visited.link(), night, plan.clock().instant(), said), night));
    }

    private static SimpleAsyncTaskExecutor hosts(NightPlan plan) {
        SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor("host-");
        executor.setConcurrencyLimit(plan.registry().nightly().concurrency());
        return executor;
    }
}
