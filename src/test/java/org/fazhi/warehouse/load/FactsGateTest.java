package org.fazhi.warehouse.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.fazhi.reading.DocumentFacts;
import org.fazhi.reading.DocumentFacts.RepairFact;
import org.fazhi.reading.DocumentFacts.SectionFact;
import org.fazhi.reading.Extract;
import org.fazhi.text.Span;
import org.fazhi.warehouse.Reports;
import org.junit.jupiter.api.Test;

/** Places that do not lie in the text they are places of. */
class FactsGateTest {

    private static final Span IN = new Span(0, 3);

    /** Three characters as harvested, four as repaired. */
    private static DocumentFacts facts(Span section, Span repairedSection, Span repair, Span repairedRepair) {
        DocumentFacts facts = Reports.report("990101", "云溪县人民政府", "government", 2024)
                .repairedWith("云")
                .prose("云溪。")
                .facts();
        return new DocumentFacts(
                facts.regionCode(),
                facts.issuer(),
                facts.issuerKind(),
                facts.reportKind(),
                facts.reportYear(),
                facts.title(),
                facts.documentNumber(),
                facts.indexNumber(),
                facts.writtenDate(),
                facts.publishedDate(),
                facts.publishedDateBasis(),
                facts.otherPublishedDate(),
                facts.text(),
                facts.repairedText(),
                List.of(new SectionFact(7, OptionalInt.empty(), 1, "一", "题", "plan", section, repairedSection)),
                List.of(),
                List.of(),
                List.of(new RepairFact("lost_glyph", repair, repairedRepair, "", "")),
                List.of());
    }

    private static Optional<String> fault(Span section, Span repairedSection, Span repair, Span repairedRepair) {
        DocumentFacts facts = facts(section, repairedSection, repair, repairedRepair);
        return FactsGate.fault(facts, FactsGate.Texts.of(facts)).map(fault -> fault.reason() + ": " + fault.detail());
    }

    @Test
    void keepsBackADocumentWithAPlaceOutsideItsText() {
        Span whole = new Span(0, 4);
        String expected = "span_outside_text: expected a place in the text of 0..";
        assertThat(fault(IN, whole, IN, whole)).isEmpty();
        assertThat(fault(whole, whole, IN, whole)).contains(expected + "3, got section 7 at 0..4");
        assertThat(fault(IN, whole, whole, whole)).contains(expected + "3, got repair lost_glyph at 0..4");
        assertThat(fault(IN, new Span(0, 5), IN, whole)).contains(expected + "4, got section 7 at 0..5");
        assertThat(fault(IN, whole, IN, new Span(2, 5))).contains(expected + "4, got repair lost_glyph at 2..5");
    }

    @Test
    void keepsBackWhatSaysThatItWasFetchedOrReportsWhenNeitherCanBe() {
        String expected =
                "out_of_bounds: fetched_at: expected a time from 1990-01-01T00:00:00Z to 2100-01-01T00:00:00Z, got ";
        assertThat(fault("1990-01-01T00:00:00Z", 1900)).isEmpty();
        assertThat(fault("2100-01-01T00:00:00Z", 2100)).isEmpty();
        assertThat(fault("1989-12-31T23:59:59Z", 2024)).contains(expected + "1989-12-31T23:59:59Z");
        assertThat(fault("2999-01-01T00:00:00Z", 2024)).contains(expected + "2999-01-01T00:00:00Z");
        assertThat(fault("2026-01-01T00:00:00Z", 2101))
                .contains("out_of_bounds: report_year: expected 1900..2100, got 2101");
        assertThat(fault("2026-01-01T00:00:00Z", 1899)).isPresent();
        assertThat(fault("2026-01-01T00:00:00Z", 0)).as("not told").isEmpty();
    }

    private static Optional<String> fault(String fetchedAt, int year) {
        Extract of =
                Reports.report("990101", "云溪县人民政府", "government", year).extract("yunxi", "http://yunxi.example/1.html");
        return FactsGate.fault(new Extract(
                        of.sourceId(),
                        of.url(),
                        of.payloadDigest(),
                        Instant.parse(fetchedAt),
                        of.outcome(),
                        "",
                        of.facts()))
                .map(fault -> fault.reason() + ": " + fault.detail());
    }

    @Test
    void keepsBackAFigureOutsideEitherText() {
        DocumentFacts facts = Reports.report("990101", "云溪县人民政府", "government", 2024)
                .figure("受理", "79件", "79", "件", figure -> {})
                .facts();
        DocumentFacts.FigureFact figure = facts.figures().get(0);
        for (boolean isRepaired : new boolean[] {false, true}) {
            Span out = new Span(2, 7);
            DocumentFacts.FigureFact moved = new DocumentFacts.FigureFact(
                    figure.ordinal(),
                    figure.section(),
                    figure.sectionRole(),
                    figure.raw(),
                    figure.value(),
                    figure.valueHigh(),
                    figure.unit(),
                    figure.qualifier(),
                    figure.change(),
                    figure.tense(),
                    figure.asOf(),
                    figure.code(),
                    figure.rule(),
                    figure.confidence(),
                    figure.sentence(),
                    isRepaired ? figure.span() : out,
                    isRepaired ? out : figure.repairedSpan(),
                    figure.verifiedBy(),
                    figure.quarantine());
            assertThat(FactsGate.fault(moved, facts, FactsGate.Texts.of(facts).orElseThrow()))
                    .contains(new FactsGate.Fault(
                            "span_outside_text",
                            "79件 = 79 件: expected a place in the text of 0..6, got " + (isRepaired ? "2..5" : "2..7")));
        }
    }
}
