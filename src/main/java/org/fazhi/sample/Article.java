package org.fazhi.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A row of a body's column and the page behind it.
 *
 * @param kind {@code report}, or the kind of look-alike in {@code lookalikes.yml}
 * @param number names the page where the family numbers its pages
 * @param report empty for a look-alike
 */
record Article(
        Body body,
        String kind,
        String title,
        LocalDate published,
        int number,
        String path,
        List<ReportLine> lines,
        Optional<Report> report) {

    boolean isReport() {
        return report.isPresent();
    }
}
