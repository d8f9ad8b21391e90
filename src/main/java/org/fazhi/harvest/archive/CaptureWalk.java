package org.fazhi.harvest.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;

/** One walk through the captures of WARC files, in the order they were stored. */
final class CaptureWalk {

    private final CaptureReader reader;
    private final CaptureIndex index;
    private final Consumer<Capture> consumer;
    private final List<String> damages = new ArrayList<>();
    private Optional<Capture> waiting = Optional.empty();
    private long captures;

    CaptureWalk(CaptureReader reader, CaptureIndex index, Consumer<Capture> consumer) {
        this.reader = reader;
        this.index = index;
        this.consumer = consumer;
    }

    Walk over(List<Path> files) {
        for (Path file : files) {
            if (WarcFiles.isCompressed(file)) {
                members(file);
            } else {
                records(file);
            }
            handOver(Optional.empty());
        }
        return new Walk(captures, damages);
    }

    /** The members of a file; behind a damage it goes on where members are whole again up to the end. */
    private void members(Path file) {
        long offset = 0;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            while (offset < channel.size()) {
                try {
                    GzipMember member = GzipMember.read(channel, offset);
                    member(member, at(file, offset));
                    offset = member.end();
                } catch (IOException e) {
                    OptionalLong again = GzipMember.wholeAgain(channel, offset + 1);
                    damage(
                            at(file, offset),
                            ArchiveException.said(e)
                                    + (again.isPresent() ? "; they go on at " + again.getAsLong() : ""));
                    offset = again.orElse(channel.size());
                }
            }
        } catch (IOException e) {
            damage(at(file, offset), ArchiveException.said(e));
        }
    }

    private void member(GzipMember member, CaptureLocation location) throws IOException {
        try (WarcReader records = member.reader()) {
            Optional<WarcRecord> record = records.next();
            if (record.isPresent()) {
                take(record.get(), location);
            }
        }
    }

    private void records(Path file) {
        long offset = 0;
        try (WarcReader records = new WarcReader(file)) {
            long size = Files.size(file);
            for (Optional<WarcRecord> next = records.next(); next.isPresent(); next = records.next()) {
                offset = records.position();
                // After some damages the parser gives its buffer out anew behind the end of a plain file.
                if (records.compression() == WarcCompression.NONE && offset >= size) {
                    throw new IOException("records behind its end");
                }
                take(next.get(), at(file, offset));
            }
        } catch (IOException e) {
            damage(at(file, offset), ArchiveException.said(e));
        }
    }

    /** Hands over the capture before, which this record may speak of; one that says nothing sensible is a damage. */
    private void take(WarcRecord record, CaptureLocation location) throws IOException {
        if (waiting.isPresent()) {
            handOver(CaptureReader.contextOf(record, waiting.get().record().recordId()));
        }
        try {
            waiting = reader.capture(record, location);
            waiting.map(Capture::record).filter(stored -> !stored.isRevisit()).ifPresent(index::add);
        } catch (ArchiveException e) {
            damages.add(Optional.ofNullable(e.getMessage()).orElse(location.toString()));
        }
    }

    private void handOver(Optional<CaptureContext> context) {
        if (waiting.isPresent()) {
            consumer.accept(CaptureReader.withContext(waiting.get(), context));
            waiting = Optional.empty();
            captures++;
        }
    }

    private void damage(CaptureLocation location, String got) {
        damages.add(CaptureReader.at(location) + ": expected whole records to the end, got " + got);
    }

    private static CaptureLocation at(Path file, long offset) {
        return new CaptureLocation(file.getFileName().toString(), offset);
    }
}
