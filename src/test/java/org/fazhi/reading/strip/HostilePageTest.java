package org.fazhi.reading.strip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.fail;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import org.fazhi.reading.reason.Reason;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages made to hurt end as a page or as a named reason, within bounded time. */
class HostilePageTest {

    private static final URI URL = URI.create("https://www.example.gov.cn/a.html");

    /** Generous: the machine is shared; none of these pages takes a second on an idle one. */
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private static final String SENTENCE = "全年办理行政复议案件79件，结案66件，纠错率28.8%，群众满意度持续提升，各项任务圆满完成。";

    private static Reason reasonOf(String html) {
        return assertTimeoutPreemptively(LIMIT, () -> {
            try {
                StrippedPage page = new HtmlStripper().strip(html, URL);
                return fail("expected no page, got " + page.text());
            } catch (UnreadablePageException e) {
                return e.reason();
            }
        });
    }

    private static StrippedPage strip(String html) {
        return assertTimeoutPreemptively(LIMIT, () -> new HtmlStripper().strip(html, URL));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \n\t ",
                "<html><head><title>报告</title></head><body>&nbsp;\u3000\u200B</body></html>",
                "<html><body><script>document.write('正文')</script><!-- 正文 --></body></html>",
                "<div style='display: none'>全年办理案件79件。</div>"
            })
    void anEmptyPageIsNamedSo(String html) {
        assertThat(reasonOf(html)).isEqualTo(Reason.EMPTY_PAGE);
    }

    @Test
    void aPageOfChromeOnlyIsNamedSo() {
        String links = "<li><a href='#'>政务公开</a></li><li><a href='#'>办事服务</a></li>".repeat(60);
        assertThat(reasonOf("<body><ul>" + links + "</ul><div>版权所有：云溪县人民政府</div><div>网站标识码：9901010001</div></body>"))
                .isEqualTo(Reason.CHROME_ONLY);
    }

    @Test
    void aContainerWithATokenTextHasNoMainText() {
        assertThat(reasonOf("<div id='zoom'><p>详见附件。</p></div>")).isEqualTo(Reason.NO_MAIN_TEXT);
    }

    @Test
    void aPageOfTwentyMegabytesIsTooLarge() {
        assertThat(reasonOf("<p>" + SENTENCE.repeat(20_000_000 / SENTENCE.length()) + "</p>"))
                .isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void aMillionTagsAreTooLarge() {
        assertThat(reasonOf("<p>x".repeat(1_000_000))).isEqualTo(Reason.TOO_LARGE);
    }

    static Stream<Named<String>> heavyPages() {
        String report = "<div id='zoom'><p>" + SENTENCE + "</p><p>" + SENTENCE + "</p></div>";
        return Stream.of(
                Named.of("a hundred thousand nested divs", "<div>".repeat(100_000) + report + "</div>".repeat(100_000)),
                Named.of("a hundred thousand nested spans", report + "<p>" + "<span>".repeat(100_000) + SENTENCE),
                Named.of("a hundred thousand nested fonts", report + "<font><b>".repeat(50_000) + SENTENCE),
                Named.of("nested tables", "<table><tr><td>".repeat(20_000) + report),
                Named.of("nested lists", "<dl><dt><dd>".repeat(20_000) + report),
                Named.of("a million attributes", "<div " + attributes(1_000_000) + ">" + report + "</div>"),
                Named.of(
                        "one attribute of four megabytes", "<div style='" + "display:".repeat(500_000) + "'>" + report),
                Named.of("a quarter of a million short lines", report + "<br>1".repeat(250_000)),
                Named.of("one line of labels", report + "<p>" + "索 引 号：".repeat(200_000) + "</p>"),
                Named.of("label lines without end", report + "<p>索引号</p>".repeat(60_000)),
                Named.of(
                        "brackets without end",
                        report + "<p>" + "【".repeat(390) + "</p>" + "<p>[ 索 [ 引 [ 号 [</p>".repeat(20_000)),
                Named.of("spaces without end", report + "<p>索" + "\u3000".repeat(2_000_000) + "号</p>"),
                Named.of("unclosed comments", report + "<!--".repeat(300_000)),
                Named.of("broken markup", report + "</p><p/<<><td></table>".repeat(60_000)));
    }

    private static String attributes(int count) {
        StringBuilder attributes = new StringBuilder();
        for (int i = 0; i < count; i++) {
            attributes.append('a').append(Integer.toString(i, 36)).append(' ');
        }
        return attributes.toString();
    }

    @ParameterizedTest
    @MethodSource("heavyPages")
    void aHeavyPageIsReadInBoundedTime(String html) {
        StrippedPage page = strip(html);
        assertThat(page.text()).contains("办理行政复议案件79件");
    }

    @Test
    void brokenUtf8LosesNoFigure() {
        byte[] bytes = ("<div id='zoom'><p>" + SENTENCE.repeat(3) + "</p></div>").getBytes(StandardCharsets.UTF_8);
        bytes[24] = (byte) 0xFF;
        bytes[25] = (byte) 0xC0;
        StrippedPage page = strip(new String(bytes, StandardCharsets.UTF_8));
        assertThat(page.text()).contains("\uFFFD").contains("79件").contains("28.8%");
    }

    @Test
    void directionAndZeroWidthMarksStayAsHarvested() {
        StrippedPage page = strip("<div id='zoom'><p>办理案件7\u200B9\u200F件，" + SENTENCE + SENTENCE + "</p></div>");
        assertThat(page.text()).startsWith("办理案件7\u200B9\u200F件");
    }
}
