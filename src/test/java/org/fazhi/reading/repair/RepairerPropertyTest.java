package org.fazhi.reading.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.fazhi.reading.strip.PageMetadata;
import org.fazhi.reading.strip.PageMetadata.Entry;
import org.fazhi.reading.strip.PageMetadata.Field;
import org.fazhi.reading.strip.PageMetadata.Origin;
import org.fazhi.testing.Draw;
import org.fazhi.testing.Seeded;
import org.fazhi.text.Span;
import org.junit.jupiter.params.ParameterizedTest;

class RepairerPropertyTest {

    private static final PageMetadata METADATA = new PageMetadata(List.of(
            new Entry(Field.DOCUMENT_NUMBER, "云政文〔2023〕8号", Origin.METADATA_BLOCK),
            new Entry(Field.WRITTEN_DATE, "2023-02-07", Origin.METADATA_BLOCK)));

    /** Bits of damaged and of clean text in any order: what one repair leaves may be what another looks for. */
    private static final List<String> BITS = List.of(
            ("領(lǐng)導(dǎo)|縣(xiàn)|執(zhí)法|監(ji|當(dāng)?shù)|覆議|著力|\n|\n|1|2|. 全面|．|、|（|一|）|，|。|云政文20238|202327日|12|３|％|%|余|件| |\u00A0|"
                            + "\u3000|\u200B|\u202E|万元|全县受理案件|2023年|年|月|7日|号|〔|〕|\t|a|(xx)|一是|附件|《|》|𠮷|\uFFFD|?|3.|.5|-|:")
                    .split("\\|"));

    private static String damaged(Draw draw) {
        return draw.pieces(40, BITS);
    }

    @ParameterizedTest
    @Seeded(tries = 1000)
    void aSecondRepairAddsNothing(Draw draw) {
        String text = damaged(draw);
        RepairedText once = new Repairer().repair(text, METADATA);
        RepairedText twice = new Repairer().repair(once.text(), METADATA);
        assertThat(twice.text()).isEqualTo(once.text());
        assertThat(twice.repairs()).isEmpty();
    }

    @ParameterizedTest
    @Seeded(tries = 500)
    void aKeptDigitLeadsBackToItself(Draw draw) {
        String text = damaged(draw);
        RepairedText repaired = new Repairer().repair(text, PageMetadata.NONE);
        for (int at = 0; at < repaired.text().length(); at++) {
            char c = repaired.text().charAt(at);
            if (c >= '0' && c <= '9') {
                Span original = repaired.map().toOriginal(new Span(at, at + 1));
                assertThat(Character.digit(original.of(text).charAt(0), 10)).isEqualTo(c - '0');
                assertThat(original.length()).isEqualTo(1);
            }
        }
    }
}
