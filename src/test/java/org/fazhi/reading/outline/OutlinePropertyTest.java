package org.fazhi.reading.outline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.fazhi.testing.Draw;
import org.fazhi.testing.Seeded;
import org.junit.jupiter.params.ParameterizedTest;

class OutlinePropertyTest {

    private static final List<String> PIECES = List.of(
            "一、",
            "二、成效",
            "(一)",
            "（三）强化监督。",
            "1.",
            "2．培训。",
            "\n",
            "。",
            "一是",
            "案件30件",
            "2024年1月3日",
            "抄送：县委",
            "　",
            "全年",
            "，",
            "下一步",
            "存在问题",
            "《",
            "“",
            "①",
            "\u200b",
            "目录",
            "存在的问题及下一步打算");

    @ParameterizedTest
    @Seeded(tries = 400)
    void sectionsNestAndNeverOverlap(Draw draw) {
        String text = draw.pieces(60, PIECES);
        Outline outline = Outliner.outline(text);
        List<Section> sections = outline.sections();
        for (Section section : sections) {
            assertThat(outline.body().contains(section.span())).isTrue();
            assertThat(section.span().contains(section.headingSpan())).isTrue();
            assertThat(section.headingSpan().of(text)).contains(section.heading());
            section.parent().ifPresent(parent -> {
                assertThat(sections.get(parent).level()).isLessThan(section.level());
                assertThat(sections.get(parent).span().contains(section.span())).isTrue();
            });
            for (Section other : sections) {
                boolean apart = !section.span().overlaps(other.span());
                boolean nested =
                        section.span().contains(other.span()) || other.span().contains(section.span());
                assertThat(apart || nested).isTrue();
            }
        }
    }
}
