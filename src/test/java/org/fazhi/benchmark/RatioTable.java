package org.fazhi.benchmark;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;

/**
 * The results of a run, each as a ratio to the floor that its class names, under the same parameters. Medians of all
 * iterations are compared, since the other work of a machine makes the means jump.
 */
final class RatioTable {

    private final List<RunResult> results;

    RatioTable(Collection<RunResult> results) {
        this.results = List.copyOf(results);
    }

    /** One line a benchmark: name, parameters, median, ratio. A class without a floor gives no line. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (RunResult result : results) {
            floorOf(result).ifPresent(floor -> lines.add(line(result, floor)));
        }
        return lines;
    }

    private static String line(RunResult result, RunResult floor) {
        return String.format(
                Locale.ROOT,
                "%-46s %-16s %10.3f %-6s %6.2f × %s",
                name(result),
                parameters(result),
                median(result),
                result.getPrimaryResult().getScoreUnit(),
                median(result) / median(floor),
                method(floor));
    }

    private static double median(RunResult result) {
        return result.getPrimaryResult().getStatistics().getPercentile(50);
    }

    private Optional<RunResult> floorOf(RunResult result) {
        return floorName(result.getParams())
                .flatMap(name -> results.stream()
                        .filter(other -> other.getParams().getBenchmark().equals(name))
                        .filter(other -> parameters(other).equals(parameters(result)))
                        .findFirst());
    }

    private static Optional<String> floorName(BenchmarkParams params) {
        String type = params.getBenchmark().substring(0, params.getBenchmark().lastIndexOf('.'));
        try {
            return Optional.ofNullable(Class.forName(type).getAnnotation(Floor.class))
                    .map(floor -> type + "." + floor.value());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("expected the benchmark class " + type + " on the class path", e);
        }
    }

    private static String parameters(RunResult result) {
        BenchmarkParams params = result.getParams();
        return String.join(
                " ",
                params.getParamsKeys().stream()
                        .map(key -> key + "=" + params.getParam(key))
                        .toList());
    }

    private static String name(RunResult result) {
        String benchmark = result.getParams().getBenchmark();
        return benchmark.substring(benchmark.lastIndexOf('.', benchmark.lastIndexOf('.') - 1) + 1);
    }

    private static String method(RunResult result) {
        String benchmark = result.getParams().getBenchmark();
        return benchmark.substring(benchmark.lastIndexOf('.') + 1);
    }
}
