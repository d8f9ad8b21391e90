package org.fazhi.app.batch;

import java.util.List;
import java.util.Optional;
import org.fazhi.harvest.archive.Archive;
import org.fazhi.harvest.crawl.CrawledListing;
import org.fazhi.harvest.crawl.LinkVisit;
import org.fazhi.harvest.crawl.ListingCrawl;
import org.fazhi.harvest.crawl.VisitRecorder;
import org.fazhi.harvest.crawl.VisitedLink;
import org.fazhi.harvest.fetch.Fetcher;
import org.fazhi.harvest.state.Captures;
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
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;

/** The steps that talk to the network, each partitioned by host. An item is one listing or one link; each is committed
 * by itself, so that a killed night asks for nothing twice. */
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
            FetchLog fetchLog) {
        return new StepBuilder("discover", repository)
                .partitioner("discover", new HostPartitioner(sources::authorities))
                .step(discoverHost)
                .taskExecutor(hosts(plan))
                .listener(new StepReport(
                        progress, step -> sources.listingCount(), step -> FetchSummary.of(fetchLog, step, "listing")))
                .build();
    }

    @Bean
    Step discoverHost(
            JobRepository repository,
            PlatformTransactionManager transactions,
            ItemStreamReader<SourceListing> listingReader,
            ItemProcessor<SourceListing, CrawledListing> listingProcessor,
            ItemWriter<CrawledListing> listingWriter) {
        return new StepBuilder("discoverHost", repository)
                .<SourceListing, CrawledListing>chunk(ONE)
                .transactionManager(transactions)
                .reader(listingReader)
                .processor(listingProcessor)
                .writer(listingWriter)
                .build();
    }

    @Bean
    @StepScope
    ItemStreamReader<SourceListing> listingReader(
            SourceIndex sources, @Value("#{stepExecutionContext['authority']}") String authority) {
        return new SourceListingReader(sources.listingsAt(authority));
    }

    @Bean
    @StepScope
    ItemProcessor<SourceListing, CrawledListing> listingProcessor(
            Fetcher fetcher, ListingPages pages, @Value("#{jobParameters['night']}") String night) {
        ListingCrawl crawl = new ListingCrawl(fetcher, pages);
        return item -> item.crawl(crawl, night);
    }

    @Bean
    ItemWriter<CrawledListing> listingWriter(
            Frontier frontier, ListingPages pages, FetchLog fetchLog, WalkLog walks, StepProgress progress) {
        return new ListingWriter(frontier, pages, fetchLog::add, walks, progress);
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
            PlatformTransactionManager transactions,
            ItemReader<Frontier.Due> dueLinks,
            ItemProcessor<Frontier.Due, VisitedLink> visitProcessor,
            ItemWriter<VisitedLink> visitWriter) {
        return new StepBuilder("fetchHost", repository)
                .<Frontier.Due, VisitedLink>chunk(ONE)
                .transactionManager(transactions)
                .reader(dueLinks)
                .processor(visitProcessor)
                .writer(visitWriter)
                .build();
    }

    @Bean
    @StepScope
    ItemReader<Frontier.Due> dueLinks(
            Frontier frontier,
            @Value("#{stepExecutionContext['authority']}") String authority,
            @Value("#{jobParameters['night']}") String night) {
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
            @Value("#{jobParameters['night']}") String night) {
        LinkVisit visit = new LinkVisit(
                fetcher,
                new FetchedPageInspection(),
                link -> frontier.payload(link).filter(archive::has).isPresent());
        return link -> visit.visit(sources.source(link.sourceId()), link, night);
    }

    @Bean
    @StepScope
    ItemWriter<VisitedLink> visitWriter(
            Archive archive,
            Captures captures,
            Frontier frontier,
            FetchLog fetchLog,
            StepProgress progress,
            @Value("#{jobParameters['night']}") String night) {
        VisitRecorder recorder = new VisitRecorder(archive, captures, frontier, fetchLog);
        return chunk -> chunk.forEach(visited -> {
            recorder.record(visited, night);
            progress.advance("fetch", 1);
        });
    }

    private static SimpleAsyncTaskExecutor hosts(NightPlan plan) {
        SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor("host-");
        executor.setConcurrencyLimit(plan.registry().nightly().concurrency());
        return executor;
    }
}
