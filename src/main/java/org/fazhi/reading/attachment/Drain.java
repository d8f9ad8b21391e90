package org.fazhi.reading.attachment;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads one output of a child to its end and keeps the first bytes of it. */
final class Drain implements Runnable {

    private final InputStream in;
    private final int kept;
    private final Runnable onOverflow;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private boolean isOverflown;

    /**
     * A drain.
     *
     * @param kept bytes kept
     * @param onOverflow called once where there are more
     */
    Drain(InputStream in, int kept, Runnable onOverflow) {
        this.in = in;
        this.kept = kept;
        this.onOverflow = onOverflow;
    }

    /** Starts a thread that drains until the output ends. */
    static Thread start(Drain drain, String name) {
        Thread thread = new Thread(drain, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    @Override
    public void run() {
        byte[] buffer = new byte[8192];
        try {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (keep(buffer, n)) {
                    onOverflow.run();
                }
            }
        } catch (IOException e) {
            // The pipe of a killed child breaks off; what came before counts.
            return;
        }
    }

    /** True where these are the first bytes for which there is no room. */
    private synchronized boolean keep(byte[] buffer, int length) {
        int room = Math.min(length, kept - bytes.size());
        bytes.write(buffer, 0, room);
        boolean isFirst = room < length && !isOverflown;
        isOverflown |= isFirst;
        return isFirst;
    }

    synchronized byte[] bytes() {
        return bytes.toByteArray();
    }

    synchronized boolean isOverflown() {
        return isOverflown;
    }
}
