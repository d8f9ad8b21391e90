package org.fazhi.reading.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import com.hankcs.hanlp.HanLP;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fazhi.reading.figures.Figure;
import org.fazhi.reading.figures.Qualifier;
import org.fazhi.reading.outline.Outliner;
import org.fazhi.testing.NeedsShared;
import org.fazhi.testing.Shared;
import org.fazhi.text.Span;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Codes against the labelled real reports beside the repository, where they are. Their figures are taken as labelled. */
@NeedsShared
class GoldCodesTest {

    private final IndicatorMatcher matcher = new IndicatorMatcher(IndicatorDictionary.read());

    @ParameterizedTest
    @CsvSource({"huian-2022, 0.98", "tancheng-2023, 0.98", "wuxi-2020, 0.98", "xiangzhou-2022, 0.98"})
    void codesTheLabelledReport(String name, double floor) throws IOException {
        CodeScore score = new CodeScore();
        score.add(gold(name), matcher);
        if (Boolean.getBoolean("score.print")) {
            System.out.println(name + ": " + score);
        }
        assertThat(score.f1()).as(score.toString()).isGreaterThanOrEqualTo(floor);
    }

    static LabelledReport gold(String name) throws IOException {
        Path labels = Shared.path("gold/" + name + ".figures.jsonl");
        String text = readable(Files.readString(Shared.path("reports/" + name + ".txt"), StandardCharsets.UTF_8));
        List<Figure> figures = new ArrayList<>();
        List<Set<String>> answers = new ArrayList<>();
        int from = 0;
        for (String line : Files.readAllLines(labels, StandardCharsets.UTF_8)) {
            JsonNode label = new ObjectMapper().readTree(line);
            String raw = readable(label.get("raw").asString());
            String context = readable(label.get("ctx").asString());
            int at = text.indexOf(context, Math.max(0, from - context.length()));
            if (at < 0) {
                throw new IllegalArgumentException(name + ": expected the context " + context + " in the report");
            }
            int start = text.indexOf(raw, Math.max(from, at));
            from = start + raw.length();
            Span span = new Span(start, from);
            figures.add(new Figure(
                    figures.size(),
                    span,
                    LabelledReport.sentence(text, span),
                    new BigDecimal(label.get("value").asString()),
                    Optional.empty(),
                    label.get("unit").asString(),
                    Qualifier.EXACT,
                    LabelledReport.change(label.path("change").asString("")),
                    LabelledReport.tense(label.path("tense").asString("")),
                    Optional.empty()));
            answers.add(answers(label));
        }
        return new LabelledReport(name, Outliner.outline(text), figures, answers);
    }

    private static Set<String> answers(JsonNode label) {
        Set<String> answers = new HashSet<>();
        answers.add(label.path("code").asString(""));
        label.path("also").forEach(also -> answers.add(also.asString("")));
        return answers;
    }

    /** A pirate mirror's pinyin and traditional characters taken away; other texts as they are. */
    private static String readable(String text) {
        String plain = text.replaceAll("\\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,8}\\)", "");
        return plain.length() == text.length() && text.length() > 100 ? text : HanLP.t2s(plain);
    }
}
