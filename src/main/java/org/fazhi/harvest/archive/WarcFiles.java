package org.fazhi.harvest.archive;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
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

/** The WARC files of a folder, named {@code fazhi-<UTC time>-<number>.warc.gz} so that their names sort by age. */
final class WarcFiles {

    private static final Pattern NAME = Pattern.compile("[\\w.-]{1,200}\\.warc(?:\\.gz)?");
    private static final Pattern OURS = Pattern.compile("fazhi-[\\w-]+\\.warc\\.gz");
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

    static boolean isCompressed(Path file) {
        return file.getFileName().toString().endsWith(".gz");
    }

    /**
     * Makes a file fit to be gone on with: cuts a record off that was written half when its writer was killed, or whose
     * bytes a power failure left as zeros. A response without its metadata record is whole and stays; so does everything
     * in a file that was damaged otherwise.
     *
     * @return false where the file is to stay as it is, because it is damaged or not one of ours
     */
    static boolean mend(Path file) {
        if (!OURS.matcher(file.getFileName().toString()).matches()) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long whole = GzipMember.firstBroken(channel, 0);
            if (whole < channel.size()) {
                if (!isTorn(channel, whole)) {
                    return false;
                }
                channel.truncate(whole);
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be mended", e);
        }
    }

    private static boolean isTorn(FileChannel channel, long from) throws IOException {
        try {
            GzipMember.read(channel, from);
            return false;
        } catch (EOFException e) {
            return GzipMember.wholeAgain(channel, from + 1).isEmpty();
        } catch (IOException e) {
            return isZeroFrom(channel, from);
        }
    }

    private static boolean isZeroFrom(FileChannel channel, long from) throws IOException {
        try (InputStream rest = new BufferedInputStream(new ChannelInput(channel, from))) {
            for (int next = rest.read(); next >= 0; next = rest.read()) {
                if (next != 0) {
                    return false;
                }
            }
        }
        return true;
    }
}
