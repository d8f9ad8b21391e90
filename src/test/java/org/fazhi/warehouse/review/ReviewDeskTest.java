package org.fazhi.warehouse.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fazhi.reading.DocumentFacts;
import org.fazhi.reading.DocumentFacts.FigureFact;
import org.fazhi.warehouse.Reports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an entry fits in a document, and what it makes of it. */
class ReviewDeskTest {

    private static final String URL = "http://yunxi.example/2024";
    private static final String ISSUER = "云溪县人民政府";
    private static final String ACCEPTED = "reconsideration.accepted";
    private static final String EVENTS = "publicity.events";

    @TempDir
    private Path folder;

    private final List<String> fates = new ArrayList<>();
    private ReviewedFacts reviewed;

    private static Reports.Report report() {
        return Reports.report("990101", ISSUER, "government", 2024);
    }

    /** The figures as reviewed, in the order of their ordinals. */
    private List<String> figures(DocumentFacts facts, String... entries) {
        ReviewDesk desk = new ReviewDesk(Entries.read(folder, entries));
        reviewed = desk.review(URL, ISSUER, facts, new ReviewDesk.Version("d", 1, true));
        desk.fates().forEach(fate -> fates.add(fate.outcome().code() + ": " + fate.detail()));
        return reviewed.facts().figures().stream()
                .map(figure -> String.join(
                        " ",
                        figure.raw(),
                        figure.value().toPlainString(),
                        figure.unit(),
                        figure.code().orElse("-"),
                        figure.rule(),
                        figure.quarantine().orElse("-"),
                        reviewed.figures().containsKey(figure.ordinal()) ? "reviewed" : "-"))
                .toList();
    }

    private void assertApplied() {
        assertThat(fates).containsExactly("applied: ");
    }

    @Test
    void givesAnotherCode() {
        DocumentFacts facts = report().figure("受理", "79件", "79", "件", ACCEPTED).facts();
        assertThat(figures(facts, Entries.of(URL, "受理79件。", "79件", "verdict: code\ncode: none")))
                .containsExactly("79件 79 件 - review - reviewed");
        assertApplied();
        assertThat(reviewed.facts().text()).isEqualTo(facts.text());
    }

    @Test
    void givesAnotherValueThatIsExactAndNoLongerProven() {
        DocumentFacts facts = report().figure("受理", "70余件", "70", "件", figure -> {
                    figure.code = Optional.of(ACCEPTED);
                    figure.qualifier = "more_than";
                    figure.verifiedBy = Optional.of("check");
                    figure.valueHigh = Optional.of(new java.math.BigDecimal("80"));
                })
                .facts();
        assertThat(figures(facts, Entries.of(URL, "受理70余件", "70余件", "verdict: value\nvalue: 79")))
                .containsExactly("70余件 79 件 reconsideration.accepted test.rule - reviewed");
        FigureFact figure = reviewed.facts().figures().get(0);
        assertThat(figure.qualifier()).isEqualTo("exact");
        assertThat(figure.verifiedBy()).isEmpty();
        assertThat(figure.valueHigh()).isEmpty();
        assertApplied();
    }

    @Test
    void leavesWhatIsConfirmedAsItIsAndHoldsItAgainstOtherRules() {
        String entry = Entries.of(URL, "受理79件", "79件", "verdict: confirmed\ncode: " + ACCEPTED);
        DocumentFacts same = report().figure("受理", "79件", "79", "件", figure -> {
                    figure.code = Optional.of(ACCEPTED);
                    figure.verifiedBy = Optional.of("check");
                })
                .facts();
        assertThat(figures(same, entry)).containsExactly("79件 79 件 reconsideration.accepted test.rule - reviewed");
        assertThat(reviewed.facts().figures().get(0).verifiedBy()).contains("check");
        DocumentFacts other = report().figure("受理", "79件", "79", "件", EVENTS).facts();
        assertThat(figures(other, entry)).containsExactly("79件 79 件 reconsideration.accepted review - reviewed");
        assertThat(reviewed.facts().figures().get(0).confidence()).isEqualTo(1.0);
        assertThat(fates).containsExactly("applied: ", "applied: ");
    }

