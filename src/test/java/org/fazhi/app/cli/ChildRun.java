package org.fazhi.app.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The real program in a process of its own, which a test can wait for, kill and ask to end. */
final class ChildRun implements AutoCloseable {

    private static final long SECONDS = 120;

    private final Process process;
    private final BlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();
    private final List<String> output = new ArrayList<>();
    private boolean hasEnded;

    private ChildRun(Process process) {
        this.process = process;
        Thread reader = new Thread(this::readLines, "child-output");
        reader.setDaemon(true);
        reader.start();
    }

    static ChildRun start(String... args) throws IOException {
        return start(List.of(), args);
    }

    /** Its output names every class that is loaded. */
    static ChildRun startShowingClasses(String... args) throws IOException {
        return start(List.of("-Xlog:class+load=info:stdout"), args);
    }

    private static ChildRun start(List<String> flags, String... args) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.fazhi.app.cli.Fazhi"));
        command.addAll(Arrays.asList(args));
        return new ChildRun(
                new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    private void readLines() {
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(Optional.of(line));
            }
        } catch (IOException e) {
            lines.add(Optional.of("output broken off: " + e));
        }
        lines.add(Optional.empty());
    }

    /** Waits for a line that begins so; fails where the program ends without it. */
    ChildRun awaitLine(String start) throws InterruptedException, TimeoutException {
        for (Optional<String> line = next(); line.isPresent(); line = next()) {
            if (line.get().startsWith(start)) {
                return this;
            }
        }
        throw new AssertionError("expected a line that begins with " + start + ", got " + output());
    }

    private Optional<String> next() throws InterruptedException, TimeoutException {
        if (hasEnded) {
            return Optional.empty();
        }
        Optional<String> line = lines.poll(SECONDS, TimeUnit.SECONDS);
        if (line == null) {
            throw new TimeoutException("expected a line within " + SECONDS + " s, got " + output());
        }
        line.ifPresentOrElse(output::add, () -> hasEnded = true);
        return line;
    }

    /** SIGKILL when the time is over, unless the program has ended by then. */
    void killAfter(Duration time) throws InterruptedException, TimeoutException {
        boolean hasEnded = process.waitFor(time.toNanos(), TimeUnit.NANOSECONDS);
        if (!hasEnded) {
            // Process.destroyForcibly would close the streams too, and what the program said last be lost.
            process.toHandle().destroyForcibly();
        }
        exitCode();
    }

    /** SIGKILL. */
    void kill() throws InterruptedException, TimeoutException {
        process.destroyForcibly();
        exitCode();
    }

    /** SIGTERM. */
    void terminate() {
        // Process.destroy would close the streams too, and what the program says at its end be lost.
        process.toHandle().destroy();
    }

    /** Waits for the end. */
    int exitCode() throws InterruptedException, TimeoutException {
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            throw new TimeoutException("expected the program to end within " + SECONDS + " s, got " + output());
        }
        for (Optional<String> line = next(); line.isPresent(); ) {
            line = next();
        }
        return process.exitValue();
    }

    /** What was printed and waited for so far; all of it after {@link #exitCode}. */
    String output() {
        return String.join("\n", output);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
