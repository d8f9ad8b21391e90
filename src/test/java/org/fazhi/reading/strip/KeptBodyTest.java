package org.fazhi.reading.strip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fazhi.reading.reason.Reason;
import org.fazhi.reading.strip.PageMetadata.Field;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports that a page keeps where only a script would show them, and what is kept there besides. */
class KeptBodyTest {

    private static final URI PAGE = URI.create("https://www.qichuan.example/xxgk/202503/t20250318_61.html");

    private static final String TITLE = "栖川县人民政府2024年度法治政府建设情况报告";

    static final List<String> LINES = List.of(
            "一、主要做法和成效",
            "栖川县把法治政府建设摆上重要位置，全年新收行政复议案件61件，办结57件，纠正不当行政行为9件。",
            "县司法局组织行政执法人员轮训4期，培训执法骨干320人次，抽查执法案卷150份，合格率为96.67%。",
            "二、存在的不足",
            "基层执法力量仍然偏弱，个别乡镇的合法性审核走了过场，依法行政的自觉性还要提高。",
            "三、下一步安排",
            "继续压实各单位主要负责同志推进法治建设的责任，把任务逐项分解到人，按季度通报。");

    static final String TEXT = String.join("\n", LINES);

    static final String MARKUP =
            LINES.stream().map(line -> "<p>" + line + "</p>").collect(Collectors.joining());

    static Stream<Named<String>> keepers() {
        String state = "{\"code\":0,\"data\":{\"title\":\"" + TITLE + "\",\"content\":\"" + MARKUP + "\",\"hits\":12}}";
        return Stream.of(
                Named.of("a textarea with entities", "<textarea>" + entities(MARKUP) + "</textarea>"),
                Named.of("a textarea with tags", "<textarea id='t'>" + MARKUP + "</textarea>"),
                Named.of("a textarea with lines", "<textarea>" + TEXT + "</textarea>"),
                Named.of(
                        "a textarea in a hidden block",
                        "<div style='display:none'><form><textarea>" + MARKUP + "</textarea></form></div>"),
                Named.of("a textarea escaped twice", "<textarea>" + entities(entities(MARKUP)) + "</textarea>"),
                Named.of("a hidden input", "<input type='hidden' name='nr' value=\"" + entities(MARKUP) + "\">"),
                Named.of("an encoded input", "<input type='hidden' value='" + encoded(MARKUP) + "'>"),
                Named.of("an input with JSON", "<input type='hidden' value='" + entities(state) + "'>"),
                Named.of("a script of text", "<script type='text/plain'>" + MARKUP + "</script>"),
                Named.of("a script of lines", "<script type='text/plain'>\n" + TEXT + "\n</script>"),
                Named.of("a script of markup", "<script type='text/html'>" + MARKUP + "</script>"),
                Named.of("a script template", "<script type='text/x-template'><div>" + MARKUP + "</div></script>"),
                Named.of("a template", "<template>" + MARKUP + "</template>"),
                Named.of("what is shown without scripts", "<noscript>" + MARKUP + "</noscript>"),
                Named.of("a frame's own page", "<iframe srcdoc=\"" + entities(MARKUP) + "\"></iframe>"),
                Named.of(
                        "state of a program",
                        "<script>window.__INITIAL_STATE__ = " + state + ";(function(){})()</script>"),
                Named.of(
                        "data of a program",
                        "<script id='__NEXT_DATA__' type='application/json'>"
                                + state.replace("<", "\\u003c").replace(">", "\\u003E") + "</script>"),
                Named.of(
                        "JSON in a string",
                        "<script>var d = JSON.parse(\"" + state.replace("\"", "\\\"") + "\");</script>"),
                Named.of("a literal", "<script>var app = {content: '" + MARKUP + "', id: 7}</script>"),
                Named.of(
                        "a joined literal",
                        "<script>// it's the text\nvar c = '" + MARKUP.replace("</p>", "</p>' +\n  '") + "';</script>"),
                Named.of("a literal of many lines", "<script>let c = `" + TEXT + "`;</script>"),
                Named.of(
                        "arguments of a function",
                        "<script>window.__NUXT__=(function(a,b){return {d:{c:b}}}(\"x\",\"" + MARKUP + "\"))</script>"),
                Named.of(
                        "the same for desk and phone",
                        "<textarea>" + MARKUP + "</textarea><textarea>" + entities(MARKUP) + "</textarea>"));
    }

