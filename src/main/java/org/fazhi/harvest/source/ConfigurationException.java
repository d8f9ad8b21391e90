package org.fazhi.harvest.source;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** The settings cannot be used; the message has one line for each problem found, in the order of files and lines. */
public final class ConfigurationException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** More problems than this are counted, not printed. */
    private static final int PROBLEMS_PRINTED = 50;

    private final transient List<Problem> problems;

    public ConfigurationException(List<Problem> problems) {
        super(message(problems));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }

    private static String message(List<Problem> problems) {
        String lines =
                problems.stream().limit(PROBLEMS_PRINTED).map(Problem::toString).collect(Collectors.joining("\n"));
        int rest = problems.size() - PROBLEMS_PRINTED;
        return rest > 0 ? lines + "\n… and " + rest + " more" : lines;
    }
}