    @Test
    void keepsBackWhatIsNoFigure() {
        DocumentFacts facts = report().figure("受理", "79件", "79", "件", ACCEPTED).facts();
        assertThat(figures(facts, Entries.of(URL, "受理79件", "79件", "verdict: no_figure")))
                .containsExactly("79件 79 件 reconsideration.accepted test.rule reviewed reviewed");
        assertApplied();
    }

    @ParameterizedTest
    @ValueSource(strings = {"受理79件。", "受理 79 件；", "　受理７９件", "受理79件", "受理\\u200b79\\n件"})
    void looksPastBlanksWidthAndClosingMarks(String sentence) {
        DocumentFacts facts = report().prose("导航　首页\n另一段文字。")
                .figure("受理", "７９件", "79", "件", ACCEPTED)
                .facts();
        assertThat(figures(facts, Entries.of(URL, sentence, "79 件", "verdict: no_figure"))
                        .get(0))
                .endsWith("reviewed reviewed");
        assertApplied();
    }

    @ParameterizedTest
    @ValueSource(strings = {"不予", "驳回后又", "9"})
    void doesNotTakeTheEndOfAnotherSentenceForTheOneQuoted(String before) {
        DocumentFacts facts =
                report().figure(before + "受理", "79件", "79", "件", ACCEPTED).facts();
        assertThat(figures(facts, Entries.of(URL, "受理79件", "79件", "verdict: no_figure"))
                        .get(0))
                .endsWith("- -");
        assertThat(fates).containsExactly("unmatched: the document has no such sentence");
    }

    @Test
    void findsALongQuoteThoughTheRulesPartSentencesOtherwise() {
        String words = "全县各级行政复议机构认真履行职责，坚持以人民为中心，畅通渠道，规范程序，加强指导，" + "化解争议，提高质量，推进规范化信息化专业化建设，共受理";
        DocumentFacts facts =
                report().figure("今年以来" + words, "79件", "79", "件", ACCEPTED).facts();
        figures(facts, Entries.of(URL, words + "79件", "79件", "verdict: no_figure"));
        assertApplied();
    }

    @ParameterizedTest
    @CsvSource({"9件", "5件", "8件"})
    void doesNotTakeTheEndOfANumberForTheNumber(String raw) {
        DocumentFacts facts =
                report().figure("受理79件、1.5件、1,008件、", "3件", "3", "件", ACCEPTED).facts();
        figures(facts, Entries.of(URL, "受理79件、1.5件、1,008件、3件", raw, "verdict: no_figure"));
        assertThat(fates).containsExactly("unmatched: the sentence has the number at 0 places, not 1");
    }