    @ParameterizedTest
    @MethodSource("keepers")
    void aBodyIsReadWhereverItIsKept(String keeper) {
        StrippedPage page = strip(page(keeper));

        assertThat(page.text()).isEqualTo(TEXT);
        assertThat(page.container()).isEqualTo(".kept-body");
        assertThat(page.metadata().first(Field.TITLE)).contains(TITLE);
        assertThat(page.blocks())
                .hasSize(LINES.size())
                .allSatisfy(block -> assertThat(LINES).contains(block.span().of(page.text())));
    }

    static Stream<Named<String>> others() {
        String rules = Stream.of(
                        "一、请您遵守法律法规，文明发言，不得发布违反法律的内容，违者由网站依规处理。",
                        "二、网站有权删除不当言论，您的账号及全部内容由网站保管，必要时依法提供给有关部门。",
                        "三、您一经发表即视为同意本须知，网站保留最终的解释权，未尽事宜另行通知。")
                .map(line -> "<p>" + line.repeat(2) + "</p>")
                .collect(Collectors.joining());
        String share = LINES.get(1) + LINES.get(4);
        return Stream.of(
                Named.of("a search box", "<input type='hidden' value='法治政府建设'><textarea>请输入关键词</textarea>"),
                Named.of("the rules of a comment form", "<textarea readonly>" + rules + "</textarea>"),
                Named.of(
                        "the words of a share button",
                        "<script>var share = {bdText: '" + share.repeat(2) + "', bdUrl: '/'};</script>"),
                Named.of(
                        "a table of messages",
                        "<script>var i18n = {" + "\"a\": \"法治政府建设工作稳步推进，执法更加规范。\",".repeat(300) + "}</script>"),
                Named.of(
                        "a menu",
                        "<template>" + "<p><a href='/f'>一、法治政府建设和行政执法的全部文件都在这里。</a></p>".repeat(20) + "</template>"),
                Named.of("no full stops", "<textarea>" + TEXT.replace('。', '；') + "</textarea>"),
                Named.of("one sentence", "<textarea>" + TEXT.replace('。', '；') + "。</textarea>"),
                Named.of("one chapter and a note", "<textarea>" + TEXT.replaceAll("[二三]、", "") + "</textarea>"),
                Named.of("other words", "<textarea>" + TEXT.replaceAll("法治|依法行政|执法|行政复议", "工作") + "</textarea>"),
                Named.of(
                        "two of the words",
                        "<textarea>" + TEXT.replaceAll("法治|依法行政|执法|行政复议", "工作") + "法治执法</textarea>"),
                Named.of(
                        "chapters and hardly a text",
                        "<textarea>一、法治建设工作有序。\n二、执法工作有序。\n三、法治宣传有序。\n" + " ".repeat(100) + "</textarea>"),
                Named.of("a picture's script", "<script type='text/javascript'>/* " + MARKUP + " */</script>"),
                Named.of(
                        "a report of another year",
                        "<script>var next = {title:'" + TITLE.replace("2024", "2023") + "',content:'" + MARKUP
                                + "'}</script>"),
                Named.of(
                        "two reports, none of them by name",
                        "<textarea>" + MARKUP + "</textarea><textarea>" + MARKUP.replace("61件", "62件")
                                + "</textarea>"));
    }

    @ParameterizedTest
    @MethodSource("others")
    void whatIsKeptBesidesIsNoBody(String keeper) {
        assertThat(reasonOf(page(keeper))).isEqualTo(Reason.CHROME_ONLY);
    }

    @Test
    void aLongTextNeedsNoChapters() {
        String prose = (LINES.get(1) + LINES.get(2)).repeat(9);

        assertThat(strip(page("<textarea>" + prose + "</textarea>")).text()).isEqualTo(prose);
    }

