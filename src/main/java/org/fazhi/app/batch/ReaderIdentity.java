package org.fazhi.app.batch;

import java.util.Optional;
import org.fazhi.harvest.source.Source;
import org.fazhi.text.Digest;

/**
 * Which code reads: captures read by other code, or under other settings of their source, are read again in the next
 * night. The program's version says nothing of it: two builds of one version may read otherwise, and two versions alike.
 *
 * @param code digest of the code that reads, as {@link NightReader#code}
 * @param dictionary digest of the indicator dictionary with its rules
 * @param ocr what reads scans; empty where nothing does
 */
record ReaderIdentity(String code, String dictionary, Optional<String> ocr) {

    private static final int DIGITS = 12;

    /** Who reads a source's pages: the code, what the source tells it beforehand, and what reads scans. */
    String readerOf(Source source) {
        String told = source.publisher() + "\n" + source.region() + "\n" + source.issuerKind() + "\n"
                + source.reportKind() + ocr.map(version -> "\n" + version).orElse("");
        return reader() + Digest.of(told).hex().substring(0, DIGITS);
    }

    /** What the readers of all sources begin with, whatever reads scans. */
    String reader() {
        return code + "+" + dictionary.substring(0, DIGITS) + "+";
    }
}
