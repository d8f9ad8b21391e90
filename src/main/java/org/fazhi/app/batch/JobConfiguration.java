package org.fazhi.app.batch;

import org.fazhi.reading.attachment.Tesseract;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The jobs. */
@Configuration(proxyBeanMethods = false)
class JobConfiguration {

    @Bean
    ReaderIdentity readerIdentity(NightReader reader, NightOcr ocr) {
        return new ReaderIdentity(
                reader.code(),
                reader.dictionary().digest().hex(),
                ocr.tesseract().map(Tesseract::version));
    }

    @Bean
    Job harvest(
            JobRepository repository, Step discover, Step fetch, Step extract, Step load, Step audit, Step publish) {
        return new JobBuilder(NightPlan.Kind.HARVEST.jobName(), repository)
                .start(discover)
                .next(fetch)
                .next(extract)
                .next(load)
                .next(audit)
                .next(publish)
                .build();
    }

    @Bean
    Job fromWarc(
            JobRepository repository,
            Step gatherStored,
            Step discoverStored,
            Step matchStored,
            Step fetchStored,
            Step extract,
            Step load,
            Step audit,
            Step publish) {
        return new JobBuilder(NightPlan.Kind.FROM_WARC.jobName(), repository)
                .start(gatherStored)
                .next(discoverStored)
                .next(matchStored)
                .next(fetchStored)
                .next(extract)
                .next(load)
                .next(audit)
                .next(publish)
                .build();
    }

    @Bean
    Job reprocess(JobRepository repository, Step index, Step extract, Step load, Step audit, Step publish) {
        return new JobBuilder(NightPlan.Kind.REPROCESS.jobName(), repository)
                .start(index)
                .next(extract)
                .next(load)
                .next(audit)
                .next(publish)
                .build();
    }
}
