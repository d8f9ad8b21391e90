package org.fazhi.reading.attachment;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The OCR program of this machine, which reads pictures of pages (<a
 * href="https://tesseract-ocr.github.io/tessdoc/">documentation</a>).
 *
 * @param program its file
 * @param version its first line about itself, such as {@code tesseract 5.3.0}
 * @param pageTime within which one page is to be read
 */
public record Tesseract(Path program, String version, Duration pageTime) {

    /** Simplified Chinese, as printed. */
    static final String LANGUAGE = "chi_sim";

    /** Where its language data stand, if not where it looks by itself. */
    static final String DATA_FOLDER = "TESSDATA_PREFIX";

    private static final String NAME = "tesseract";

    /** A page of a report takes two to four seconds. */
    private static final Duration PAGE_TIME = Duration.ofSeconds(20);

    private static final long ANSWER_SECONDS = 10;
    private static final int ANSWER_BYTES = 16_384;
    private static final int LONGEST_VERSION = 60;

    /** What a search came to. */
    public sealed interface Search {

        /** It stands ready. */
        record Found(Tesseract tesseract) implements Search {}

        /** It does not; {@code message} says what was expected where. */
        record Missing(String message) implements Search {}
    }

    /** Looks for it and for its Chinese in the folders of the environment's {@code PATH}. */
    public static Search find() {
        return find(Optional.ofNullable(System.getenv("PATH")).orElse(""));
    }

    /** @param searchPath folders, as in {@code PATH} */
    static Search find(String searchPath) {
        Optional<Path> program = program(searchPath);
        if (program.isEmpty()) {
            return missing("expected the program " + NAME + " in a folder of PATH, got none in " + searchPath);
        }
        try {
            String languages = answer(program.get(), "--list-langs");
            if (languages.lines().map(String::strip).noneMatch(LANGUAGE::equals)) {
                String got = String.join(", ", languages.lines().skip(1).toList());
                return missing("expected " + LANGUAGE + " from " + program.get() + " --list-langs, got "
                        + (got.isEmpty() ? "none" : got));
            }
            String version = answer(program.get(), "--version")
                    .lines()
                    .findFirst()
                    .orElse("")
                    .strip();
            return new Search.Found(new Tesseract(
                    program.get(), version.substring(0, Math.min(LONGEST_VERSION, version.length())), PAGE_TIME));
        } catch (IOException e) {
            return missing("expected to start " + program.get() + ", got " + e.getMessage());
        }
    }

    private static Search missing(String message) {
        return new Search.Missing("ocr: " + message);
    }

    private static Optional<Path> program(String searchPath) {
        for (String folder : searchPath.split(File.pathSeparator)) {
            try {
                // An empty entry means the folder one happens to stand in; no program is taken from there.
                Path program = Path.of(folder).resolve(NAME);
                if (program.isAbsolute() && Files.isRegularFile(program) && Files.isExecutable(program)) {
                    return Optional.of(program);
                }
            } catch (InvalidPathException e) {
                continue;
            }
        }
        return Optional.empty();
    }

    /** What it says, on whichever output: early versions answer on the second. */
    private static String answer(Path program, String question) throws IOException {
        Process process = new ProcessBuilder(program.toString(), question)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .start();
        try {
            Drain output = new Drain(process.getInputStream(), ANSWER_BYTES, process::destroyForcibly);
            Thread reading = Drain.start(output, "tesseract-answer");
            if (!process.waitFor(ANSWER_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("no answer to " + question + " within " + ANSWER_SECONDS + " s");
            }
            reading.join(TimeUnit.SECONDS.toMillis(1));
            return new String(output.bytes(), StandardCharsets.UTF_8);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AttachmentUnavailable("ocr: interrupted", e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /** How it is asked to read a picture from its input: as one column of even lines, on one thread. */
    List<String> command() {
        return List.of(
                program.toString(), "stdin", "stdout", "-l", LANGUAGE, "--psm", "6", "--dpi", "" + ScanText.DPI, "tsv");
    }
}
