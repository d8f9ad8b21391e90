package org.fazhi.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fazhi.harvest.source.ReportKind;
import org.fazhi.reading.indicators.IndicatorDictionary;
import org.fazhi.testing.NeedsShared;
import org.fazhi.testing.Shared;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The real reports inside the frames of real pages give the facts of the bare text: none lost, none gained. */
@NeedsShared
class FramedReportsTest {

    private static final List<String> CONTAINERS =
            List.of("#UCAP-CONTENT", "[id^=vsb_content]", ".TRS_Editor", ".TRS_UEDITOR", "#zoom", ".article-content");

    private final ReportReader reader = new ReportReader(IndicatorDictionary.read());

    static Stream<Path> frames() {
        return Shared.files("html/detail", ".html").stream();
    }

    @ParameterizedTest
    @MethodSource("frames")
    void aFrameLosesNoFigureAndGainsNone(Path frame) {
        for (Path report : Shared.files("reports", ".txt")) {
            Reading.Read bare = read(PageInput.alone(report.toUri(), Shared.text(report), false));
            Reading.Read framed = read(harvested(framed(frame, bare.facts()), bare.facts()));

            assertThat(figures(framed))
                    .as("%s in %s", report.getFileName(), frame.getFileName())
                    .containsExactlyElementsOf(figures(bare));
        }
    }

    /** As a night would read it: the source says who publishes, the listing how the report is called. */
    private static PageInput harvested(String html, DocumentFacts facts) {
        return new PageInput(
                URI.create("https://www.example.gov.cn/a.html"),
                html,
                true,
                Optional.of(facts.issuer()),
                facts.regionCode(),
                Optional.empty(),
                ReportKind.RULE_OF_LAW,
                Optional.of(title(facts)),
                Optional.empty(),
                false);
    }

    private static String title(DocumentFacts facts) {
        return facts.title().orElse(facts.issuer() + "关于" + facts.reportYear() + "年度法治政府建设情况的报告");
    }

    private Reading.Read read(PageInput page) {
        Reading reading = reader.read(page);
        assertThat(reading).isInstanceOf(Reading.Read.class);
        return (Reading.Read) reading;
    }

    private static List<String> figures(Reading.Read read) {
        return read.facts().figures().stream()
                .map(figure -> figure.raw() + "|" + figure.value().toPlainString() + "|" + figure.unit() + "|"
                        + figure.qualifier() + "|" + figure.change() + "|" + figure.tense() + "|" + figure.code())
                .toList();
    }

    /** The frame with its article taken out and the report put in its place, under the report's own title. */
    private static String framed(Path frame, DocumentFacts facts) {
        Document page = Jsoup.parse(Shared.text(frame));
        String title = title(facts);
        String former =
                page.title() + "\n" + page.select("meta[name=ArticleTitle]").attr("content") + "\n"
                        + page.select("h1, .title, .tit, #title").text();
        page.title(title);
        page.select("meta[name=ContentSource]").attr("content", facts.issuer());
        page.select("meta[name=ArticleTitle], meta[name=Keywords], meta[name=Description]")
                .attr("content", title);
        page.getAllElements().stream()
                .filter(element -> element.ownText().length() > 4 && former.contains(element.ownText()))
                .forEach(element -> element.text(title));
        Element content = CONTAINERS.stream()
                .map(page::selectFirst)
                .flatMap(found -> Optional.ofNullable(found).stream())
                .findFirst()
                .orElseGet(() -> mostText(page));
        content.empty();
        facts.text().lines().forEach(line -> content.appendElement("p").text(line));
        return page.outerHtml();
    }

    /** The element with the most paragraphs of its own. */
    private static Element mostText(Document page) {
        return page.getAllElements().stream()
                .max((a, b) -> Integer.compare(paragraphs(a), paragraphs(b)))
                .orElseThrow();
    }

    private static int paragraphs(Element element) {
        return element.children().stream()
                .filter(child -> child.normalName().equals("p"))
                .mapToInt(child -> child.text().length())
                .sum();
    }
}
