package org.fazhi.app.batch;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.URI;
import java.time.Instant;
import org.fazhi.harvest.archive.CaptureLocation;
import org.fazhi.harvest.archive.CaptureRecord;
import org.fazhi.text.Digest;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class NightFaultLogTest {

    @Test
    void writesTheTraceWithSourceAddressAndDigest() {
        CaptureLocation location = new CaptureLocation("a.warc.gz", 0);
        CaptureRecord capture = new CaptureRecord(
                location,
                URI.create("http://www.qinghe.example/a.html"),
                Instant.EPOCH,
                Digest.of("a"),
                URI.create("urn:uuid:00000000-0000-4000-8000-000000000001"),
                false,
                location);
        Logger logger = (Logger) LoggerFactory.getLogger(NightFaultLog.class);
        ListAppender<ILoggingEvent> events = new ListAppender<>();
        events.start();
        logger.addAppender(events);
        logger.setAdditive(false);
        try {
            new NightFaultLog(new NightResult()).fault("qinghe", capture, new IllegalStateException("at once"));
        } finally {
            logger.setAdditive(true);
            logger.detachAppender(events);
        }

        ILoggingEvent event = events.list.get(0);
        assertThat(event.getFormattedMessage())
                .isEqualTo(
                        "source qinghe, http://www.qinghe.example/a.html, " + Digest.of("a") + ": the reader failed");
        assertThat(event.getThrowableProxy().getMessage()).isEqualTo("at once");
        assertThat(event.getThrowableProxy().getStackTraceElementProxyArray()).isNotEmpty();
    }
}
