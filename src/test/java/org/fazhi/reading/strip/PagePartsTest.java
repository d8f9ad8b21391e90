package org.fazhi.reading.strip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fazhi.reading.reason.Reason;
import org.fazhi.reading.strip.PageMetadata.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports on several pages: known for what they are, and read as one where all of it is there. */
class PagePartsTest {

    private static final URI FIRST = URI.create("https://www.qichuan.example/xxgk/t20250318_61.html");

    private static final String TITLE = "栖川县人民政府2024年度法治政府建设情况报告";

    private static final String ONE =
            "<p>一、主要做法和成效</p><p>栖川县全年新收行政复议案件61件，办结57件，纠正不当行政行为9件，" + "组织行政执法人员轮训4期，培训执法骨干320人次。</p>";

    private static final String TWO =
            "<p>二、存在的不足</p><p>基层执法力量仍然偏弱，个别乡镇的合法性审核走了过场，依法行政的自觉性还要提高，" + "抽查执法案卷150份，发现问题案卷5份。</p>";

    private static final String SIGNED = "<p>栖川县人民政府</p><p>2025年3月11日</p>";

    private static final String CALL = "<script>createPageHTML(3,0,\"t20250318_61\",\"html\");</script>";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "createPageHTML(3,0,\"t20250318_61\",\"html\");|0|t20250318_61.html t20250318_61_1.html t20250318_61_2.html",
                "createPageHTML ( 2 , 1 , 't20250318_61' , 'htm' )|1|t20250318_61.htm t20250318_61_1.htm",
                "createPageHTML('pager', 2, 0, 'saved', 'shtml', 15)|0|saved.shtml saved_1.shtml",
                "var a='createPageHTML(1,0,\"x\",\"html\")';createPageHTML(2,0,\"t20250318_61\",\"html\")|0|t20250318_61.html t20250318_61_1.html"
            })
    void aScriptTellsTheParts(String script, int own, String addresses) {
        PageParts parts = parts("<script>" + script + "</script>").orElseThrow();

        assertThat(String.join(" ", parts.addresses())).isEqualTo(addresses);
        assertThat(parts.own()).isEqualTo(own);
        assertThat(parts.isCounted()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "createPageHTML(1,0,\"t20250318_61\",\"html\");",
                "createPageHTML(3,3,\"t20250318_61\",\"html\");",
                "createPageHTML(31,0,\"t20250318_61\",\"html\");",
                "// createPageHTML(3,0,\"t20250318_61\",\"html\");",
                "createPageHTML(9,0,\"index\",\"html\");",
                "function createPageHTML(_count, _own, _name, _ext) {}"
            })
    void aScriptThatTellsOfNoPartsIsNone(String script) {
        assertThat(parts("<script>" + script + "</script>")).isEmpty();
    }

    @Test
    void anArticleMayBeCalledIndexItself() {
        URI index = FIRST.resolve("61/index.html");

        assertThat(new HtmlStripper()
                        .parts(page("<script>createPageHTML(30,0,\"index\",\"html\");</script>"), index)
                        .orElseThrow()
                        .addresses())
                .hasSize(PageParts.MOST);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1:#,2:t20250318_61_1.html,3:t20250318_61_2.html,下一页:t20250318_61_1.html|t20250318_61.html t20250318_61_1.html t20250318_61_2.html|true",
                "[2]:./t20250318_61_2.html,[3]:./t20250318_61_3.html|t20250318_61.html ./t20250318_61_2.html ./t20250318_61_3.html|true",
                "第2页:/xxgk/t20250318_61_1.html|t20250318_61.html /xxgk/t20250318_61_1.html|true",
                "2:t20250318_61_1.html,4:t20250318_61_3.html|t20250318_61.html t20250318_61_1.html t20250318_61_3.html|false",
                "下一页:t20250318_61_1.html|t20250318_61.html t20250318_61_1.html|false"
            })
    void linksTellTheParts(String links, String addresses, boolean isCounted) {
        PageParts parts = parts(links(links)).orElseThrow();

        assertThat(String.join(" ", parts.addresses())).isEqualTo(addresses);
        assertThat(parts.own()).isZero();
        assertThat(parts.isCounted()).isEqualTo(isCounted);
    }

    @Test
    void aLaterPartKnowsItsPlace() {
        PageParts parts = new HtmlStripper()
                .parts(page(links("1:t20250318_61.html,3:t20250318_61_2.html")), FIRST.resolve("t20250318_61_1.html"))
                .orElseThrow();

        assertThat(parts.own()).isEqualTo(1);
        assertThat(parts).hasToString("part 2 of 3; the others are t20250318_61.html, t20250318_61_2.html");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2:t20250318_62.html,3:t20250318_63.html",
                "2:index_1.html,下一页:index_2.html",
                "附件2:t20250318_61_1.html",
                "2024年:t20250318_61_1.html"
            })
    void otherLinksTellOfNoParts(String links) {
        assertThat(parts(links(links))).isEmpty();
    }

    @Test
    void thePartsAreReadAsOne() {
        Map<String, String> beside = Map.of(
                "t20250318_61_1.html", page(article("<p>" + TITLE + "</p>" + TWO)),
                "t20250318_61_2.html", page(article(SIGNED)));

        StrippedPage page = strip(article(ONE) + CALL, beside);

        assertThat(page.text().lines())
                .startsWith("一、主要做法和成效")
                .endsWith("栖川县人民政府", "2025年3月11日")
                .hasSize(6);
        assertThat(page.text()).containsOnlyOnce("存在的不足").doesNotContain(TITLE);
        assertThat(page.cuts()).contains(new StrippedPage.Cut("repeated_title", TITLE));
        assertThat(page.metadata().first(Field.WRITTEN_DATE)).contains("2025-03-11");
        assertThat(page.metadata().first(Field.TITLE)).contains(TITLE);
        assertThat(page.blocks().stream().map(block -> block.span().of(page.text())))
                .containsExactlyElementsOf(page.text().lines().toList());
    }

    @Test
    void aTitleThatIsNoHeadStays() {
        Map<String, String> beside = Map.of(
                "t20250318_61_1.html", page(article(TWO + "<p>" + TITLE + "</p>" + TWO)),
                "t20250318_61_2.html", page(article(SIGNED)));

        assertThat(strip(article(ONE) + CALL, beside).text()).containsOnlyOnce(TITLE);
    }

    @Test
    void partsThatAreMissingAreNamed() {
        Map<String, String> beside = new HashMap<>();
        beside.put("t20250318_61_2.html", page(article(SIGNED)));

        UnreadablePageException e = unread(article(ONE) + CALL, beside);

        assertThat(e.reason()).isEqualTo(Reason.MORE_PAGES);
        assertThat(e)
                .hasMessage("expected the whole text, got part 1 of 3; the others are t20250318_61_1.html,"
                        + " t20250318_61_2.html; there is nothing to read of t20250318_61_1.html");
        assertThat(unread(article(ONE) + CALL, Map.of()))
                .hasMessageEndingWith("nothing to read of t20250318_61_1.html, t20250318_61_2.html");

        beside.put("t20250318_61_1.html", page("<div>页面不存在</div>"));
        assertThat(unread(article(ONE) + CALL, beside)).hasMessageEndingWith("nothing to read of t20250318_61_1.html");

        for (String other : List.of("<div id='zoom'>" + SIGNED + "</div>", article("<p>来源：县司法局　浏览次数：12</p>"))) {
            beside.put("t20250318_61_1.html", page(other));
            assertThat(unread(article(ONE) + CALL, beside))
                    .hasMessageEndingWith("nothing to read of t20250318_61_1.html");
        }

        beside.put("t20250318_61_1.html", page(article("")));
        assertThat(unread(article(ONE) + CALL, beside)).hasMessageEndingWith("nothing to read of t20250318_61_1.html");
    }

    @Test
    void aShortPartInAContainerThatIsGuessedIsNone() {
        String call = CALL.replace("(3,", "(2,");
        Map<String, String> beside = Map.of("t20250318_61_1.html", page("<div class='b'>" + SIGNED + "</div>"));

        assertThat(unread("<div class='b'>" + ONE + TWO + "</div>" + call, beside)
                        .reason())
                .isEqualTo(Reason.MORE_PAGES);
        assertThat(strip(
                                "<div class='b'>" + ONE + "</div>" + call,
                                Map.of("t20250318_61_1.html", page("<div class='b'>" + TWO + TWO + "</div>")))
                        .text())
                .contains("57件", "150份");
    }

    @Test
    void aLaterPartOrOneOfAnUnknownNumberIsNeverTheWhole() {
        Map<String, String> beside = Map.of(
                "t20250318_61.html", page(article(ONE)),
                "t20250318_61_1.html", page(article(TWO)),
                "t20250318_61_2.html", page(article(SIGNED)));

        assertThat(unread(article(TWO) + CALL.replace("3,0", "3,1"), beside)).hasMessageContaining("part 2 of 3");
        assertThat(unread(article(ONE) + links("下一页:t20250318_61_1.html"), beside))
                .hasMessageContaining("one part of several; the others are t20250318_61_1.html");
    }

    @Test
    void aFirstPartWithoutTextIsOneToo() {
        assertThat(unread(CALL, Map.of()))
                .hasMessage("expected the whole text, got part 1 of 3; the others are t20250318_61_1.html,"
                        + " t20250318_61_2.html");
    }

    private static String links(String links) {
        StringBuilder html = new StringBuilder("<div class='page'>共3页 ");
        for (String link : links.split(",")) {
            String[] parts = link.split(":", 2);
            html.append("<a href=\"")
                    .append(parts[1])
                    .append("\">")
                    .append(parts[0])
                    .append("</a> ");
        }
        return html.append("</div>").toString();
    }

    private static String article(String content) {
        return "<div class='TRS_Editor'>" + content + "</div>";
    }

    private static String page(String content) {
        return """
                <html><head><title>%1$s</title></head><body><ul><li><a href="/">首页</a></li><li><a href="/a/">公开</a></li></ul>
                <h1>%1$s</h1>%2$s<div class="foot">主办：栖川县人民政府办公室</div></body></html>
                """.formatted(TITLE, content);
    }

    private static Optional<PageParts> parts(String content) {
        return new HtmlStripper().parts(page(content), FIRST);
    }

    private static StrippedPage strip(String content, Map<String, String> beside) {
        return new HtmlStripper().strip(page(content), FIRST, address -> Optional.ofNullable(beside.get(address)));
    }

    private static UnreadablePageException unread(String content, Map<String, String> beside) {
        return catchThrowableOfType(UnreadablePageException.class, () -> strip(content, beside));
    }
}
