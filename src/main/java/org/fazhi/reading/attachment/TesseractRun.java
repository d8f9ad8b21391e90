package org.fazhi.reading.attachment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.fazhi.reading.reason.Reason;

/**
 * Starts {@link Tesseract} for one page after the other; from inside the child process, which is killed with it.
 *
 * @param command its command line
 * @param pageMillis within which a page is to be read
 */
record TesseractRun(List<String> command, long pageMillis) {

    /** A full page of small print has some thirty thousand bytes of text and eight times as many of places. */
    static final int MOST_BYTES = 1 << 20;

    private static final long WAIT_FOR_PIPE_MILLIS = 2_000;

    TesseractRun {
        command = List.copyOf(command);
    }

    /**
     * What it read, a word a line, as {@link RecognizedPage} expects it.
     *
     * @param page number for messages, from 1
     * @throws RefusedException where it takes too long, says too much or fails
     */
    String read(Path picture, int page) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(picture.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        // As many readers run as there are processors; more threads each would only wait for one another.
        builder.environment().put("OMP_THREAD_LIMIT", "1");
        Process process = builder.start();
        try {
            Drain output = new Drain(process.getInputStream(), MOST_BYTES, () -> kill(process));
            Thread reading = Drain.start(output, "tesseract-output");
            boolean isInTime = process.waitFor(pageMillis, TimeUnit.MILLISECONDS);
            if (!isInTime) {
                throw new RefusedException(
                        Reason.ATTACHMENT_TIMEOUT,
                        "page " + page + ": expected OCR within " + pageMillis + " ms, got no end");
            }
            reading.join(WAIT_FOR_PIPE_MILLIS);
            if (output.isOverflown()) {
                throw new RefusedException(
                        Reason.ATTACHMENT_TOO_LARGE,
                        "page " + page + ": expected at most " + MOST_BYTES + " bytes from OCR, got more");
            }
            if (process.exitValue() != 0) {
                throw new RefusedException(
                        Reason.NEEDS_OCR,
                        "page " + page + ": expected OCR to succeed, got exit code " + process.exitValue());
            }
            return new String(output.bytes(), StandardCharsets.UTF_8);
        } finally {
            kill(process);
        }
    }

    private static void kill(Process process) {
        List<ProcessHandle> descendants = process.descendants().toList();
        process.destroyForcibly();
        descendants.forEach(ProcessHandle::destroyForcibly);
    }
}
