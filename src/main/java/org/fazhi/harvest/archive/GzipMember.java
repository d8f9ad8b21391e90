package org.fazhi.harvest.archive;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalLong;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.netpreserve.jwarc.WarcReader;

/**
 * One gzip member of a WARC file (RFC 1952 §2.2), which holds one record (ISO 28500:2017 Annex D). Its check sum was
 * right: a bit that turned over on a disk makes a member unreadable, never another page.
 *
 * @param content the record
 * @param end offset in the file of what stands behind the member, in bytes from 0
 */
record GzipMember(byte[] content, long end) {

    /** A payload of the largest size that is read, and room for the headers. */
    private static final int MAX_CONTENT = CaptureReader.MAX_PAYLOAD + 1024 * 1024;

    private static final byte[] RECORD_START = "WARC/".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] MEMBER_START = {0x1F, (byte) 0x8B, 8};
    private static final int BLOCK = 64 * 1024;

    /** Chance makes one in 16 MB; a page that was made to hold many is not to hold a night. */
    private static final int MOST_STARTS = 1_000;

    /**
     * Reads the member at an offset.
     *
     * @throws EOFException where the file ends within it
     * @throws IOException where anything else but a whole member with a record stands there
     */
    static GzipMember read(FileChannel channel, long offset) throws IOException {
        ChannelInput input = new ChannelInput(channel, offset);
        byte[] content;
        try (GzipCompressorInputStream member = new GzipCompressorInputStream(input)) {
            content = member.readNBytes(MAX_CONTENT + 1);
        } catch (IOException e) {
            throw input.hasEnded() ? new EOFException() : e;
        }
        if (content.length > MAX_CONTENT) {
            throw new IOException("one of more than " + MAX_CONTENT + " bytes");
        }
        if (!Arrays.equals(Arrays.copyOf(content, RECORD_START.length), RECORD_START)) {
            throw new IOException("a gzip member that is none");
        }
        return new GzipMember(content, input.position());
    }

    /** Reads its record. */
    WarcReader reader() throws IOException {
        return new WarcReader(new ByteArrayInputStream(content));
    }

    /**
     * Where the file is whole again behind a damage: the first offset from which members follow each other up to its end.
     * Less would not do, for a page may hold the bytes of a member itself.
     *
     * @param from offset of the first byte that may be one, in bytes from 0
     */
    static OptionalLong wholeAgain(FileChannel channel, long from) throws IOException {
        long size = channel.size();
        OptionalLong start = nextStart(channel, from);
        for (int tried = 0; start.isPresent() && tried < MOST_STARTS; tried++) {
            long broken = firstBroken(channel, start.getAsLong());
            if (broken == size) {
                return start;
            }
            // What begins within members that are whole is part of what they hold.
            start = nextStart(channel, broken + 1);
        }
        return OptionalLong.empty();
    }

    /** The offset from which on no whole member stands; the file's size where all are whole. */
    static long firstBroken(FileChannel channel, long from) {
        long offset = from;
        try {
            while (offset < channel.size()) {
                offset = read(channel, offset).end();
            }
        } catch (IOException e) {
            return offset;
        }
        return offset;
    }

    private static OptionalLong nextStart(FileChannel channel, long from) throws IOException {
        ByteBuffer block = ByteBuffer.allocate(BLOCK);
        for (long offset = from; offset < channel.size(); offset += BLOCK - MEMBER_START.length + 1) {
            block.clear();
            int read = channel.read(block, offset);
            for (int i = 0; i + MEMBER_START.length <= read; i++) {
                if (Arrays.equals(block.array(), i, i + MEMBER_START.length, MEMBER_START, 0, MEMBER_START.length)) {
                    return OptionalLong.of(offset + i);
                }
            }
        }
        return OptionalLong.empty();
    }
}
