package org.fazhi.warehouse.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps two runs from working on the releases of one home at once. The operating system frees it when the process ends,
 * however it ends; readers need none.
 */
public final class WarehouseLock implements AutoCloseable {

    private final FileChannel channel;

    private WarehouseLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @throws WarehouseInUse where another run holds it
     * @throws WarehouseException where the home cannot be written
     */
    public static WarehouseLock take(WarehouseHome home) {
        Path file = home.lock();
        try {
            Files.createDirectories(home.state());
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isTaken(channel)) {
                channel.close();
                throw new WarehouseInUse(file);
            }
            return new WarehouseLock(channel);
        } catch (IOException e) {
            throw new WarehouseException(file + ": expected a folder that can be written, got " + e, e);
        }
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the lock of the warehouse could not be freed", e);
        }
    }
}
