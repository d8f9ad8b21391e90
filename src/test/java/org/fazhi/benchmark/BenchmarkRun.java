package org.fazhi.benchmark;

import java.util.Collection;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/** Runs JMH with its own command line and prints the ratios to the floors below its table. */
public final class BenchmarkRun {

    private BenchmarkRun() {}

    /** @param args a pattern of benchmark names and any of JMH's options */
    public static void main(String[] args) throws RunnerException, CommandLineOptionException {
        Collection<RunResult> results = new Runner(new CommandLineOptions(args)).run();
        System.out.println();
        System.out.println("Ratios to the floors (time per operation; below 1 is faster than the floor)");
        new RatioTable(results).lines().forEach(System.out::println);
    }
}
