package org.fazhi.reading;

import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;
import org.fazhi.harvest.source.IssuerKind;
import org.fazhi.harvest.source.ReportKind;
import org.fazhi.harvest.source.Source;
import org.fazhi.reading.attachment.AttachmentResult;

/**
 * A page to read, and what is known of it beforehand.
 *
 * @param content decoded
 * @param isHtml false for plain text
 * @param publisher the source's publisher, used where the page names no issuer
 * @param region the source's region code
 * @param linkTitle the title the listing gave
 * @param listedOn the date the listing gave, or the page that a file was linked from
 * @param isOcr true where the content was read from pictures of pages
 */
public record PageInput(
        URI url,
        String content,
        boolean isHtml,
        Optional<String> publisher,
        Optional<String> region,
        Optional<IssuerKind> issuerKind,
        ReportKind reportKind,
        Optional<String> linkTitle,
        Optional<LocalDate> listedOn,
        boolean isOcr) {

    /** A page that was harvested for a source. */
    public static PageInput of(Source source, URI url, String content, Optional<String> linkTitle) {
        return new PageInput(
                url,
                content,
                true,
                Optional.of(source.publisher()),
                Optional.of(source.region()),
                Optional.of(source.issuerKind()),
                source.reportKind(),
                linkTitle,
                Optional.empty(),
                false);
    }

    /** A page of which nothing else is known. */
    public static PageInput alone(URI url, String content, boolean isHtml) {
        return new PageInput(
                url,
                content,
                isHtml,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ReportKind.RULE_OF_LAW,
                Optional.empty(),
                Optional.empty(),
                false);
    }

    /** The same with another content. */
    PageInput with(String text, boolean isPage) {
        return new PageInput(url, text, isPage, publisher, region, issuerKind, reportKind, linkTitle, listedOn, isOcr);
    }

    /** The same with the text of a file. */
    PageInput with(AttachmentResult.Text file) {
        return new PageInput(
                url, file.text(), false, publisher, region, issuerKind, reportKind, linkTitle, listedOn, file.isOcr());
    }

    /** The same, listed on a date. */
    PageInput listedOn(Optional<LocalDate> date) {
        return new PageInput(url, content, isHtml, publisher, region, issuerKind, reportKind, linkTitle, date, isOcr);
    }
}
