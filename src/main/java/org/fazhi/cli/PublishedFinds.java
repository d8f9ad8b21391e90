package org.fazhi.cli;

import java.nio.file.Path;
import org.fazhi.evaluation.FoundReport;
import org.fazhi.evaluation.LabelledReport;
import org.fazhi.warehouse.PublishedReport;
import org.fazhi.warehouse.PublishedReports;
import org.fazhi.warehouse.WarehouseHome;

/** What a published warehouse holds of a labelled report, in the terms of the labels. */
final class PublishedFinds {

    private PublishedFinds() {}

    static FoundReport of(Path home, LabelledReport labels) {
        String issuer = labels.metadata().getOrDefault("issuer", "");
        int year = Integer.parseInt(labels.metadata().getOrDefault("report_year", "0"));
        try (PublishedReports reports = PublishedReports.open(new WarehouseHome(home))) {
            return reports.find(issuer, year).map(PublishedFinds::found).orElse(FoundReport.NOTHING);
        }
    }

    private static FoundReport found(PublishedReport report) {
        return new FoundReport(
                report.metadata(),
                report.sections().stream()
                        .map(section -> new FoundReport.Section(section.level(), section.number(), section.heading()))
                        .toList(),
                report.figures().stream()
                        .map(figure -> new FoundReport.Figure(
                                figure.raw(),
                                figure.value(),
                                figure.unit(),
                                figure.qualifier(),
                                figure.change(),
                                figure.tense(),
                                figure.code(),
                                figure.sentence()))
                        .toList(),
                report.misplaced());
    }
}
