package org.fazhi.harvest.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** The bytes of a file from an offset on, as a stream that knows where it stands. */
final class ChannelInput extends InputStream {

    private final FileChannel channel;
    private long position;
    private long marked;
    private boolean hasEnded;

    ChannelInput(FileChannel channel, long offset) {
        this.channel = channel;
        this.position = offset;
        this.marked = offset;
    }

    /** Offset in the file of the next byte, from 0. */
    long position() {
        return position;
    }

    /** True where more was asked for than the file holds. */
    boolean hasEnded() {
        return hasEnded;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = channel.read(ByteBuffer.wrap(bytes, offset, length), position);
        if (read < 0) {
            hasEnded = true;
        } else {
            position += read;
        }
        return read;
    }

    @Override
    public boolean markSupported() {
        return true;
    }

    @Override
    public void mark(int limit) {
        marked = position;
    }

    @Override
    public void reset() {
        position = marked;
    }
}
