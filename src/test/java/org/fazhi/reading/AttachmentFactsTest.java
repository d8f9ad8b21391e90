package org.fazhi.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.fazhi.reading.attachment.AttachmentLimits;
import org.fazhi.reading.attachment.AttachmentReader;
import org.fazhi.reading.attachment.Fixture;
import org.fazhi.reading.indicators.IndicatorDictionary;
import org.fazhi.reading.reason.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A report gives the same facts whatever the format it is published in. */
class AttachmentFactsTest {

    private static final PayloadReader READER = new PayloadReader(
            new ReportReader(IndicatorDictionary.read()), new AttachmentReader(AttachmentLimits.USUAL));
    private static final URI URL = URI.create("https://www.example.gov.cn/report");

    @ParameterizedTest
    @ValueSource(strings = {"pdf", "docx", "doc", "ofd"})
    void aFileGivesTheFactsOfItsPage(String extension) {
        DocumentFacts page = read(Fixture.report("html"), input());
        DocumentFacts file = read(Fixture.report(extension), input());

        assertThat(page.figures()).hasSizeGreaterThan(40);
        assertThat(file.text()).isEqualTo(page.text());
        assertThat(file.figures()).isEqualTo(page.figures());
        assertThat(file.sections()).isEqualTo(page.sections());
        assertThat(file.checks()).isEqualTo(page.checks());
        assertThat(file.parts()).isEqualTo(page.parts());
        assertThat(List.of(file.title(), file.issuer(), file.reportYear(), file.documentNumber(), file.writtenDate()))
                .isEqualTo(List.of(
                        page.title(), page.issuer(), page.reportYear(), page.documentNumber(), page.writtenDate()));
        assertThat(file.documentNumber()).contains("临政发〔2026〕7号");
        assertThat(file.writtenDate()).contains("2026-01-20");
    }

    @Test
    void aFileIsPublishedWhenThePageThatLinksItWas() {
        PageInput listed = input().listedOn(Optional.of(LocalDate.of(2026, 1, 25)));

        assertThat(read(Fixture.report("docx"), listed).publishedDate()).contains("2026-01-25");
        assertThat(read(Fixture.report("html"), listed).publishedDateBasis())
                .as("so is a page without a date of its own")
                .contains("listing");
    }

    @Test
    void aPictureIsNoMediaTypeToRead() {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0};

        assertThat(READER.read(png, Optional.of("application/pdf"), input()))
                .isEqualTo(new Reading.Quarantined(
                        Reason.UNSUPPORTED_MEDIA_TYPE, "expected a page or a text, got image/png"));
    }

    private static PageInput input() {
        return PageInput.alone(URL, "", true);
    }

    private static DocumentFacts read(byte[] payload, PageInput input) {
        Reading reading = READER.read(payload, Optional.empty(), input);
        assertThat(reading).isInstanceOf(Reading.Read.class);
        return ((Reading.Read) reading).facts();
    }
}
