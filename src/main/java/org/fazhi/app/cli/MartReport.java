package org.fazhi.app.cli;

import org.fazhi.evaluation.FoundReport;
import org.fazhi.warehouse.release.PublishedReport;

/** A report out of the published marts in the terms of the labels it is scored against. */
public final class MartReport {

    private MartReport() {}

    public static FoundReport found(PublishedReport report) {
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
