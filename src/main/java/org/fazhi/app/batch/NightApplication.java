package org.fazhi.app.batch;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The Spring context of one night. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
    StateConfiguration.class,
    CrawlConfiguration.class,
    WarcConfiguration.class,
    ReadConfiguration.class,
    ReleaseConfiguration.class,
    JobConfiguration.class
})
class NightApplication {}
