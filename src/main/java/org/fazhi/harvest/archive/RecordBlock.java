package org.fazhi.harvest.archive;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcRevisit;

/**
 * The block of a WARC record.
 *
 * @param bytes as far as they came
 * @param truncation why they are not all: the record is marked so, or shorter than its Content-Length
 */
record RecordBlock(byte[] bytes, Optional<String> truncation) {

    private static final int BUFFER = 8192;

    /**
     * Reads it.
     *
     * @throws StoredAnswer.Unreadable where it says to be longer than the bound
     */
    static RecordBlock of(WarcRecord record, int maxBytes) throws IOException, StoredAnswer.Unreadable {
        long size = record.body().size();
        if (size > maxBytes) {
            throw new StoredAnswer.Unreadable("more than " + maxBytes + " bytes");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream((int) Math.min(size, 1 << 20));
        try (InputStream stream = record.body().stream()) {
            byte[] buffer = new byte[BUFFER];
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                bytes.write(buffer, 0, read);
            }
        } catch (EOFException e) {
            return new RecordBlock(
                    bytes.toByteArray(),
                    Optional.of(
                            "expected a record of " + size + " bytes as its Content-Length says, got " + bytes.size()));
        }
        return new RecordBlock(bytes.toByteArray(), mark(record));
    }

    /** A revisit is marked where its payload was left out, which it is to be (WARC/1.0 §6.7.2). */
    private static Optional<String> mark(WarcRecord record) {
        return record instanceof WarcRevisit
                ? Optional.empty()
                : record.headers()
                        .first(BodyLength.TRUNCATED)
                        .map(why -> "expected a whole body, got one marked " + BodyLength.TRUNCATED + ": " + why);
    }
}