    @Test
    void asksWhichOfTwoPlacesIsMeantAndTakesTheOneNamed() {
        DocumentFacts facts = report().prose("受理79件，审结79件。").facts();
        Reports.Report two = report();
        DocumentFacts read = two.figure("受理79件，审结", "79件", "79", "件", ACCEPTED).facts();
        String sentence = "受理79件，审结79件";
        figures(read, Entries.of(URL, sentence, "79件", "verdict: no_figure"));
        assertThat(fates)
                .containsExactly("ambiguous: the number stands at 2 places of the sentence: say which by occurrence");
        fates.clear();
        assertThat(figures(read, Entries.of(URL, sentence, "79件", "occurrence: 2\nverdict: no_figure")))
                .containsExactly("79件 79 件 reconsideration.accepted test.rule reviewed reviewed");
        assertApplied();
        fates.clear();
        figures(facts, Entries.of(URL, sentence, "79件", "occurrence: 3\nverdict: no_figure"));
        assertThat(fates).containsExactly("unmatched: the sentence has the number at 2 places, not 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "序言"})
    void addsANumberThatTheRulesPassedOverWhereItStands(String repaired) {
        DocumentFacts facts = report().prose("总述。受理79件，审结66件。")
                .figure("另有", "3件", "3", "件", EVENTS)
                .repairedWith(repaired)
                .facts();
        assertThat(figures(facts, Entries.of(URL, "受理79件，审结66件。", "79件", "verdict: code\ncode: " + ACCEPTED)))
                .containsExactly(
                        "3件 3 件 publicity.events test.rule - -", "79件 79 件 reconsideration.accepted review - reviewed");
        FigureFact added = reviewed.facts().figures().get(1);
        assertThat(added.span().of(facts.text())).isEqualTo("79件");
        assertThat(added.repairedSpan().of(facts.repairedText())).isEqualTo("79件");
        assertThat(added.span().start()).isEqualTo(5);
        assertThat(added.section()).hasValue(0);
        assertThat(added.sectionRole()).isEqualTo("achievements");
        assertThat(added.confidence()).isEqualTo(1.0);
        assertApplied();
    }

    @Test
    void readsTheTimeOfANumberItAdds() {
        DocumentFacts facts = report().prose("截至11月底，受理79件。").facts();
        figures(facts, Entries.of(URL, "截至11月底，受理79件", "79件", "verdict: code\ncode: " + ACCEPTED));
        assertThat(reviewed.facts().figures().get(0).asOf()).contains("2024-11");
    }

    @Test
    void addsTheValueThatIsSaidAndNothingWhereNoneIsMeant() {
        DocumentFacts facts = report().prose("受理79件。").facts();
        assertThat(figures(facts, Entries.of(URL, "受理79件", "79件", "verdict: value\nvalue: 97\ncode: " + ACCEPTED)))
                .containsExactly("79件 97 件 reconsideration.accepted review - reviewed");
        assertThat(figures(facts, Entries.of(URL, "受理79件", "79件", "verdict: no_figure")))
                .isEmpty();
        assertThat(figures(facts, Entries.of(URL, "受理79件", "79件", "verdict: code\ncode: none")))
                .isEmpty();
        assertThat(fates).containsExactly("applied: ", "applied: ", "applied: ");
    }

    @Test
    void refusesAUnitThatIsNotAlikeThatOfTheFigure() {
        DocumentFacts facts = report().figure("受理", "79", "79", "人", ACCEPTED).facts();
        figures(facts, Entries.of(URL, "受理79", "79", "verdict: value\nvalue: 80\nunit: 件"));
        figures(facts, Entries.of(URL, "受理79", "79", "verdict: code\ncode: " + ACCEPTED));
        assertThat(fates)
                .containsExactly(
                        "refused: expected a unit alike 人, got 件",
                        "refused: expected a unit alike 件, that of reconsideration.accepted, got 人");
        assertThat(reviewed.figures()).isEmpty();
    }

    @Test
    void doesNotPublishWhatIsKeptBackForAnotherReason() {
        DocumentFacts facts = report().figure("受理", "79件", "79", "件", figure -> {
                    figure.code = Optional.of(ACCEPTED);
                    figure.quarantine = Optional.of("span_mismatch");
                })
                .facts();
        figures(facts, Entries.of(URL, "受理79件", "79件", "verdict: value\nvalue: 80"));
        assertThat(fates).containsExactly("refused: the figure is kept back as span_mismatch");
    }

    @Test
    void appliesNeitherOfTwoThatSpeakOfOneFigureByOtherKeys() {
        DocumentFacts facts = report().figure("受理", "79件", "79", "件", ACCEPTED).facts();
        String other = Entries.of(URL, "受理79件", "79件", "verdict: no_figure")
                .replace("url: \"" + URL + "\"", "issuer: 云溪县 人民政府, report_year: 2024");
        assertThat(figures(facts, Entries.of(URL, "受理79件", "79件", "verdict: value\nvalue: 80"), other))
                .containsExactly("79件 79 件 reconsideration.accepted test.rule - -");
        assertThat(fates)
                .containsExactly(
                        "conflicting: the same is spoken of in " + folder.getFileName() + "/a.yml:9",
                        "conflicting: the same is spoken of in " + folder.getFileName() + "/a.yml:1");
    }

    /** By two keys of one document, which only the document shows to be one. */
    @Test
    void refusesTwoThatContradictEachOtherByOtherKeys() {
        DocumentFacts facts = report().figure("受理", "79件", "79", "件", ACCEPTED).facts();
        String byName = "issuer: 云溪县 人民政府, report_year: 2024";
        String one = Entries.of(URL, "受理79件", "79件", "verdict: value\nvalue: 80");
        String file = folder.getFileName() + "/a.yml";

        assertThatThrownBy(() -> desk(
                                facts,
                                true,
                                one,
                                one.replace("url: \"" + URL + "\"", byName).replace("80", "81"))
                        .refuseProblems())
                .hasMessage(file + ":1: raw: expected one review of one figure of d, got another in " + file + ":9\n"
                        + file + ":9: raw: expected one review of one figure of d, got another in " + file + ":1");
        // What agrees, and what speaks of a version that no longer stands, is a finding.
        desk(facts, true, one, one.replace("url: \"" + URL + "\"", byName)).refuseProblems();
        desk(facts, false, one, one.replace("url: \"" + URL + "\"", byName).replace("80", "81"))
                .refuseProblems();
    }

    /** A clause between commas is no sure place, so that it is applied nowhere; yet it may not gainsay what is. */
    @ParameterizedTest
    @CsvSource({
        "'受理79件，审结66件', 受理79件,      79件, true",
        "'受理79件，审结66件', 审结66件,      66件, false",
        "'受理79件，审结66件', 不予受理79件,  79件, false",
        "审结66件,             受理79件,      79件, false",
        "受理79件,             '受理79件，审结66件', 79件, true"
    })
    void refusesTwoThatContradictEachOtherByPartsOfOneSentence(
            String one, String other, String raw, boolean isRefused) {
        DocumentFacts sentence = report().prose("全年受理案件，受理79件，审结66件。").facts();
        String first =
                Entries.of(URL, "全年受理案件，" + one, one.contains("79") ? "79件" : "66件", "verdict: value\nvalue: 80");
        String second = Entries.of(URL, other, raw, "verdict: value\nvalue: 81");
        ReviewDesk desk = desk(sentence, true, first, second);
        String file = folder.getFileName() + "/a.yml";
        if (isRefused) {
            assertThatThrownBy(desk::refuseProblems)
                    .hasMessage(file + ":1: raw: expected one review of one figure of d, got another in " + file
                            + ":9\n" + file + ":9: raw: expected one review of one figure of d, got another in " + file
                            + ":1");
            assertThat(desk.matches()).isEmpty();
        } else {
            desk.refuseProblems();
        }
        desk(sentence, false, first, second).refuseProblems();
        desk(sentence, true, first, second.replace("81", "80")).refuseProblems();
    }

    @Test
    void endsTheChecksOfAFigureThatWasPutRightAndOfNoOther() {
        Reports.Report report = report().figure("审结", "66件", "66", "件", figure -> {
                    figure.code = Optional.of(ACCEPTED);
                    figure.verifiedBy = Optional.of("correction_rate");
                })
                .figure("纠错", "19件", "19", "件", figure -> {
                    figure.code = Optional.of("reconsideration.corrected");
                    figure.verifiedBy = Optional.of("other");
                })
                .figure("普法", "12场次", "12", "场次", figure -> {
                    figure.code = Optional.of(EVENTS);
                    figure.verifiedBy = Optional.of("correction_rate");
                })
                .check("correction_rate", "contradicted", 0, 1)
                .check("parts_total", "confirmed", 2);
        String wrong = "审结66件";
        for (String verdict : List.of(
                "verdict: value\nvalue: 68",
                "verdict: no_figure",
                "verdict: code\ncode: none",
                "verdict: value\nvalue: 66\nunit: 起")) {
            figures(report.facts(), Entries.of(URL, wrong, "66件", verdict));
            assertThat(reviewed.facts().checks())
                    .as(verdict)
                    .extracting(DocumentFacts.CheckFact::status)
                    .containsExactly("not_applicable", "confirmed");
        }
        figures(report.facts(), Entries.of(URL, "纠错19件", "19件", "verdict: value\nvalue: 18"));
        assertThat(reviewed.facts().figures())
                .extracting(figure -> figure.verifiedBy().orElse("-"))
                .as("the word of a check that held a misread number is none")
                .containsExactly("-", "-", "correction_rate");
        figures(report.facts(), Entries.of(URL, wrong, "66件", "verdict: confirmed\ncode: " + ACCEPTED));
        assertThat(reviewed.facts().checks())
                .as("what is confirmed contradicts itself still")
                .isEqualTo(report.facts().checks());
        assertThat(reviewed.facts().figures().get(0).verifiedBy()).contains("correction_rate");
    }

    @Test
    void refusesAShareBeyondTheWholeWhoseCodeOnlyTheDocumentTells() {
        DocumentFacts facts = report().figure("纠错率", "28.8%", "28.8", "%", "reconsideration.correction_rate")
                .facts();
        String entry = Entries.of(URL, "纠错率28.8%", "28.8%", "verdict: value\nvalue: 1000");

        assertThatThrownBy(() -> desk(facts, true, entry).refuseProblems())
                .hasMessage(folder.getFileName()
                        + "/a.yml:1: value: expected 0 to 100, as reconsideration.correction_rate is a"
                        + " share in %, got 1000");
        desk(facts, true, entry.replace("1000", "100")).refuseProblems();
    }

    private ReviewDesk desk(DocumentFacts facts, boolean isCurrent, String... entries) {
        ReviewDesk desk = new ReviewDesk(Entries.read(folder, entries));
        desk.review(URL, ISSUER, facts, new ReviewDesk.Version("d", 1, isCurrent));
        return desk;
    }

    @Test
    void putsTheDocumentRightAndKnowsItByBothNames() {
        DocumentFacts facts = report().figure("受理", "79件", "79", "件", ACCEPTED).facts();
        assertThat(figures(
                        facts,
                        Entries.ofDocument(
                                "url: \"http://Yunxi.example:80/2024\"", "verdict: report_year\nreport_year: 2023"),
                        Entries.ofDocument("issuer: 云溪县人民政府, report_year: 2024", "verdict: issuer\nissuer: 云溪县司法局"),
                        Entries.ofDocument("url: \"" + URL + "\"", "verdict: issuer_kind\nissuer_kind: bureau"),
                        Entries.of(URL, "受理79件", "79件", "verdict: no_figure")
                                .replace("url: \"" + URL + "\"", "issuer: 云溪县司法局, report_year: 2023")))
                .containsExactly("79件 79 件 reconsideration.accepted test.rule reviewed reviewed");
        assertThat(reviewed.facts().reportYear()).isEqualTo(2023);
        assertThat(reviewed.facts().issuer()).isEqualTo("云溪县司法局");
        assertThat(reviewed.facts().issuerKind()).isEqualTo("bureau");
        assertThat(reviewed.corrections()).hasSize(3);
        assertThat(fates).containsOnly("applied: ").hasSize(4);
    }

    @Test
    void asksForTheTitleWhereTheEntryNamesOne() {
        DocumentFacts facts = report().figure("受理", "79件", "79", "件", ACCEPTED).facts();
        String entry = Entries.of(URL, "受理79件", "79件", "verdict: no_figure");
        figures(facts, entry.replace("url: \"" + URL + "\"", "title: 另一份报告, issuer: 云溪县人民政府, report_year: 2024"));
        figures(
                facts,
                entry.replace(
                        "url: \"" + URL + "\"", "title: 云溪县人民政府 ２０２４年法治政府建设年度报告, issuer: 云溪县人民政府, report_year: 2024"));
        assertThat(fates).containsExactly("unmatched: no such document was harvested and read", "applied: ");
    }

    @Test
    void tellsAnEntryThatFitsOnlyAVersionNoLongerCurrent() {
        ReviewDesk desk = new ReviewDesk(Entries.read(folder, Entries.of(URL, "受理79件", "79件", "verdict: no_figure")));
        DocumentFacts first = report().figure("受理", "79件", "79", "件", ACCEPTED).facts();
        DocumentFacts second = report().figure("收到", "79件", "79", "件", ACCEPTED).facts();
        desk.review(URL, ISSUER, first, new ReviewDesk.Version("d", 1, false));
        desk.review(URL, ISSUER, second, new ReviewDesk.Version("d", 2, true));
        ReviewDesk.Fate fate = desk.fates().get(0);
        assertThat(fate.outcome()).isEqualTo(ReviewOutcome.FORMER_VERSION);
        assertThat(fate.documents()).isEqualTo(1);
        assertThat(fate.figures()).isEqualTo(1);
    }

    @Test
    void isContentWhereOneOfTwoCopiesHasTheSentence() {
        ReviewDesk desk = new ReviewDesk(Entries.read(
                folder,
                Entries.of(URL, "受理79件", "79件", "verdict: no_figure")
                        .replace("url: \"" + URL + "\"", "issuer: 云溪县人民政府, report_year: 2024")));
        DocumentFacts whole = report().figure("受理", "79件", "79", "件", ACCEPTED).facts();
        DocumentFacts cut = report().prose("节选。").facts();
        desk.review(URL, ISSUER, cut, new ReviewDesk.Version("c", 1, true));
        desk.review(URL + "/copy", ISSUER, whole, new ReviewDesk.Version("d", 1, true));
        assertThat(desk.fates().get(0).outcome()).isEqualTo(ReviewOutcome.APPLIED);
    }
}
