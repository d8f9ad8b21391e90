package org.fazhi.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips what {@link NeedsShared} marks where the folder is absent, and fails it there in CI. */
final class SharedCondition implements ExecutionCondition {

    private final Path folder;
    private final Map<String, String> environment;

    SharedCondition() {
        this(Shared.root(), System.getenv());
    }

    SharedCondition(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = environment;
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return evaluate();
    }

    ConditionEvaluationResult evaluate() {
        if (Files.isDirectory(folder)) {
            return ConditionEvaluationResult.enabled(folder + " is there");
        }
        String absent = folder.toAbsolutePath().normalize() + ": expected the shared material, got no folder";
        if ("true".equals(environment.get("CI"))) {
            throw new IllegalStateException(absent + "; in CI a test that needs it must not be skipped");
        }
        return ConditionEvaluationResult.disabled(absent);
    }
}
