package org.fazhi.app.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Holds a home for one night; given up when it is closed, or when the process ends however it ends. */
final class HomeLock implements AutoCloseable {

    /** Held by this process. On POSIX systems a second channel to a locked file would give the lock up when it is closed. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    /** The byte that a night must have. */
    private static final long NIGHT = 0;

    /** The byte that a night has too, and that others look at, so that who looks hinders no night that begins. */
    private static final long SHOWN = 1;

    private final Path file;
    private final FileChannel channel;

    private HomeLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    private static Path file(Path home) {
        return home.toAbsolutePath().normalize().resolve("state").resolve("night.lock");
    }

    /**
     * Takes the home.
     *
     * @throws HomeInUse where another run holds it
     * @throws UncheckedIOException where the file cannot be made
     */
    static HomeLock take(Path home) {
        Path file = file(home);
        if (!HELD.add(file)) {
            throw new HomeInUse(home);
        }
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (isTaken(channel)) {
                return new HomeLock(file, channel);
            }
            channel.close();
        } catch (IOException e) {
            HELD.remove(file);
            throw new UncheckedIOException(e);
        }
        HELD.remove(file);
        throw new HomeInUse(home);
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            boolean isOurs = channel.tryLock(NIGHT, 1, false) != null;
            return isOurs && channel.lock(SHOWN, 1, false).isValid();
        } catch (OverlappingFileLockException e) {
            // By other code of this process.
            return false;
        }
    }

    /** True where a night runs in the home at this moment. */
    static boolean isHeld(Path home) {
        Path file = file(home);
        if (HELD.contains(file)) {
            return true;
        }
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return channel.tryLock(SHOWN, 1, true) == null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            HELD.remove(file);
        }
    }
}
