package org.fazhi.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;
import org.fazhi.reading.indicators.IndicatorDictionary;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which day a report was made public, of all that its page and its listing say. */
class PublicationTest {

    private static final String FILL = "一年来，全县坚持稳中求进，持续完善制度，规范各类行为，加强监督制约，推动各项工作稳步开展，群众的感受不断改善。";
    private static final String TITLE = "云栖县人民政府2024年法治政府建设年度报告";

    private final ReportReader reader = new ReportReader(IndicatorDictionary.read());

    @ParameterizedTest(name = "{0} | {1} | {2} | {3}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // What the page prints stands before what its head says, and the head's other day is kept.
                "PubDate=2025-03-22 10:05 | 发布时间：2025-03-22 浏览次数：8 | 1.html | - | 2025-03-22 | page | -",
                "PubDate=2026-05-11 16:40 | 发布时间：2025-03-22 浏览次数：8 | 1.html | - | 2025-03-22 | page | 2026-05-11",
                "PubDate=2026-05-11 16:40 | 2025-03-22 10:05 | 1.html | - | 2025-03-22 | page | 2026-05-11",
                "PubDate=2026-05-11 16:40 | 索引号：YQ001-2025-0007 发布日期：2025-03-22 | 1.html | - | 2025-03-22 | page | 2026-05-11",
                "PubDate=2025-03-22 | 来源：县司法局 浏览次数：8 | 1.html | 2025-03-23 | 2025-03-22 | meta_tag | -",
                // The day on which a page was generated is none of its report.
                "Maketime=2026-05-11 09:12:33 | 发布时间：2025-03-22 浏览次数：8 | 1.html | - | 2025-03-22 | page | -",
                "Maketime=2026-05-11 09:12:33 | 来源：县司法局 浏览次数：8 | 1.html | - | - | - | -",
                // The address, and after it the row.
                "- | 来源：县司法局 浏览次数：8 | t20250322_1.html | 2025-03-23 | 2025-03-22 | url | -",
                "PubDate=2026-05-11 | 来源：县司法局 浏览次数：8 | t20250322_1.html | - | 2026-05-11 | meta_tag | 2025-03-22",
                "- | 来源：县司法局 浏览次数：8 | 1.html | 2025-03-23 | 2025-03-23 | listing | -",
                // When a page was changed tells when it was published only where nothing else does.
                "- | 更新时间：2025-06-06 浏览次数：8 | 1.html | 2025-03-23 | 2025-03-23 | listing | -",
                "- | 更新时间：2025-06-06 浏览次数：8 | 1.html | - | 2025-06-06 | update | -",
                "- | 发布时间：2025-03-22 更新时间：2025-06-06 | 1.html | - | 2025-03-22 | page | -",
                "- | 更新日期：2025-06-06 发布日期：2025-03-22 | 1.html | - | 2025-03-22 | page | -",
                "PubDate=2025-03-22 | 最后更新：2025-06-06 浏览次数：8 | 1.html | - | 2025-03-22 | meta_tag | -",
                "- | 最后更新：2025-06-06 浏览次数：8 | 1.html | - | 2025-06-06 | update | -",
                "- | 修改时间：2025-06-06 来源：县司法局 | 1.html | - | 2025-06-06 | update | -",
                "- | 索引号：YQ001-2025-0007 更新时间：2025-06-06 | 1.html | - | 2025-06-06 | update | -",
                // Of several other days the earliest before it, a change too; or else the latest behind it, which no
                // change is.
                "PubDate=2025-03-11 | 发布时间：2025-05-20 浏览次数：8 | t20260711_1.html | - | 2025-05-20 | page | 2025-03-11",
                "PubDate=2025-03-22 | 发布时间：2025-03-20 浏览次数：8 | t20260711_1.html | - | 2025-03-20 | page | 2026-07-11",
                "- | 更新时间：2025-03-11 浏览次数：8 | 1.html | 2025-06-20 | 2025-06-20 | listing | 2025-03-11",
                // A stamp with a zone is the day in Beijing.
                "PubDate=2025-03-21T16:30:00.000+0000 | 来源：县司法局 浏览次数：8 | 1.html | - | 2025-03-22 | meta_tag | -",
                "PubDate=2025-03-21T15:59:59Z | 来源：县司法局 浏览次数：8 | 1.html | - | 2025-03-21 | meta_tag | -",
                "PubDate=2025-03-22T00:30:00+08:00 | 来源：县司法局 浏览次数：8 | 1.html | - | 2025-03-22 | meta_tag | -",
                "- | 来源：县司法局 浏览次数：8 | 1.html | - | - | - | -",
                // What the page says of itself by schema.org's and Open Graph's words.
                "ld+json=2025-03-22 | 来源：县司法局 浏览次数：8 | 1.html | - | 2025-03-22 | meta_tag | -",
                "ld+json=2025-03-21T16:30:00.000Z | 来源：县司法局 浏览次数：8 | 1.html | - | 2025-03-22 | meta_tag | -",
                "ld+json=2025-01-20 | 发布时间：2025-05-20 浏览次数：8 | 1.html | - | 2025-05-20 | page | 2025-01-20",
                "json=2025-03-22 | 来源：县司法局 浏览次数：8 | 1.html | - | - | - | -",
                "article:published_time=2025-03-22 | 来源：县司法局 浏览次数：8 | 1.html | - | 2025-03-22 | meta_tag | -",
                "datePublished=2025-03-22 | 来源：县司法局 浏览次数：8 | 1.html | - | 2025-03-22 | meta_tag | -",
                "dateModified=2025-03-22 | 来源：县司法局 浏览次数：8 | 1.html | - | - | - | -",
                // A page that was put up anew and says since when it stands.
                "- | 发布时间：2025-05-20 首次发布时间：2025-01-20 | 1.html | - | 2025-05-20 | page | 2025-01-20",
                "- | 首次发布时间：2025-01-20 浏览次数：8 | 1.html | - | 2025-01-20 | page | -",
                "- | 首发时间：2025-01-20 浏览次数：8 | 1.html | - | 2025-01-20 | page | -",
            })
    void isTheDayThatIsSaidBest(
            String head, String line, String file, String listedOn, String date, String basis, String other) {
        String meta = head == null ? "" : element(head.replaceFirst("=.*", ""), head.replaceFirst("^[^=]*=", ""));
        String page =
                "<html><head><title>" + TITLE + "</title>" + meta + "</head><body><h1>" + TITLE + "</h1><div>" + line
                        + "</div><div class=content><p>" + FILL.repeat(3) + "</p><p>一、主要工作</p><p>" + FILL
                        + "</p><p>二、下一步打算</p><p>"
                        + FILL + "</p></div></body></html>";
        PageInput input = PageInput.alone(URI.create("http://yunqi.example/fz/" + file), page, true)
                .listedOn(Optional.ofNullable(listedOn).map(LocalDate::parse));
        Reading reading = reader.read(input);
        assertThat(reading).isInstanceOf(Reading.Read.class);
        DocumentFacts facts = ((Reading.Read) reading).facts();
        assertThat(facts.publishedDate()).isEqualTo(Optional.ofNullable(date));
        assertThat(facts.publishedDateBasis()).isEqualTo(Optional.ofNullable(basis));
        assertThat(facts.otherPublishedDate()).isEqualTo(Optional.ofNullable(other));
        assertThat(facts.text()).doesNotContain("浏览次数", "更新时间", "修改时间");
    }

    private static String element(String name, String date) {
        return switch (name) {
            case "json", "ld+json" ->
                "<script type='application/" + name + "'>{\"@type\":\"Report\",\"datePublished\" : \"" + date
                        + "\"}</script>";
            case "article:published_time" -> "<meta property='" + name + "' content='" + date + "'>";
            case "datePublished", "dateModified" -> "<meta itemprop='" + name + "' content='" + date + "'>";
            default -> "<meta name='" + name + "' content='" + date + "'>";
        };
    }
}
