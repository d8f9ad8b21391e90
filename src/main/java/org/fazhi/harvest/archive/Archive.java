package org.fazhi.harvest.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.fazhi.harvest.fetch.FetchResult.Fetched;
import org.fazhi.text.Digest;

/**
 * The harvested pages as WARC/1.1 files (ISO 28500:2017) in one folder. A page is a response record with a metadata
 * record beside it that names its source; a page whose payload is already there, and can still be
 * read, is a revisit record instead.
 *
 * <p>Stored, and digested, is the payload after transfer and content decoding; the headers that spoke of these encodings
 * stand under {@code X-Archive-Orig-…}. What was not fetched is not stored: the fetch log keeps how a fetch ended.
 *
 * <p>A record is appended by one write and a half-written one is cut off when the archive is opened next, so that a
 * writer may be killed at any moment. One program writes at a time; within it, calls from several threads are safe.
 */
public final class Archive implements AutoCloseable {

    /** A file is closed once it is larger; WARC/1.1 Annex C recommends 1 GB, a quarter is easier to copy about. */
    public static final long USUAL_FILE_BYTES = 256L * 1024 * 1024;

    private final WarcFiles files;
    private final CaptureReader reader;
    private final RecordWriter writer;
    private final CaptureIndex index;
    private final Settings settings;
    private Optional<OpenFile> open = Optional.empty();

    /** The file that was there and can be gone on with. */
    private Optional<Path> newest = Optional.empty();

    /**
     * What an archive takes from outside.
     *
     * @param fileBytes size above which a new file is begun
     * @param ids random ones, but for tests
     */
    public record Settings(long fileBytes, Clock clock, Supplier<UUID> ids) {

        public static Settings usual(Clock clock) {
            return new Settings(USUAL_FILE_BYTES, clock, UUID::randomUUID);
        }
    }

    private record OpenFile(Path path, FileChannel channel) {}

    private Archive(Path folder, Settings settings, CaptureIndex index) {
        this.files = new WarcFiles(folder);
        this.reader = new CaptureReader(files, index);
        this.writer = new RecordWriter(settings.ids());
        this.index = index;
        this.settings = settings;
    }

    /** True where a folder holds WARC files; makes nothing. */
    public static boolean isIn(Path folder) {
        return !new WarcFiles(folder).all().isEmpty();
    }

    /**
     * Opens the archive in a folder, which is made where it is missing, and mends its newest file where a killed run left
     * half a record. A file that is damaged otherwise stays as it is, and what is stored next begins a new one.
     *
     * @param index of the captures stored so far
     * @throws UncheckedIOException where the folder cannot be written
     */
    public static Archive open(Path folder, Settings settings, CaptureIndex index) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(folder + ": cannot be made", e);
        }
        Archive archive = new Archive(folder, settings, index);
        archive.newest = archive.files.newest().filter(WarcFiles::mend);
        return archive;
    }

    /** Stores a fetched page. */
    public synchronized CaptureRecord store(Fetched page, CaptureContext context) {
        try {
            Digest digest = Digest.of(page.payload());
            // A file may have been lost or damaged since: a reference to nothing would keep nothing.
            Optional<CaptureRecord> first = index.find(digest).filter(known -> holds(known.payloadLocation(), digest));
            URI id = writer.newId();
            byte[] main = first.isPresent() ? writer.revisit(id, page, first.get()) : writer.response(id, page, digest);
            byte[] metadata = writer.metadata(id, page, context);
            CaptureLocation location = append(main, metadata);
            CaptureRecord record = new CaptureRecord(
                    location,
                    page.trace().finalUrl(),
                    page.trace().startedAt(),
                    digest,
                    id,
                    first.isPresent(),
                    first.map(CaptureRecord::payloadLocation).orElse(location));
            if (first.isEmpty()) {
                index.add(record);
            }
            return record;
        } catch (IOException e) {
            throw new UncheckedIOException(page.url() + ": cannot be archived", e);
        }
    }

    /**
     * Reads one capture back; for a revisit the payload is that of the record it refers to.
     *
     * @throws ArchiveException where no whole capture stands there
     */
    public Capture read(CaptureLocation location) {
        return reader.read(location);
    }

    /** True where a capture of that payload can be read at a place. */
    public boolean holds(CaptureLocation location, Digest digest) {
        try {
            return Digest.of(reader.read(location).payload()).equals(digest);
        } catch (ArchiveException e) {
            return false;
        }
    }

    /** True where the payload can be read, from whichever capture the index knows. */
    public boolean has(Digest digest) {
        return index.find(digest)
                .filter(known -> holds(known.payloadLocation(), digest))
                .isPresent();
    }

    /**
     * Hands all captures over, those of the oldest file first, in the order they were stored. Needs nothing but the WARC
     * files and fills the index on the way. A damaged stretch is told, and costs what stands in it.
     */
    public Walk forEachCapture(Consumer<Capture> consumer) {
        return new CaptureWalk(reader, index, consumer).over(files.all());
    }

    /** Makes what was stored so far outlast a power failure. */
    public synchronized void force() {
        if (open.isPresent()) {
            try {
                open.get().channel().force(false);
            } catch (IOException e) {
                throw new UncheckedIOException(open.get().path() + ": cannot be forced to disk", e);
            }
        }
    }

    @Override
    public synchronized void close() {
        if (open.isPresent()) {
            try {
                open.get().channel().close();
            } catch (IOException e) {
                throw new UncheckedIOException(open.get().path() + ": cannot be closed", e);
            }
            open = Optional.empty();
        }
    }

    /** Appends both records; a kill between them leaves a capture without context, which is read all the same. */
    private CaptureLocation append(byte[] main, byte[] metadata) throws IOException {
        OpenFile file = fileWithRoom();
        long offset = file.channel().size();
        ByteBuffer bytes = ByteBuffer.allocate(main.length + metadata.length);
        bytes.put(main).put(metadata).flip();
        try {
            write(file.channel(), bytes, offset);
        } catch (IOException e) {
            // A full disk must not leave half a record before the next one.
            file.channel().truncate(offset);
            throw e;
        }
        return new CaptureLocation(file.path().getFileName().toString(), offset);
    }

    private OpenFile fileWithRoom() throws IOException {
        if (open.isPresent() && open.get().channel().size() >= settings.fileBytes()) {
            close();
        }
        if (open.isEmpty()) {
            boolean hasRoom = newest.isPresent() && Files.size(newest.get()) < settings.fileBytes();
            open = Optional.of(hasRoom ? reopened(newest.orElseThrow()) : begun());
        }
        return open.orElseThrow();
    }

    private static OpenFile reopened(Path path) throws IOException {
        return new OpenFile(path, FileChannel.open(path, StandardOpenOption.WRITE));
    }

    private OpenFile begun() throws IOException {
        Path path = files.unused(settings.clock().instant());
        FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        byte[] head =
                writer.warcinfo(path.getFileName().toString(), settings.clock().instant());
        write(channel, ByteBuffer.wrap(head), 0);
        return new OpenFile(path, channel);
    }

    private static void write(FileChannel channel, ByteBuffer bytes, long offset) throws IOException {
        long at = offset;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
    }
}
