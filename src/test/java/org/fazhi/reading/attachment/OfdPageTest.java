package org.fazhi.reading.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class OfdPageTest {

    private static String text(String... objects) throws Exception {
        String page = "<Page>" + String.join("", objects) + "</Page>";
        return OfdPage.lines(0, page.getBytes(StandardCharsets.UTF_8)).get(0).text();
    }

    private static String object(double left, String text) {
        return "<TextObject Boundary=\"" + left + " 20 100 6\" Size=\"4\"><TextCode X=\"0\" Y=\"4\">" + text
                + "</TextCode></TextObject>";
    }

    @Test
    void readsBoldOnceThatIsPrintedTwice() throws Exception {
        assertThat(text(object(10, "受理1145件。"), object(10.2, "受理1145件。"))).isEqualTo("受理1145件。");
    }

    @Test
    void keepsEqualCharactersThatStandSideBySide() throws Exception {
        assertThat(text(object(10, "受理111件"), object(10 + 8 + 6 + 4, "件。"))).isEqualTo("受理111件件。");
    }
}
