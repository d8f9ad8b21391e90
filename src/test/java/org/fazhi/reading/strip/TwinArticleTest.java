package org.fazhi.reading.strip;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

/** An article that stands twice on its page, for desk and phone, is read once; one that repeats itself is not cut. */
class TwinArticleTest {

    private static final String FIRST = "<p>栖川县全年新收行政复议案件61件，办结57件，纠正不当行政行为9件，组织行政执法人员轮训4期，培训骨干320人次，全部持证上岗。</p>";
    private static final String SECOND = "<p>基层执法力量仍然偏弱，个别乡镇的合法性审核走了过场，抽查执法案卷150份，发现问题案卷5份，已经责成有关乡镇限期整改到位。</p>";
    private static final String SIGNED = "<p>栖川县人民政府</p>";

    @Test
    void aTwinIsReadOnce() {
        String article = "<p>一、做法</p>" + FIRST + "<p>二、不足</p>" + SECOND + SIGNED;

        assertThat(text("<div class='pc'><h1>标题</h1><div class='bd'>" + article
                        + "</div></div><div class='m'><ul><li><a href='/m'>手机版</a></li></ul><div class='bd'>" + article
                        + "</div></div>"))
                .startsWith("一、做法")
                .endsWith("栖川县人民政府")
                .containsOnlyOnce("61件")
                .containsOnlyOnce("150份")
                .containsOnlyOnce("二、不足");
        assertThat(text("<div class='a'>" + article + "</div><div class='b'>" + article.replace("全年", "全 年")
                        + "</div>"))
                .containsOnlyOnce("61件");
        assertThat(text("<div id='zoom'><div>" + article + "</div><div>" + article + "</div></div>"))
                .containsOnlyOnce("61件");
    }

    @Test
    void whatDiffersIsNoTwin() {
        assertThat(text("<div class='a'>" + FIRST + SECOND + "</div><div class='b'>" + FIRST
                        + SECOND.replace("150份", "151份") + "</div>"))
                .contains("150份", "151份");
        assertThat(text("<div class='a'>" + FIRST + SECOND + "</div><div class='b'>" + FIRST + SECOND + FIRST
                        + "</div>"))
                .contains("150份")
                .matches("(?s).*61件.*61件.*");
        assertThat(text("<div class='a'>" + FIRST + "</div><div class='b'>" + FIRST + "</div>"))
                .matches("(?s).*61件.*61件.*");
        // Nothing tells where the first ends.
        assertThat(text("<div class='a'>" + FIRST + SECOND + FIRST + SECOND + "</div>"))
                .matches("(?s).*61件.*61件.*");
    }

    private static String text(String content) {
        return new HtmlStripper()
                .strip("<html><body>" + content + "</body></html>", URI.create("https://www.qichuan.example/a.html"))
                .text();
    }
}
