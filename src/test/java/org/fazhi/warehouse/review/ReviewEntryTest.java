package org.fazhi.warehouse.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** Any text of a page, written as YAML, is read back as it was and stays on its line. */
class ReviewEntryTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "受理\"79\"件",
                "a\\b\\n",
                "一行\n两行\r\t尾",
                "\u0007\u001b[31m\u0085\u2028\u2029\ufeff\u202e\u200b\ufffe",
                "𠮷野: # - {x} [y] & * ! | > ' % @ `",
                " 前后 "
            })
    void readsBackWhatItWrote(String text) {
        String quoted = ReviewEntry.quoted(text);
        assertThat(quoted.lines()).hasSize(1);
        assertThat(quoted).matches("[^\\p{Cntrl}\u0085\u2028\u2029\ufeff\u202e\u200b]*");
        assertThat((Object) new Yaml().load(quoted)).isEqualTo(text);
    }
}
