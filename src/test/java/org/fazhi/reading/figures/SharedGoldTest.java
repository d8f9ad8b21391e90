package org.fazhi.reading.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fazhi.reading.figures.LabelledFigures.Expected;
import org.fazhi.reading.outline.Outline;
import org.fazhi.reading.outline.Outliner;
import org.fazhi.testing.NeedsShared;
import org.fazhi.testing.Shared;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The four labelled reports beside the repository, scored as their contract says; the floors only rise. */
@NeedsShared
class SharedGoldTest {

    private static final double FIGURES_FLOOR = 0.99;
    private static final double ATTRIBUTES_FLOOR = 0.98;
    private static final double SECTIONS_FLOOR = 0.99;

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(strings = {"huian-2022", "tancheng-2023", "wuxi-2020", "xiangzhou-2022"})
    void findsTheLabelledFigures(String report) {
        Path gold = Shared.path("gold/" + report + ".figures.jsonl");
        String text = SharedReports.readable(Shared.path("reports/" + report + ".txt"));
        int year = Integer.parseInt(report.substring(report.length() - 4));
        List<Expected> left = new ArrayList<>(LabelledFigures.found(text, year));
        List<Expected> required = new ArrayList<>();
        List<Expected> optional = new ArrayList<>();
        Shared.text(gold)
                .lines()
                .map(JSON::readTree)
                .forEach(label -> (label.get("optional").asBoolean() ? optional : required).add(expected(label)));
        int described = 0;
        List<Expected> missed = new ArrayList<>();
        for (Expected label : required) {
            Expected hit = take(left, label);
            if (hit == null) {
                missed.add(label);
            } else if (describes(hit, label)) {
                described++;
            }
        }
        optional.forEach(label -> take(left, label));
        int matched = required.size() - missed.size();
        double f1 = 2.0 * matched / (2 * matched + missed.size() + left.size());
        assertThat(f1).as("missed %s, extra %s", missed, left).isGreaterThanOrEqualTo(FIGURES_FLOOR);
        assertThat((double) described / matched).isGreaterThanOrEqualTo(ATTRIBUTES_FLOOR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"huian-2022", "tancheng-2023", "wuxi-2020", "xiangzhou-2022"})
    void findsTheLabelledSectionsAndTheirRoles(String report) {
        Path gold = Shared.path("gold/" + report + ".meta.json");
        Outline outline = Outliner.outline(SharedReports.readable(Shared.path("reports/" + report + ".txt")));
        List<String> labelled = new ArrayList<>();
        List<String> roles = new ArrayList<>();
        for (JsonNode section : JSON.readTree(Shared.text(gold)).get("sections")) {
            labelled.add(key(
                    section.get("level").asInt(),
                    section.get("number").asString(),
                    section.get("heading").asString()));
            if (section.has("role")) {
                roles.add(section.get("role").asString());
            }
        }
        List<String> found = new ArrayList<>(outline.sections().stream()
                .map(section -> key(section.level(), section.number(), section.heading()))
                .toList());
        int all = found.size();
        long matched = labelled.stream().filter(found::remove).count();
        assertThat(2.0 * matched / (labelled.size() + all))
                .as("extra %s", found)
                .isGreaterThanOrEqualTo(SECTIONS_FLOOR);
        assertThat(outline.sections().stream()
                        .filter(section -> section.level() == 1)
                        .map(section -> section.role().code()))
                .containsExactlyElementsOf(roles);
    }

    private static Expected expected(JsonNode label) {
        JsonNode change = label.get("change");
        return new Expected(
                label.get("raw").asString(),
                new BigDecimal(label.get("value").asString()),
                label.get("unit").asString(),
                label.get("qualifier").asString(),
                change == null || change.isNull() ? "" : change.asString(),
                label.get("tense").asString(),
                "");
    }

    private static Expected take(List<Expected> left, Expected label) {
        Expected hit = left.stream().filter(label::hasValueOf).findFirst().orElse(null);
        left.remove(hit);
        return hit;
    }

    /** Cumulative counts as actual. */
    private static boolean describes(Expected hit, Expected label) {
        return hit.qualifier().equals(label.qualifier())
                && hit.change().equals(label.change())
                && hit.tense()
                        .replace("cumulative", "actual")
                        .equals(label.tense().replace("cumulative", "actual"));
    }

    private static String key(int level, String number, String heading) {
        return level + number + heading.substring(0, Math.min(10, heading.length()));
    }
}
