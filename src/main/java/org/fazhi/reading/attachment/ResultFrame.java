package org.fazhi.reading.attachment;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.fazhi.reading.reason.Reason;

/**
 * What the child writes to its standard output: {@link #MARK} when it has started; then the number of a reason (0 for
 * text), the length in bytes of what follows as UTF-8, and {@link #MARK} again. All numbers have four bytes, the highest
 * first. Nothing else counts as an answer.
 */
final class ResultFrame {

    /** {@code fzat}. */
    static final int MARK = 0x667a6174;

    /** Mark, reason, length, mark. */
    static final int OVERHEAD = 16;

    private static final int TEXT = 0;

    private ResultFrame() {}

    static void begin(OutputStream out) throws IOException {
        new DataOutputStream(out).writeInt(MARK);
        out.flush();
    }

    static void finish(OutputStream out, AttachmentResult result) throws IOException {
        byte[] body = body(result).getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length + OVERHEAD);
        DataOutputStream data = new DataOutputStream(bytes);
        data.writeInt(
                result instanceof AttachmentResult.Refused refused
                        ? refused.reason().ordinal() + 1
                        : TEXT);
        data.writeInt(body.length);
        data.write(body);
        data.writeInt(MARK);
        out.write(bytes.toByteArray());
        out.flush();
    }

    private static String body(AttachmentResult result) {
        return result instanceof AttachmentResult.Text text
                ? text.text()
                : ((AttachmentResult.Refused) result).detail();
    }

    /** The result; empty where the output is not one whole frame. */
    static Optional<AttachmentResult> read(byte[] output) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(output))) {
            if (in.readInt() != MARK) {
                return Optional.empty();
            }
            int reason = in.readInt();
            int length = in.readInt();
            if (length != output.length - OVERHEAD || reason < TEXT || reason > Reason.values().length) {
                return Optional.empty();
            }
            String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
            if (in.readInt() != MARK) {
                return Optional.empty();
            }
            return Optional.of(
                    reason == TEXT
                            ? new AttachmentResult.Text(body)
                            : new AttachmentResult.Refused(Reason.values()[reason - 1], body));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
