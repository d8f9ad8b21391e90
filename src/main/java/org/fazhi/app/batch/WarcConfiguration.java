package org.fazhi.app.batch;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.fazhi.harvest.crawl.ListingCrawl;
import org.fazhi.harvest.crawl.StoredVisit;
import org.fazhi.harvest.crawl.UnlistedPages;
import org.fazhi.harvest.crawl.VisitRecorder;
import org.fazhi.harvest.crawl.VisitedLink;
import org.fazhi.harvest.state.Captures;
import org.fazhi.harvest.state.FetchLog;
import org.fazhi.harvest.state.Frontier;
import org.fazhi.harvest.state.ListingPages;
import org.fazhi.reading.FetchedPageInspection;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.batch.infrastructure.item.support.ListItemReader;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The steps that take pages from the WARC files of other crawlers in place of the network. A resumed night does them all
 * again, since what is in the state already is passed over.
 */
@Configuration(proxyBeanMethods = false)
class WarcConfiguration {

    private static final int ONE = 1;
    private static final int PAGE = 100;

    @Bean
    WarcPages warcPages(NightPlan plan, NightResult result) {
        return new WarcPages(plan, result);
    }

    @Bean
    Step gatherStored(JobRepository repository, WarcPages pages, StepProgress progress) {
        Tasklet gather = (contribution, context) -> {
            StepReport.say(contribution.getStepExecution(), pages.gather() + " answers of the sources' sites");
            return RepeatStatus.FINISHED;
        };
        return new StepBuilder("gather", repository)
                .tasklet(gather, new ResourcelessTransactionManager())
                .allowStartIfComplete(true)
                .listener(new StepReport(progress, step -> 0, StepReport::summaryOf))
                .build();
    }

    @Bean
    Step discoverStored(
            JobRepository repository,
            ItemReader<SourceListing> allListings,
            ItemProcessor<SourceListing, WalkedSource> storedListingProcessor,
            ItemWriter<WalkedSource> storedListingWriter,
            SourceIndex sources,
            FetchLog fetchLog,
            StepProgress progress) {
        return new StepBuilder("discover", repository)
                .<SourceListing, WalkedSource>chunk(ONE)
                .transactionManager(new ResourcelessTransactionManager())
                .reader(allListings)
                .processor(storedListingProcessor)
                .writer(storedListingWriter)
                .allowStartIfComplete(true)
                .listener(new StepReport(
                        progress, step -> sources.listingCount(), step -> FetchSummary.of(fetchLog, step, "listing")))
                .listener(new StepProof(step -> unread(step, sources.listingCount(), "listings")))
                .build();
    }

    /** What was not even read; of stored pages there is no other state of what nobody has. */
    private static List<String> unread(StepExecution step, long expected, String what) {
        return step.getWriteCount() >= expected
                ? List.of()
                : List.of(step.getWriteCount() + " of " + expected + " " + what);
    }

    @Bean
    @StepScope
    ItemReader<SourceListing> allListings(SourceIndex sources) {
        return new ListItemReader<>(sources.listings());
    }

    @Bean
    @StepScope
    ItemProcessor<SourceListing, WalkedSource> storedListingProcessor(
            WarcPages warcs,
            ListingPages pages,
            ItemFaults faults,
            NightPlan plan,
            @Value("#{jobParameters['night']}") String night) {
        return CrawlConfiguration.walking(new ListingCrawl(warcs.fetching()::newest, pages), faults, plan, night);
    }

    @Bean
    @StepScope
    ItemWriter<WalkedSource> storedListingWriter(
            ListingWriter.Kept kept,
            FetchLog fetchLog,
            ItemFaults faults,
            NightPlan plan,
            StepProgress progress,
            @Value("#{jobParameters['night']}") String night) {
        return new ListingWriter(kept, fetchLog::addOnce, faults, plan.clock(), night, progress);
    }

    @Bean
    Step matchStored(
            JobRepository repository,
            WarcPages warcs,
            Frontier frontier,
            ItemFaults faults,
            NightPlan plan,
            StepProgress progress) {
        UnlistedPages unlisted =
                new UnlistedPages(plan.registry().sources(), warcs.looking(), new FetchedPageInspection());
        Tasklet match = (contribution, context) -> {
            int found = 0;
            for (URI url : warcs.unasked()) {
                Optional<Frontier.Judged> judged = faults.work(
                        new NightItem("match", "none", url.toString()),
                        () -> frontier.isKnown(url) ? Optional.empty() : unlisted.judge(url),
                        said -> Optional.empty());
                if (judged.isPresent()) {
                    Frontier.Judged link = judged.get();
                    faults.write(
                            new NightItem("match", link.sourceId(), url.toString()),
                            () -> frontier.add(List.of(link)),
                            said -> {});
                    found++;
                }
            }
            StepReport.say(contribution.getStepExecution(), found + " reports that no listing names");
            return RepeatStatus.FINISHED;
        };
        return new StepBuilder("match", repository)
                .tasklet(match, new ResourcelessTransactionManager())
                .allowStartIfComplete(true)
                .listener(new StepReport(progress, step -> 0, StepReport::summaryOf))
                .build();
    }

    @Bean
    Step fetchStored(
            JobRepository repository,
            ItemReader<Frontier.Due> wantedLinks,
            ItemProcessor<Frontier.Due, List<VisitedLink>> storedVisitProcessor,
            ItemWriter<List<VisitedLink>> storedVisitWriter,
            WarcPages warcs,
            Frontier frontier,
            FetchLog fetchLog,
            StepProgress progress) {
        return new StepBuilder("fetch", repository)
                .<Frontier.Due, List<VisitedLink>>chunk(ONE)
                .transactionManager(new ResourcelessTransactionManager())
                .reader(wantedLinks)
                .processor(storedVisitProcessor)
                .writer(storedVisitWriter)
                .allowStartIfComplete(true)
                .listener(new StepReport(progress, step -> 0, step -> {
                    warcs.tellUnmatched(frontier::isKnown);
                    return FetchSummary.of(fetchLog, step, "document");
                }))
                .listener(new StepProof(step -> unread(step, frontier.countWanted(), "links")))
                .build();
    }

    @Bean
    @StepScope
    ItemReader<Frontier.Due> wantedLinks(Frontier frontier) {
        // A page of the first pass may have added files that sort before it.
        return new KeysetReader<>(
                List.of(after -> frontier.wanted(after, PAGE), after -> frontier.untried(after, PAGE)));
    }

    @Bean
    @StepScope
    ItemProcessor<Frontier.Due, List<VisitedLink>> storedVisitProcessor(
            WarcPages warcs,
            Captures captures,
            Frontier frontier,
            SourceIndex sources,
            ItemFaults faults,
            NightPlan plan,
            @Value("#{jobParameters['night']}") String night) {
        StoredVisit visit = new StoredVisit(warcs.fetching(), captures, frontier, new FetchedPageInspection());
        return link -> faults.work(
                NightItem.of(link),
                () -> visit.visits(sources.source(link.sourceId()), link, night),
                said -> List.of(VisitedLink.failed(link, night, plan.clock().instant(), said)));
    }

    @Bean
    @StepScope
    ItemWriter<List<VisitedLink>> storedVisitWriter(
            VisitRecorder recorder,
            ItemFaults faults,
            NightPlan plan,
            @Value("#{jobParameters['night']}") String night) {
        return chunk -> chunk.forEach(
                visits -> visits.forEach(visited -> CrawlConfiguration.record(visited, recorder, faults, plan, night)));
    }
}
