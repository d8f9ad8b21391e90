package org.fazhi.harvest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CharsetChoiceTest {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String TEXT = "清禾县人民政府二〇二三年度法治政府建设情况报告，办结行政复议案件三十六件。";

    @Test
    void trustsAByteOrderMarkFirst() {
        byte[] bytes = ("\ufeff" + TEXT).getBytes(StandardCharsets.UTF_8);

        DecodedText text = CharsetChoice.decode(bytes, Optional.of("text/html; charset=gbk"));

        assertThat(text).isEqualTo(new DecodedText(TEXT, "UTF-8", "bom", 0));
    }

    @Test
    void takesStrictUtf8OverALabelThatLies() {
        byte[] bytes = ("<meta charset=gb2312>" + TEXT).getBytes(StandardCharsets.UTF_8);

        DecodedText text = CharsetChoice.decode(bytes, Optional.of("text/html; charset=GBK"));

        assertThat(text.text()).endsWith(TEXT);
        assertThat(text.reason()).isEqualTo("strict_utf8");
    }

    @Test
    void namesTheAgreementOfHeaderAndMeta() {
        byte[] bytes = ("<meta charset=\"utf-8\">" + TEXT).getBytes(StandardCharsets.UTF_8);

        assertThat(CharsetChoice.decode(bytes, Optional.of("text/html;charset=UTF-8"))
                        .reason())
                .isEqualTo("header_and_meta");
        assertThat(CharsetChoice.decode(bytes, Optional.empty()).reason()).isEqualTo("meta");
    }

    @Test
    void readsGb2312AsItsSuperset() {
        String rare = "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=gb2312\">" + TEXT + "镕㙍";

        DecodedText text = CharsetChoice.decode(rare.getBytes(GB18030), Optional.empty());

        assertThat(text).isEqualTo(new DecodedText(rare, "GB18030", "meta", 0));
    }

    @Test
    void fallsBackToGb18030WithoutALabel() {
        DecodedText text = CharsetChoice.decode(TEXT.getBytes(GB18030), Optional.of("text/html; charset=ISO-8859-1"));

        assertThat(text).isEqualTo(new DecodedText(TEXT, "GB18030", "fallback", 0));
    }

    @Test
    void readsGb18030UnderALabelOfUtf8() {
        byte[] bytes = ("<meta charset=\"utf-8\">" + TEXT).getBytes(GB18030);

        DecodedText text = CharsetChoice.decode(bytes, Optional.of("text/html; charset=utf-8"));

        assertThat(text.text()).endsWith(TEXT);
        assertThat(text.charset()).isEqualTo("GB18030");
    }

    @Test
    void readsBig5OfMirrors() {
        String mirror = "<meta charset=big5>法治政府建設年度報告";

        DecodedText text = CharsetChoice.decode(mirror.getBytes(Charset.forName("Big5")), Optional.empty());

        assertThat(text.text()).isEqualTo(mirror);
    }

    @Test
    void keepsUtf8WithASingleBrokenByte() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(TEXT.repeat(10).getBytes(StandardCharsets.UTF_8));
        bytes.write(0xE6);
        bytes.writeBytes(TEXT.getBytes(StandardCharsets.UTF_8));

        DecodedText text = CharsetChoice.decode(bytes.toByteArray(), Optional.empty());

        assertThat(text.charset()).isEqualTo("UTF-8");
        assertThat(text.reason()).isEqualTo("damaged_utf8");
        assertThat(text.replaced()).isEqualTo(1);
    }

    @Test
    void neverFailsOnLabelsThatAreNone() {
        DecodedText text = CharsetChoice.decode(
                "plain".getBytes(StandardCharsets.US_ASCII), Optional.of("text/html; charset=%%none"));

        assertThat(text).isEqualTo(new DecodedText("plain", "UTF-8", "ascii", 0));
    }
}
