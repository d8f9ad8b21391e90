package org.fazhi.attachment;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads one output of a child to its end and keeps the first bytes of it. */
final class Drain implements Runnable {

    private final InputStream in;
    private final int kept;
    private final Runnable onOverflow;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

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

    @Override
    public void run() {
        byte[] buffer = new byte[8192];
        boolean hasOverflown = false;
        try {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                int room = kept - size();
                append(buffer, Math.min(n, room));
                if (n > room && !hasOverflown) {
                    hasOverflown = true;
                    onOverflow.run();
                }
            }
        } catch (IOException e) {
            // The pipe of a killed child breaks off; what came before counts.
            onOverflow.run();
        }
    }

    private synchronized int size() {
        return bytes.size();
    }

    private synchronized void append(byte[] buffer, int length) {
        bytes.write(buffer, 0, length);
    }

    synchronized byte[] bytes() {
        return bytes.toByteArray();
    }
}
