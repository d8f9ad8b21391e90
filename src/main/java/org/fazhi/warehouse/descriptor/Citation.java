package org.fazhi.warehouse.descriptor;

import java.time.LocalDate;

/**
 * How to cite a release: by its id, and by the hash that tells whether two copies hold the same rows.
 *
 * @param contentHash over the rows of the marts
 */
public record Citation(String release, LocalDate night, String contentHash, String codeVersion) {

    static final String TITLE =
            "fazhi: figures of the yearly reports on building a law-based government" + " (法治政府建设年度报告)";

    /** One line for a footnote. */
    public String text() {
        return TITLE + ", release " + release + ", content hash " + contentHash + ", made by fazhi " + codeVersion
                + ".";
    }

    /** The same as an entry of BibTeX. */
    public String bibtex() {
        return "@misc{fazhi-" + release + ",\n"
                + "  title = {" + TITLE + "},\n"
                + "  author = {{fazhi}},\n"
                + "  year = {" + night.getYear() + "},\n"
                + "  version = {" + release + "},\n"
                + "  note = {content hash " + contentHash + ", made by fazhi " + codeVersion + "}\n"
                + "}";
    }
}
