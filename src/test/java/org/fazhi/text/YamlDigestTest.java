package org.fazhi.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class YamlDigestTest {

    private static final String RULE = "code: a.b\nwords: [件, 起]\n";

    @Test
    void isTheSameUnderOtherCommentsAndBlankLines() {
        assertThat(YamlDigest.of("# Counts.\n\ncode: a.b   # the code\n\nwords:   [件,  起]\n"))
                .isEqualTo(YamlDigest.of(RULE));
    }

    @Test
    void isAnotherUnderAnotherValueKeyOrOrder() {
        Digest digest = YamlDigest.of(RULE);
        assertThat(YamlDigest.of(RULE.replace("a.b", "a.c"))).isNotEqualTo(digest);
        assertThat(YamlDigest.of(RULE.replace("words", "units"))).isNotEqualTo(digest);
        assertThat(YamlDigest.of(RULE.replace("件, 起", "起, 件"))).isNotEqualTo(digest);
        assertThat(YamlDigest.of(RULE.replace("[件, 起]", "\"#件\""))).isNotEqualTo(YamlDigest.of("code: a.b\nwords:"));
    }
}
