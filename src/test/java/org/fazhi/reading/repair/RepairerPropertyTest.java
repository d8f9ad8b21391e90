package org.fazhi.reading.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.fazhi.reading.strip.PageMetadata;
import org.fazhi.reading.strip.PageMetadata.Entry;
import org.fazhi.reading.strip.PageMetadata.Field;
import org.fazhi.reading.strip.PageMetadata.Origin;
import org.fazhi.text.Span;

class RepairerPropertyTest {

    private static final PageMetadata METADATA = new PageMetadata(List.of(
            new Entry(Field.DOCUMENT_NUMBER, "云政文〔2023〕8号", Origin.METADATA_BLOCK),
            new Entry(Field.WRITTEN_DATE, "2023-02-07", Origin.METADATA_BLOCK)));

    /** Bits of damaged and of clean text in any order: what one repair leaves may be what another looks for. */
    @Provide
    Arbitrary<String> damaged() {
        Arbitrary<String> bit = Arbitraries.of(
                ("領(lǐng)導(dǎo)|縣(xiàn)|執(zhí)法|監(ji|當(dāng)?shù)|覆議|著力|\n|\n|1|2|. 全面|．|、|（|一|）|，|。|云政文20238|202327日|12|３|％|%|余|件| |\u00A0|"
                                + "\u3000|\u200B|\u202E|万元|全县受理案件|2023年|年|月|7日|号|〔|〕|\t|a|(xx)|一是|附件|《|》|𠮷|\uFFFD|?|3.|.5|-|:")
                        .split("\\|"));
        return bit.list().ofMaxSize(40).map(bits -> String.join("", bits));
    }

    @Property(tries = 1000)
    void aSecondRepairAddsNothing(@ForAll("damaged") String text) {
        RepairedText once = new Repairer().repair(text, METADATA);
        RepairedText twice = new Repairer().repair(once.text(), METADATA);
        assertThat(twice.text()).isEqualTo(once.text());
        assertThat(twice.repairs()).isEmpty();
    }

    @Property(tries = 500)
    void aKeptDigitLeadsBackToItself(@ForAll("damaged") String text) {
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
