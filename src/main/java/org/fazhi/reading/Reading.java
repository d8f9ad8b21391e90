package org.fazhi.reading;

import java.util.List;
import org.fazhi.reading.indicators.CheckResult;
import org.fazhi.reading.indicators.CodedFigure;
import org.fazhi.reading.outline.Outline;
import org.fazhi.reading.reason.Reason;
import org.fazhi.reading.repair.RepairedText;
import org.fazhi.reading.strip.StrippedPage;

/** How the reading of one page ended. */
public sealed interface Reading {

    /** It is a report, and these are its facts; the stages' own results are kept for {@code check}. */
    record Read(
            DocumentFacts facts,
            StrippedPage stripped,
            RepairedText repaired,
            Outline outline,
            List<CodedFigure> figures,
            List<CheckResult> checks)
            implements Reading {

        public Read {
            figures = List.copyOf(figures);
            checks = List.copyOf(checks);
        }
    }

    /**
     * It should be a report and cannot be read.
     *
     * @param detail what exactly, for a person
     */
    record Quarantined(Reason reason, String detail) implements Reading {}

    /**
     * It is not a report of the genre.
     *
     * @param detail what exactly, for a person
     */
    record Ignored(Reason reason, String detail) implements Reading {}
}
