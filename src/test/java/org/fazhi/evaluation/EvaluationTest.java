package org.fazhi.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fazhi.evaluation.FoundReport.Figure;
import org.fazhi.evaluation.FoundReport.Section;
import org.fazhi.evaluation.LabelledReport.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationTest {

    @Test
    void countsEqualFiguresAsAMultiset() {
        Evaluation evaluation = evaluate(
                List.of(label("3", "次"), label("3", "次")),
                List.of(figure("3", "次"), figure("3.0", "次"), figure("3", "次")));

        assertThat(evaluation.figures()).isEqualTo(new Score(2, 3, 2));
        assertThat(evaluation.differences()).anyMatch(line -> line.startsWith("spurious"));
    }

    @Test
    void neitherRewardsNorPunishesAnOptionalFigure() {
        Label optional = new Label(
                "两天",
                "为期两天",
                new BigDecimal("2"),
                "天",
                "exact",
                Optional.empty(),
                "actual",
                Optional.empty(),
                List.of(Optional.empty()),
                true);

        assertThat(evaluate(List.of(optional), List.of()).figures()).isEqualTo(new Score(0, 0, 0));
        assertThat(evaluate(List.of(optional), List.of(figure("2", "天"))).figures())
                .isEqualTo(new Score(0, 0, 0));
    }

    @Test
    void takesCumulativeForActual() {
        Figure cumulative = new Figure(
                "3次", new BigDecimal("3"), "次", "exact", Optional.empty(), "cumulative", Optional.empty(), "");
        Figure planned =
                new Figure("3次", new BigDecimal("3"), "次", "exact", Optional.empty(), "plan", Optional.empty(), "");

        assertThat(evaluate(List.of(label("3", "次")), List.of(cumulative)).attributes())
                .isEqualTo(new Score(1, 1, 1));
        assertThat(evaluate(List.of(label("3", "次")), List.of(planned)).attributes())
                .isEqualTo(new Score(0, 1, 1));
    }

    @Test
    void takesAnyOfTheCodesThatAreAsGood() {
        Label lenient = coded("14", Optional.empty(), "supervision.bodies_inspected");
        Label strict = coded("14", Optional.of("supervision.problems_found"));

        Evaluation both = evaluate(
                List.of(lenient, strict),
                List.of(
                        figure("14", "supervision.bodies_inspected", "个"),
                        figure("14", "supervision.problems_found", "个")));
        Evaluation wrong = evaluate(List.of(strict), List.of(figure("14", "mediation.disputes", "个")));

        assertThat(both.codes()).isEqualTo(new Score(1, 1, 1));
        assertThat(wrong.codes()).isEqualTo(new Score(0, 1, 1));
    }

    @Test
    void comparesSectionsByLevelNumberAndTenCharacters() {
        List<Section> labels = List.of(new Section(1, "一", "主要举措和成效以及其他需要报告的情况"));
        LabelledReport report = new LabelledReport("one", Map.of(), labels, List.of());
        FoundReport same =
                new FoundReport(Map.of(), List.of(new Section(1, "一", "主要举措和成效以及其他需要说明的事")), List.of(), List.of());
        FoundReport other =
                new FoundReport(Map.of(), List.of(new Section(2, "一", "主要举措和成效以及其他")), List.of(), List.of());

        assertThat(Evaluation.of(report, same).sections()).isEqualTo(new Score(1, 1, 1));
        assertThat(Evaluation.of(report, other).sections()).isEqualTo(new Score(0, 1, 1));
    }

    @Test
    void countsAMetadataFieldThatIsRightlyAbsent() {
        LabelledReport report = new LabelledReport("one", Map.of("issuer", "临江县司法局"), List.of(), List.of());
        FoundReport found = new FoundReport(Map.of("issuer", "临江县司法局", "title", "报告"), List.of(), List.of(), List.of());

        Score metadata = Evaluation.of(report, found).metadata();

        assertThat(metadata.right()).isEqualTo(metadata.labelled() - 1);
    }

    @Test
    void saysWhichLineOfTheLabelsIsBroken(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("one.meta.json"), "{\"issuer\": \"临江县司法局\", \"sections\": []}");
        Files.writeString(folder.resolve("one.figures.jsonl"), "\n{\"raw\": \n");

        assertThatThrownBy(() -> LabelledReport.readAll(folder))
                .isInstanceOf(LabelledReport.LabelException.class)
                .hasMessageContaining("one.figures.jsonl:2: expected JSON");
    }

    private static Evaluation evaluate(List<Label> labels, List<Figure> found) {
        return Evaluation.of(
                new LabelledReport("one", Map.of(), List.of(), labels),
                new FoundReport(Map.of(), List.of(), found, List.of()));
    }

    private static Label label(String value, String unit) {
        return new Label(
                value + unit,
                "",
                new BigDecimal(value),
                unit,
                "exact",
                Optional.empty(),
                "actual",
                Optional.empty(),
                List.of(Optional.empty()),
                false);
    }

    private static Label coded(String value, Optional<String> primary, String... also) {
        List<Optional<String>> codes = new java.util.ArrayList<>(List.of(primary));
        Arrays.stream(also).map(Optional::of).forEach(codes::add);
        return new Label(
                value + "个",
                "",
                new BigDecimal(value),
                "个",
                "exact",
                Optional.empty(),
                "actual",
                primary,
                codes,
                false);
    }

    private static Figure figure(String value, String unit) {
        return new Figure(
                value + unit, new BigDecimal(value), unit, "exact", Optional.empty(), "actual", Optional.empty(), "");
    }

    private static Figure figure(String value, String code, String unit) {
        return new Figure(
                value + unit, new BigDecimal(value), unit, "exact", Optional.empty(), "actual", Optional.of(code), "");
    }
}
