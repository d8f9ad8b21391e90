package org.fazhi.reading.attachment;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.fazhi.reading.attachment.AttachmentResult.Refused;
import org.fazhi.reading.reason.Reason;

/**
 * The child process: the file on standard input, a {@link ResultFrame} on standard output. It ends by itself when its
 * time is over or its parent is gone, so that a killed night leaves no process behind.
 */
public final class AttachmentChild {

    /** The argument by which the packaged program is asked to be a child. */
    public static final String COMMAND = "read-attachment";

    private static final Set<String> NETWORK = Set.of("http", "https", "ftp", "mailto", "jar+http");

    /** The parent waits for its own limit first; this is for a child without a parent. */
    private static final long GRACE_MILLIS = 5_000;

    private static final int OVERDUE = 4;

    /** Where the arguments for OCR begin. */
    private static final int OCR_ARGUMENTS = 3;

    private AttachmentChild() {}

    /**
     * Reads one file.
     *
     * @param args milliseconds to live, bytes of the longest file, characters of the longest text; for a scan besides
     *     milliseconds for one of its pages and the command line of OCR
     */
    public static void main(String[] args) throws IOException {
        PrintStream answers = System.out;
        // Libraries that print must not spoil the answer.
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        long millis = Long.parseLong(args[0]);
        int maxBytes = Integer.parseInt(args[1]);
        int maxCharacters = Integer.parseInt(args[2]);
        ResultFrame.begin(answers);
        endAfter(millis + GRACE_MILLIS);
        byte[] file = System.in.readNBytes(maxBytes + 1);
        if (Ciphers.areWanted(file)) {
            Ciphers.load();
        }
        URL.setURLStreamHandlerFactory(protocol -> {
            if (NETWORK.contains(protocol)) {
                throw new IllegalArgumentException(protocol + ": attachments refer to nothing outside");
            }
            return null;
        });
        ResultFrame.finish(answers, read(file, maxBytes, new FileText(maxCharacters, ocr(args))));
        // Whatever threads a library has left behind.
        Runtime.getRuntime().halt(0);
    }

    private static Optional<ScanText> ocr(String[] args) {
        if (args.length <= OCR_ARGUMENTS) {
            return Optional.empty();
        }
        List<String> command = List.of(args).subList(OCR_ARGUMENTS + 1, args.length);
        TesseractRun tesseract = new TesseractRun(command, Long.parseLong(args[OCR_ARGUMENTS]));
        return Optional.of(new ScanText(tesseract, Path.of(System.getProperty("java.io.tmpdir"))));
    }

    private static void endAfter(long millis) {
        ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().thenRun(AttachmentChild::end));
        Thread watch = new Thread(
                () -> {
                    try {
                        if (!new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS)) {
                            end();
                        }
                    } catch (InterruptedException e) {
                        end();
                    }
                },
                "deadline");
        watch.setDaemon(true);
        watch.start();
    }

    /** With what it has started, since nobody else is left to end that. */
    private static void end() {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
        Runtime.getRuntime().halt(OVERDUE);
    }

    /** Reads one file in this very process; an {@link OutOfMemoryError} is left to end it. */
    static AttachmentResult read(byte[] file, int maxBytes, int maxCharacters) {
        return read(file, maxBytes, new FileText(maxCharacters, Optional.empty()));
    }

    private static AttachmentResult read(byte[] file, int maxBytes, FileText text) {
        if (file.length > maxBytes) {
            return new Refused(
                    Reason.ATTACHMENT_TOO_LARGE, "expected at most " + maxBytes + " bytes, got " + file.length);
        }
        try {
            return text.read(file);
        } catch (RefusedException e) {
            return new Refused(e.reason(), String.valueOf(e.getMessage()));
        } catch (StackOverflowError e) {
            return new Refused(Reason.ATTACHMENT_DAMAGED, "nested too deep");
        } catch (Exception | LinkageError e) {
            return new Refused(Reason.ATTACHMENT_DAMAGED, clip(e.toString()));
        }
    }

    private static String clip(String text) {
        return text.length() <= 500 ? text : text.substring(0, 500);
    }
}
