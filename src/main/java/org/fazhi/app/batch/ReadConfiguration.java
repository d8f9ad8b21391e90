package org.fazhi.app.batch;

import java.net.URI;
import java.util.Optional;
import org.fazhi.harvest.archive.Archive;
import org.fazhi.harvest.archive.ArchiveException;
import org.fazhi.harvest.archive.Capture;
import org.fazhi.harvest.archive.CaptureLocation;
import org.fazhi.harvest.archive.Walk;
import org.fazhi.harvest.crawl.VisitRecorder;
import org.fazhi.harvest.state.Captures;
import org.fazhi.reading.CaptureReading;
import org.fazhi.reading.Extract;
import org.fazhi.reading.ExtractStore;
import org.fazhi.reading.PayloadReader;
import org.fazhi.reading.ReportReader;
import org.fazhi.reading.attachment.AttachmentLimits;
import org.fazhi.reading.attachment.AttachmentReader;
import org.fazhi.reading.indicators.IndicatorDictionary;
import org.fazhi.reading.reason.Reason;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The steps that read the archive. */
@Configuration(proxyBeanMethods = false)
class ReadConfiguration {

    /** Captures read and committed together. */
    private static final int CHUNK = 20;

    private static final int PAGE = 200;

    @Bean
    IndicatorDictionary indicatorDictionary(NightReader reader) {
        return reader.dictionary();
    }

    @Bean
    CaptureReading captureReading(
            IndicatorDictionary dictionary,
            SourceIndex sources,
            NightOcr ocr,
            Captures captures,
            Archive archive,
            NightResult result) {
        PayloadReader reader = new PayloadReader(
                new ReportReader(dictionary), new AttachmentReader(AttachmentLimits.USUAL, ocr.tesseract()));
        return new CaptureReading(
                reader,
                sources.byId(),
                new NightFaultLog(result),
                (sourceId, url) -> captures.newest(sourceId, url).flatMap(entry -> capture(archive, entry)));
    }

    private static Optional<Capture> capture(Archive archive, Captures.Entry entry) {
        try {
            return Optional.of(archive.read(new CaptureLocation(entry.warcFile(), entry.warcOffset())));
        } catch (ArchiveException e) {
            return Optional.empty();
        }
    }

    @Bean
    LostCaptures lostCaptures(ExtractStore extracts, NightResult result) {
        return new LostCaptures(extracts, result);
    }

    /** Fills the index of captures from the archive's files, so that reprocess needs nothing else. */
    @Bean
    Step index(
            JobRepository repository,
            PlatformTransactionManager transactions,
            Archive archive,
            Captures captures,
            NightResult result,
            ItemFaults faults,
            StepProgress progress) {
        return new StepBuilder("index", repository)
                .tasklet(
                        (contribution, context) -> {
                            boolean isKnown = !captures.isEmpty();
                            Walk walk = archive.forEachCapture(capture -> {
                                contribution.incrementReadCount();
                                capture.context().ifPresent(found -> {
                                    Captures.Entry entry = VisitRecorder.entry(capture.record(), found.sourceId());
                                    faults.write(
                                            NightItem.indexed(entry),
                                            () -> captures.index(entry, found.requested()),
                                            said -> {});
                                });
                            });
                            // Where the state is new, nothing else knows what stood in the damaged stretch.
                            walk.damages().forEach(damage -> result.damaged("archive/" + damage, isKnown));
                            return RepeatStatus.FINISHED;
                        },
                        transactions)
                .listener(new StepReport(progress, step -> 0, step -> step.getReadCount() + " captures in the archive"))
                .build();
    }