    @Test
    void ofSeveralReportsInTheStateThatOfThePagesTitleIsTaken() {
        String others = "<script>var s = [" + row("栖川县教育局2024年度法治政府建设情况报告", "62件") + "," + row(TITLE, "61件") + ","
                + row("", "64件") + "]</script>";

        assertThat(strip(page(others)).text()).isEqualTo(TEXT);
        assertThat(reasonOf(page(others.replace(TITLE, "法治政府")))).isEqualTo(Reason.CHROME_ONLY);
    }

    private static String row(String title, String count) {
        return "{\"title\":\"" + title + "\",\"content\":\"" + MARKUP.replace("61件", count) + "\"}";
    }

    @Test
    void theTitleAndDateOfTheStateAreThoseOfAPageWithoutAny() {
        String state = "<script>var d = {docTitle:'" + TITLE + "', publishDate:'2025-03-18 09:00', author:{title:'某人'},"
                + "content:'" + MARKUP + "'}</script>";

        PageMetadata metadata = strip("<html><body><div id='app'></div>" + state + "</body></html>")
                .metadata();

        assertThat(metadata.first(Field.TITLE)).contains(TITLE);
        assertThat(metadata.all(Field.PUBLISHED_DATE))
                .extracting(PageMetadata.Entry::origin)
                .contains(PageMetadata.Origin.META_TAG);
    }

    @Test
    void aVisibleReportWins() {
        String shown = MARKUP.replace("61件", "60件");

        assertThat(strip(page("<div>" + shown + "</div><textarea>" + MARKUP + "</textarea>"))
                        .text())
                .contains("60件")
                .doesNotContain("61件");
    }

    @Test
    void aShortVisibleTextDoesNotButOneOfTheLengthOfAReportDoes() {
        String shown = "<div class='TRS_Editor'><p>" + LINES.get(1) + LINES.get(4) + "</p></div>";
        String longer = "<div class='TRS_Editor'><p>" + LINES.get(1) + LINES.get(2) + LINES.get(4) + LINES.get(6)
                + "</p></div>";
        String kept = "<textarea>" + MARKUP.replace("61件", "63件") + "</textarea>";

        assertThat(strip(page(shown + kept)).text()).contains("63件").doesNotContain("61件");
        assertThat(strip(page(longer + kept)).text()).contains("61件").doesNotContain("63件");
        assertThat(strip(page(shown)).text()).contains("61件");
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4})
    void aTextIsUnwrappedThreeTimes(int wraps) {
        String text = MARKUP;
        for (int i = 0; i < wraps; i++) {
            text = "{\"a\":\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"}";
        }
        String page = page("<input type='hidden' value='" + entities(text) + "'>");

        if (wraps == 3) {
            assertThat(strip(page).text()).isEqualTo(TEXT);
        } else {
            assertThat(reasonOf(page)).isEqualTo(Reason.CHROME_ONLY);
        }
    }

    private static String entities(String markup) {
        return markup.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    static String page(String keeper) {
        return """
                <html><head><meta charset="utf-8"><title>%1$s_栖川县人民政府</title></head><body>
                <ul><li><a href="/">首页</a></li><li><a href="/a/">政务公开</a></li><li><a href="/b/">办事服务</a></li></ul>
                <div>当前位置：首页 &gt; 法治政府建设</div><h1>%1$s</h1>%2$s
                <div>主办：栖川县人民政府办公室</div><div>网站标识码：9911020001</div></body></html>
                """.formatted(TITLE, keeper);
    }

    static StrippedPage strip(String html) {
        return new HtmlStripper().strip(html, PAGE);
    }

    static Reason reasonOf(String html) {
        UnreadablePageException[] thrown = new UnreadablePageException[1];
        assertThatExceptionOfType(UnreadablePageException.class)
                .isThrownBy(() -> strip(html))
                .satisfies(e -> thrown[0] = e);
        return thrown[0].reason();
    }
}
