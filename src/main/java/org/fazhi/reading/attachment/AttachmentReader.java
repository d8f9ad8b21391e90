package org.fazhi.reading.attachment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fazhi.reading.attachment.AttachmentResult.Refused;
import org.fazhi.reading.attachment.AttachmentResult.Text;
import org.fazhi.reading.reason.Reason;

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

    private static final Set<String> ENVIRONMENT = Set.of(Tesseract.DATA_FOLDER);
    private static final int ERROR_BYTES = 2048;
    private static final long WAIT_FOR_PIPES_MILLIS = 2_000;
    private static final long WAIT_FOR_DEATH_SECONDS = 10;

    private final ChildKind usual;
    private final Optional<ChildKind> ocr;

    public AttachmentReader(AttachmentLimits limits) {
        this(limits, Optional.empty());
    }

    /** @param tesseract where present, what reads the PDFs that are scans, within {@link AttachmentLimits#OCR} */
    public AttachmentReader(AttachmentLimits limits, Optional<Tesseract> tesseract) {
        this(
                new ChildKind(limits, folder -> ChildCommand.of(limits, folder)),
                tesseract.map(program -> new ChildKind(
                        AttachmentLimits.OCR, folder -> ChildCommand.of(AttachmentLimits.OCR, folder, program))));
    }

    AttachmentReader(AttachmentLimits limits, Function<Path, List<String>> command) {
        this(new ChildKind(limits, command), Optional.empty());
    }

    AttachmentReader(ChildKind usual, Optional<ChildKind> ocr) {
        this.usual = usual;
        this.ocr = ocr;
    }

    /**
     * One way to read a file.
     *
     * @param command the child's command line, given its folder
     */
    record ChildKind(AttachmentLimits limits, Function<Path, List<String>> command) {}

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
        AttachmentResult result = read(file, usual);
        boolean isScan = result instanceof Refused refused
                && refused.reason() == Reason.NEEDS_OCR
                && AttachmentFormat.of(file)
                        .filter(AttachmentFormat.PDF::equals)
                        .isPresent();
        if (!isScan || ocr.isEmpty()) {
            return result;
        }
        // A child of its own, so that files with a text are held to the narrower bounds.
        AttachmentResult recognized = read(file, ocr.get());
        return recognized instanceof Text text ? new Text(text.text(), true) : recognized;
    }

    private static AttachmentResult read(byte[] file, ChildKind kind) {
        AttachmentLimits limits = kind.limits();
        if (file.length > limits.maxBytes()) {
            return new Refused(
                    Reason.ATTACHMENT_TOO_LARGE,
                    "expected at most " + limits.maxBytes() + " bytes, got " + file.length);
        }
        Ended ended = run(file, kind);
        // An operator's Ctrl-C goes to the children too, and a full machine kills the youngest: not the file's fault.
        return judge(ended.isSignalled() ? run(file, kind) : ended, limits);
    }

    private static AttachmentResult judge(Ended ended, AttachmentLimits limits) {
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

    private static Ended run(byte[] file, ChildKind kind) {
        try {
            Path folder = Files.createTempDirectory("fazhi-attachment-");
            try {
                Path input = folder.resolve("input");
                Files.write(input, file);
                return run(folder, input, kind);
            } finally {
                delete(folder);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new AttachmentUnavailable("attachments: expected to start a child process, got " + e, e);
        }
    }

    private static Ended run(Path folder, Path input, ChildKind kind) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(kind.command().apply(folder));
        builder.environment().keySet().retainAll(ENVIRONMENT);
        builder.directory(folder.toFile());
        builder.redirectInput(input.toFile());
        Process child = builder.start();
        try {
            Drain output = new Drain(child.getInputStream(), maxOutput(kind.limits()), child::destroyForcibly);
            Drain error = new Drain(child.getErrorStream(), ERROR_BYTES, () -> {});
            Thread outputThread = Drain.start(output, "attachment-output");
            Thread errorThread = Drain.start(error, "attachment-error");
            boolean isInTime = child.waitFor(kind.limits().time().toMillis(), TimeUnit.MILLISECONDS);
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
    private static int maxOutput(AttachmentLimits limits) {
        return Math.toIntExact(3L * limits.maxCharacters() + ResultFrame.OVERHEAD + 4096);
    }

    /** Ends the child first, which could start another, then what it has started, and waits for it, so that its folder is still afterwards. */
    private static void kill(Process child) {
        List<ProcessHandle> family =
                Stream.concat(Stream.of(child.toHandle()), child.descendants()).toList();
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
