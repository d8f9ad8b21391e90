package org.fazhi.harvest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ValidatorsTest {

    @Test
    void keepsNoneThatIsLongerThanItIsSentBack() {
        assertThat(of("e".repeat(300), "d".repeat(100)))
                .isEqualTo(new Validators(Optional.of("e".repeat(300)), Optional.of("d".repeat(100))));
        assertThat(of("e".repeat(300), "d".repeat(100)).etag()).isPresent();
        assertThat(of("e".repeat(300), "d".repeat(100)).lastModified()).isPresent();
        assertThat(of("e".repeat(301), "d".repeat(101)).isEmpty()).isTrue();
        assertThat(of("e\0", "d\n").isEmpty()).isTrue();
    }

    private static Validators of(String etag, String lastModified) {
        return new Validators(Optional.of(etag), Optional.of(lastModified));
    }
}
