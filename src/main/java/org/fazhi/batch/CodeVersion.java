package org.fazhi.batch;

import org.fazhi.source.Source;
import org.fazhi.text.Digest;

/**
 * Which code reads: captures read by another version, or under other settings of their source, are read again in the
 * next night.
 *
 * @param code the program's version
 * @param dictionary digest of the indicator dictionary with its rules
 */
record CodeVersion(String code, String dictionary) {

    private static final int DIGITS = 12;

    /** Who reads a source's pages: the code, and what the source tells it beforehand. */
    String readerOf(Source source) {
        String told =
                source.publisher() + "\n" + source.region() + "\n" + source.issuerKind() + "\n" + source.reportKind();
        return reader() + Digest.of(told).hex().substring(0, DIGITS);
    }

    /** What the readers of all sources begin with. */
    String reader() {
        return code + "+" + dictionary.substring(0, DIGITS) + "+";
    }
}
