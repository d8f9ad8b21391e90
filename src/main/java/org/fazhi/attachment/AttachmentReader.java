package org.fazhi.attachment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fazhi.attachment.AttachmentResult.Reason;
import org.fazhi.attachment.AttachmentResult.Refused;

/**
 * Reads files in child processes, one each. Whatever a file does to its child (too much memory, no end, a crash, a false
 * answer) becomes a result; this process neither parses the file nor holds more than its bytes and its text. Safe for
 * several threads.
 */
public final class AttachmentReader {

    /** {@code -XX:+ExitOnOutOfMemoryError} ends a JVM so. */
    private static final int OUT_OF_MEMORY = 3;

    /** Exit codes of processes ended by a signal lie above. */
    private static final int SIGNALLED = 128;

    private static final int ERROR_BYTES = 2048;
    private static final long WAIT_FOR_PIPES_MILLIS = 2_000;
    private static final long WAIT_FOR_DEATH_SECONDS = 10;

    private final AttachmentLimits limits;
    private final Function<Path, List<String>> command;

    public AttachmentReader(AttachmentLimits limits) {
        this(limits, folder -> ChildCommand.of(limits, folder));
    }

    /** @param command the child's command line, given its folder */
    AttachmentReader(AttachmentLimits limits, Function<Path, List<String>> command) {
        this.limits = limits;
        this.command = command;
    }

    /** How a child ended, with what it said. */
    private record Ended(boolean isInTime, boolean isTalkative, int exitCode, byte[] output, String error) {

        boolean isSignalled() {
            return isInTime && !isTalkative && exitCode > SIGNALLED;
        }
    }

    /**
     * Reads one file.
     *
     * @throws AttachmentUnavailable where no child can be started or the thread is interrupted
     */
    public AttachmentResult read(byte[] file) {
        if (file.length > limits.maxBytes()) {
            return new Refused(
                    Reason.ATTACHMENT_TOO_LARGE,
                    "expected at most " + limits.maxBytes() + " bytes, got " + file.length);
        }
        Ended ended = run(file);
        // An operator's Ctrl-C goes to the children too, and a full machine kills the youngest: not the file's fault.
        return judge(ended.isSignalled() ? run(file) : ended);
    }

    private AttachmentResult judge(Ended ended) {
        if (!ended.isInTime()) {
            return new Refused(Reason.ATTACHMENT_TIMEOUT, "expected an end within " + limits.time() + ", got none");
        }
        if (ended.exitCode() == OUT_OF_MEMORY) {
            return new Refused(
                    Reason.ATTACHMENT_MEMORY, "expected at most " + limits.heapMegabytes() + " MB, got more");
        }
        if (ended.output().length == 0) {
            throw new AttachmentUnavailable("attachments: expected a child process to begin, got exit code "
                    + ended.exitCode() + " and " + ended.error());
        }
        Optional<AttachmentResult> result =
                ended.exitCode() == 0 && !ended.isTalkative() ? ResultFrame.read(ended.output()) : Optional.empty();
        return result.orElseGet(() -> new Refused(
                Reason.ATTACHMENT_FAULT,
                "expected an answer, got " + ended.output().length + " bytes and exit code " + ended.exitCode()));
    }

    private Ended run(byte[] file) {
        try {
            Path folder = Files.createTempDirectory("fazhi-attachment-");
            try {
                Path input = folder.resolve("input");
                Files.write(input, file);
                return run(folder, input);
            } finally {
                delete(folder);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new AttachmentUnavailable("attachments: expected to start a child process, got " + e, e);
        }
    }

    private Ended run(Path folder, Path input) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command.apply(folder));
        builder.environment().clear();
        builder.directory(folder.toFile());
        builder.redirectInput(input.toFile());
        Process child = builder.start();
        try {
            Drain output = new Drain(child.getInputStream(), maxOutput(), child::destroyForcibly);
            Drain error = new Drain(child.getErrorStream(), ERROR_BYTES, () -> {});
            Thread outputThread = start(output, "attachment-output");
            Thread errorThread = start(error, "attachment-error");
            boolean isInTime = child.waitFor(limits.time().toMillis(), TimeUnit.MILLISECONDS);
            if (!isInTime) {
                kill(child);
            }
            outputThread.join(WAIT_FOR_PIPES_MILLIS);
            errorThread.join(WAIT_FOR_PIPES_MILLIS);
            return new Ended(
                    isInTime,
                    output.isOverflown(),
                    isInTime ? child.exitValue() : -1,
                    output.bytes(),
                    new String(error.bytes(), StandardCharsets.UTF_8).strip());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AttachmentUnavailable("attachments: interrupted", e);
        } finally {
            kill(child);
        }
    }

    /** A UTF-16 unit has at most three bytes in UTF-8; a detail is shorter than the rest. */
    private int maxOutput() {
        return Math.toIntExact(3L * limits.maxCharacters() + ResultFrame.OVERHEAD + 4096);
    }

    private static Thread start(Drain drain, String name) {
        Thread thread = new Thread(drain, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Ends the child and what it has started, and waits for it, so that its folder is still afterwards. */
    private static void kill(Process child) {
        List<ProcessHandle> family =
                Stream.concat(child.descendants(), Stream.of(child.toHandle())).toList();
        family.forEach(ProcessHandle::destroyForcibly);
        child.onExit()
                .completeOnTimeout(child, WAIT_FOR_DEATH_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
