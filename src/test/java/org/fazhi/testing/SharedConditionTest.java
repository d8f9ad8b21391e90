package org.fazhi.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

class SharedConditionTest {

    @TempDir
    private Path root;

    private static ConditionEvaluationResult evaluate(Path folder, Map<String, String> environment) {
        return new SharedCondition(folder, environment).evaluate();
    }

    @Test
    void runsWhereTheFolderIsThereInCiOrNot() {
        assertThat(evaluate(root, Map.of()).isDisabled()).isFalse();
        assertThat(evaluate(root, Map.of("CI", "true")).isDisabled()).isFalse();
    }

    @Test
    void skipsAndSaysWhyWhereItIsAbsentOrNoFolder() throws IOException {
        Path absent = root.resolve("absent");
        assertThat(evaluate(absent, Map.of("CI", "false")).isDisabled()).isTrue();
        assertThat(evaluate(absent, Map.of()).getReason())
                .contains(absent + ": expected the shared material, got no folder");
        assertThat(evaluate(Files.createFile(root.resolve("file")), Map.of()).isDisabled())
                .isTrue();
    }

    @Test
    void failsInCiWhereItIsAbsent() {
        assertThatThrownBy(() -> evaluate(root.resolve("absent"), Map.of("CI", "true")))
                .hasMessageContaining("absent: expected the shared material, got no folder");
    }

    @Test
    void isWhatTheAnnotationRuns() {
        assertThat(NeedsShared.class.getAnnotation(ExtendWith.class).value()).containsExactly(SharedCondition.class);
    }
}
