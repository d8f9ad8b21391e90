package org.fazhi.reading.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fazhi.testing.NeedsShared;
import org.fazhi.testing.Shared;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * The Chinese number and percent cases of a third-party recogniser (MIT), read where they stand beside the
 * repository. Where this reader differs on purpose, the case is named here with its reason.
 */
@NeedsShared
class NumeralCasesTest {

    private static final double FLOOR = 0.97;

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Where this reader differs on purpose: the beginning of the input, and why. */
    private static final Map<String, String> DEVIATIONS = Map.of(
            "两百点两", "两 after 点 is read as a decimal digit; the text names no second number",
            "一点两小时的会议", "as above: 1.2 hours, not one and two",
            "１９９１年", "壹切 is 一切 by a wrong conversion; repair restores the word before numbers are read",
            "六千零五十一个百分点", "a number with 百分点 is a share here and never a bare number",
            "包括在金融市场中", "a number with 元 is an amount here, as 美元 is in the other cases");

    private static final BigDecimal TOLERANCE = new BigDecimal("1e-12");

    @ParameterizedTest
    @CsvSource({"NumberModel", "PercentModel"})
    void readsTheCasesOfTheRecogniser(String model) {
        List<String> unexplained = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        JsonNode cases = JSON.readTree(Shared.text(Shared.path("specs/recognizers-zh/" + model + ".json")));
        int all = 0;
        for (JsonNode testCase : cases) {
            String input = testCase.get("Input").asString();
            List<BigDecimal> expected = expected(testCase);
            List<BigDecimal> found =
                    model.equals("PercentModel") ? NumberPhrases.shares(input) : NumberPhrases.numbers(input);
            all++;
            if (!same(expected, found)) {
                if (DEVIATIONS.keySet().stream().noneMatch(input::startsWith)) {
                    unexplained.add(input);
                }
                faults.add(input + ": expected " + expected + ", got " + found);
            }
        }
        assertThat(unexplained).as("differ without a written reason").isEmpty();
        assertThat(1.0 - (double) faults.size() / all)
                .as(String.join("\n", faults))
                .isGreaterThanOrEqualTo(FLOOR);
    }

    private static List<BigDecimal> expected(JsonNode testCase) {
        List<BigDecimal> values = new ArrayList<>();
        for (JsonNode result : testCase.get("Results")) {
            values.add(new BigDecimal(
                    result.get("Resolution").get("value").asString().replace("%", "")));
        }
        return values;
    }

    private static boolean same(List<BigDecimal> expected, List<BigDecimal> found) {
        if (expected.size() != found.size()) {
            return false;
        }
        for (int i = 0; i < expected.size(); i++) {
            BigDecimal bound = expected.get(i).abs().max(BigDecimal.ONE).multiply(TOLERANCE);
            if (expected.get(i).subtract(found.get(i)).abs().compareTo(bound) > 0) {
                return false;
            }
        }
        return true;
    }
}
