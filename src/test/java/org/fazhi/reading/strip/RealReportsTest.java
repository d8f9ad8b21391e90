package org.fazhi.reading.strip;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.fazhi.reading.repair.RepairedText;
import org.fazhi.reading.repair.Repairer;
import org.fazhi.reading.strip.PageMetadata.Field;
import org.fazhi.testing.NeedsShared;
import org.fazhi.testing.Shared;
import org.fazhi.text.Span;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The labelled reports and saved pages: metadata as labelled, and no figure lost on the way. */
@NeedsShared
class RealReportsTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final URI URL = URI.create("https://www.example.gov.cn/zwgk/content.html");

    private static final Map<Field, String> LABELLED = Map.of(
            Field.TITLE, "title",
            Field.DOCUMENT_NUMBER, "document_number",
            Field.INDEX_NUMBER, "index_number",
            Field.WRITTEN_DATE, "written_date",
            Field.PUBLISHED_DATE, "published_date");

    @Test
    void metadataIsAsLabelled() {
        for (Path report : Shared.files("reports", ".txt")) {
            StrippedPage page = new TextStripper().strip(Shared.text(report));
            JsonNode gold = JSON.readTree(Shared.text(gold(report, ".meta.json")));
            LABELLED.forEach((field, name) -> assertThat(page.metadata().first(field))
                    .as("%s: %s", report.getFileName(), name)
                    .isEqualTo(Optional.ofNullable(gold.get(name).stringValue(null))));
        }
    }

    @Test
    void everyLabelledFigureStandsInTheStrippedTextAndMapsToTheRepairedOne() {
        for (Path report : Shared.files("reports", ".txt")) {
            StrippedPage page = new TextStripper().strip(Shared.text(report));
            checkFigures(report, page);
        }
    }

    /** The chrome of real sites around a report: nothing of the report is lost. */
    @Test
    void everyLabelledFigureSurvivesTheFrameOfARealPage() {
        for (Path frame : Shared.files("html/detail", ".html")) {
            for (Path report : Shared.files("reports", ".txt")) {
                StrippedPage bare = new TextStripper().strip(Shared.text(report));
                Optional<String> html = framed(Shared.text(frame), Shared.text(report));
                if (html.isPresent()) {
                    StrippedPage page = new HtmlStripper().strip(html.get(), URL);
                    assertThat(page.text().replaceAll("[ \\u00A0]+", " "))
                            .as("%s in %s", report.getFileName(), frame.getFileName())
                            .isEqualTo(bare.text().replaceAll("[ \\u00A0]+", " "));
                }
            }
        }
    }

    @Test
    void savedPagesAreReadWithoutAFault() {
        for (Path saved : Shared.files("html/detail", ".html")) {
            try {
                StrippedPage page = new HtmlStripper().strip(Shared.text(saved), URL);
                assertThat(page.text().length()).as("%s", saved).isGreaterThan(200);
                assertThat(page.text()).as("%s", saved).doesNotContain("扫一扫", "版权所有");
            } catch (UnreadablePageException e) {
                // The saved page whose article was cut out by the one who saved it.
                assertThat(saved.getFileName()).hasToString("handan-metadata.html");
            }
        }
    }

    @Test
    void savedPagesOfTheStateCouncilSayTheirNumberAndDates() {
        for (Path saved : Shared.files("html/detail", ".html")) {
            if (!saved.getFileName().toString().startsWith("govcn-")) {
                continue;
            }
            PageMetadata metadata =
                    new HtmlStripper().strip(Shared.text(saved), URL).metadata();
            assertThat(metadata.first(Field.INDEX_NUMBER))
                    .as("%s", saved)
                    .get()
                    .asString()
                    .matches("\\d{9}/\\d{4}-\\d{5}");
            assertThat(metadata.first(Field.WRITTEN_DATE)).as("%s", saved).isPresent();
            assertThat(metadata.first(Field.PUBLISHED_DATE))
                    .as("%s", saved)
                    .get()
                    .asString()
                    .startsWith("2018-1");
            assertThat(metadata.first(Field.DOCUMENT_NUMBER)).as("%s", saved).isPresent();
            assertThat(metadata.first(Field.PUBLISHER))
                    .as("%s", saved)
                    .get()
                    .asString()
                    .startsWith("国务院");
        }
    }

    private static void checkFigures(Path report, StrippedPage page) {
        RepairedText repaired = new Repairer().repair(page.text(), page.metadata());
        for (String line : Shared.text(gold(report, ".figures.jsonl")).lines().toList()) {
            JsonNode figure = JSON.readTree(line);
            String raw = figure.get("raw").stringValue();
            assertThat(page.text()).as("%s: %s", report.getFileName(), raw).contains(raw);
            int at = page.text().indexOf(raw);
            if (at >= 0) {
                Span span = new Span(at, at + raw.length());
                Span back = repaired.map().toOriginal(repaired.map().toRepaired(span));
                assertThat(back)
                        .as("%s: %s and back", report.getFileName(), raw)
                        .isEqualTo(span);
            }
        }
    }

    private static Path gold(Path report, String suffix) {
        return Shared.path("gold").resolve(report.getFileName().toString().replace(".txt", suffix));
    }

    /** The page with its article's text replaced by the report, a paragraph a line; empty where it has no container. */
    private static Optional<String> framed(String html, String report) {
        Document document = Parser.htmlParser().parseInput(html, "");
        Element container = document.selectFirst("#UCAP-CONTENT, .TRS_Editor, .article_content, #vsb_content");
        if (container == null) {
            return Optional.empty();
        }
        container.empty();
        report.lines().forEach(line -> container.appendElement("p").text(line));
        return Optional.of(document.outerHtml());
    }
}
