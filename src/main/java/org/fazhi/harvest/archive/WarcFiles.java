package org.fazhi.harvest.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;

/** The WARC files of a folder, named {@code fazhi-<UTC time>-<number>.warc.gz} so that their names sort by age. */
final class WarcFiles {

    private static final Pattern NAME = Pattern.compile("[\\w.-]{1,200}\\.warc(?:\\.gz)?");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Path folder;

    WarcFiles(Path folder) {
        this.folder = folder;
    }

    /** All of them, the oldest first. */
    List<Path> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(
                            file -> NAME.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(folder + ": cannot be listed", e);
        }
    }

    Optional<Path> newest() {
        List<Path> all = all();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** A name that is not taken yet. */
    Path unused(Instant now) {
        for (int number = 0; ; number++) {
            Path file = folder.resolve(String.format(Locale.ROOT, "fazhi-%s-%05d.warc.gz", TIME.format(now), number));
            if (!Files.exists(file)) {
                return file;
            }
        }
    }

    /** The file of a location; a name that leads out of the folder is refused. */
    Path file(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new ArchiveException(name + ": expected the name of a WARC file");
        }
        return folder.resolve(name);
    }

    /**
     * Cuts a record off that was written half when its writer was killed. A response without its metadata record is whole
     * and stays.
     *
     * @return how many bytes were cut off
     */
    static long cutTornTail(Path file) {
        try {
            long size = Files.size(file);
            long whole = wholeLength(file);
            if (whole < size) {
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    channel.truncate(whole);
                }
            }
            return size - whole;
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be mended", e);
        }
    }

    /** Where the last whole record ends: where the first that is not whole begins. */
    private static long wholeLength(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            WarcReader reader;
            try {
                reader = new WarcReader(channel);
            } catch (IOException e) {
                return 0;
            }
            try (reader) {
                for (Optional<WarcRecord> record = reader.next(); record.isPresent(); record = reader.next()) {
                    // Reading to the end checks the sum of the compressed record.
                    record.get().body().consume();
                }
                return size;
            } catch (IOException e) {
                return reader.position();
            }
        }
    }
}