    @Bean
    Step extract(
            JobRepository repository,
            ItemReader<Captures.Entry> unreadCaptures,
            ItemProcessor<Captures.Entry, ReadCapture> captureProcessor,
            ItemWriter<ReadCapture> extractWriter,
            Captures captures,
            ExtractStore extracts,
            LostCaptures lost,
            NightResult result,
            StepProgress progress) {
        SimpleAsyncTaskExecutor readers = new SimpleAsyncTaskExecutor("read-");
        readers.setConcurrencyLimit(Runtime.getRuntime().availableProcessors());
        return new StepBuilder("extract", repository)
                .<Captures.Entry, ReadCapture>chunk(CHUNK)
                .transactionManager(new ResourcelessTransactionManager())
                .reader(unreadCaptures)
                .processor(captureProcessor)
                .writer(extractWriter)
                .taskExecutor(readers)
                .allowStartIfComplete(true)
                .listener(new CapturesLeft(captures, lost))
                .listener(new Rereading(captures, extracts, lost, result))
                .listener(new StepReport(
                        progress,
                        step -> captures.countUnread(rereadIn(
                                step.getJobExecution().getJobInstance().getJobName(), NightLauncher.night(step))),
                        step -> step.getWriteCount() + " pages read"
                                + (step.getWriteCount() > 0
                                        ? ": " + OutcomeSummary.line(captures.countByOutcome(NightLauncher.night(step)))
                                        : "")))
                .build();
    }

    @Bean
    @StepScope
    ItemReader<Captures.Entry> unreadCaptures(
            Captures captures,
            @Value("#{stepExecution.jobExecution.jobInstance.jobName}") String job,
            @Value("#{jobParameters['night']}") String night) {
        return new KeysetReader<>(after -> captures.unread(rereadIn(job, night), after, PAGE));
    }

    /** Reprocess reads again what other nights have read; harvest reads what the present readers have not. */
    private static Optional<String> rereadIn(String job, String night) {
        return job.equals(NightPlan.Kind.REPROCESS.jobName()) ? Optional.of(night) : Optional.empty();
    }

    @Bean
    ItemProcessor<Captures.Entry, ReadCapture> captureProcessor(
            Archive archive, CaptureReading reading, LostCaptures lost, ItemFaults faults) {
        return entry -> faults.<Optional<ReadCapture>>work(
                        NightItem.of(entry),
                        () -> read(entry, archive, reading, lost),
                        said -> Optional.of(ReadCapture.failed(entry, said)))
                .orElse(null);
    }

    private static Optional<ReadCapture> read(
            Captures.Entry entry, Archive archive, CaptureReading reading, LostCaptures lost) {
        Capture capture;
        try {
            capture = archive.read(new CaptureLocation(entry.warcFile(), entry.warcOffset()));
        } catch (ArchiveException e) {
            return lost.quarantined(entry, e).map(extract -> new ReadCapture(entry, extract, false));
        }
        return Optional.of(new ReadCapture(entry, reading.read(capture, entry.sourceId()), false));
    }

    @Bean
    @StepScope
    ItemWriter<ReadCapture> extractWriter(
            ExtractStore extracts,
            Captures captures,
            ItemFaults faults,
            PlatformTransactionManager transactions,
            StepProgress progress,
            @Value("#{jobParameters['night']}") String night) {
        TransactionTemplate together = new TransactionTemplate(transactions);
        return chunk -> together.executeWithoutResult(status -> chunk.forEach(read -> {
            faults.write(
                    NightItem.of(read.entry()),
                    () -> write(read, extracts, captures, night),
                    said -> write(ReadCapture.failed(read.entry(), said), extracts, captures, night));
            progress.advance("extract", 1);
        }));
    }

    private static void write(ReadCapture read, ExtractStore extracts, Captures captures, String night) {
        Extract extract = read.extract();
        ExtractStore.Reread reread = extracts.put(extract);
        captures.compared(read.entry(), reread.code());
        captures.read(read.entry(), night, extract.outcome().code(), extract.reason());
        if (extract.reason().equals(Reason.PART_OF_REPORT.code())) {
            extract.detail()
                    .ifPresent(
                            whole -> captures.forgetWhole(URI.create(whole), Reason.MORE_PAGES.code(), read.entry()));
        }
        if (LostCaptures.isLost(extract) || read.isFailed()) {
            // Tried again every night, in case the file comes back, or what failed was of the hour.
            captures.forget(read.entry());
        }
    }
}
