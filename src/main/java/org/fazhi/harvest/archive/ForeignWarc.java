package org.fazhi.harvest.archive;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.fazhi.text.Digest;
import org.netpreserve.jwarc.WarcCaptureRecord;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;

/**
 * Reads WARC files that other crawlers wrote (browsertrix, Heritrix, Common Crawl): gzip by record, gzip as a whole, or
 * none; bodies chunked and compressed or not. Handed over are pages of status 200 and what tells of a page that it moved,
 * is gone or stands behind a wall; a page that was cut short is handed over as such; of what is left out the number is told by
 * reason. A revisit is read where the record it refers to stands earlier in the
 * same file.
 */
public final class ForeignWarc {

    private static final int MAX_PAYLOAD = 32 * 1024 * 1024;
    private static final int MAX_BLOCK = MAX_PAYLOAD + 1024 * 1024;

    /** A file of Common Crawl has some 100,000 records. */
    private static final long MOST_RECORDS = 2_000_000;

    /** What a page is made up with; rows of listings come as JSON and as scripts. */
    private static final List<String> NO_PAGES = List.of("image/", "video/", "audio/", "font/", "text/css");

    /** Moved, gone, or refused; other statuses tell of the crawl rather than of the page. */
    private static final Set<Integer> TELLING = Set.of(301, 302, 303, 307, 308, 404, 410, 401, 403, 407, 412, 451, 521);

    /** Below this a bomb costs some seconds; text compresses to a tenth, and deflate to a thousandth at best. */
    private static final long MOST_INFLATED = 1L << 30;

    private static final int MOST_RATIO = 200;
    private static final int MOST_REMEMBERED = 500_000;
    private static final int MOST_DAMAGES = 1_000;

    private final Path file;
    private final Consumer<Capture> consumer;
    private final Map<String, Long> skipped = new TreeMap<>();
    private final List<String> damages = new ArrayList<>();
    private final Map<String, Long> offsets = new LinkedHashMap<>();
    private final Instant latest;
    private Optional<Capture> waiting = Optional.empty();
    private boolean isTrailerBroken;
    private long captures;
    private long truncated;

    private ForeignWarc(Path file, Instant latest, Consumer<Capture> consumer) {
        this.file = file;
        this.latest = latest;
        this.consumer = consumer;
    }

    /**
     * What a file held.
     *
     * @param captures handed over
     * @param truncated of these, how many do not hold their whole page
     * @param skipped how many records were left out, by reason
     * @param damages a line for each record or stretch that could not be read
     */
    public record Outcome(long captures, long truncated, Map<String, Long> skipped, List<String> damages) {

        public Outcome {
            skipped = Map.copyOf(skipped);
            damages = List.copyOf(damages);
        }
    }

    /** Reads the file from its start as far as it is whole; a record that is broken in itself is passed over. */
    public static Outcome read(Path file, Consumer<Capture> consumer) {
        return read(file, Instant.MAX, consumer);
    }

    /** As {@link #read(Path, Consumer)}; a record that says it was fetched later than {@code latest} is left out. */
    static Outcome read(Path file, Instant latest, Consumer<Capture> consumer) {
        return new ForeignWarc(file, latest, consumer).read();
    }

    /** Of no date at all, or of one on which nothing was fetched. */
    private boolean isOfPossibleDate(WarcCaptureRecord record) {
        try {
            return CaptureRecord.isPossible(record.date()) && !record.date().isAfter(latest);
        } catch (DateTimeException | NoSuchElementException e) {
            return false;
        }
    }

    private Outcome read() {
        long offset = 0;
        try (WarcReader reader = new WarcReader(file)) {
            long size = Files.size(file);
            long records = 0;
            long inflated = 0;
            reader.onWarning(warning -> isTrailerBroken = true);
            for (Optional<WarcRecord> next = next(reader); next.isPresent(); next = next(reader)) {
                offset = reader.position();
                records++;
                // After some damages the parser gives its buffer out anew behind the end of a plain file.
                if (reader.compression() == WarcCompression.NONE && offset >= size) {
                    damage(offset, "expected whole records to the end, got none behind the damage");
                    break;
                }
                handOver();
                if (records > MOST_RECORDS) {
                    damage(offset, "more than " + MOST_RECORDS + " records");
                    break;
                }
                inflated += next.get().body().size();
                if (inflated > MOST_INFLATED && inflated / MOST_RATIO > size) {
                    damage(offset, "records of more than " + MOST_RATIO + " times the file's size");
                    break;
                }
                take(next.get(), offset);
            }
        } catch (IOException | RuntimeException e) {
            damage(offset, "expected whole records to the end, got " + ArchiveException.said(e));
        }
        if (isTrailerBroken && !damages.isEmpty()) {
            waiting = waiting.map(capture ->
                    cut(capture, "expected a next record where this one ends by its Content-Length, got none"));
        }
        handOver();
        return new Outcome(captures, truncated, skipped, damages);
    }

    private Optional<WarcRecord> next(WarcReader reader) throws IOException {
        isTrailerBroken = false;
        return reader.next();
    }

    /** A record is known to be whole only when the next one begins behind it. */
    private void handOver() {
        waiting.ifPresent(capture -> {
            consumer.accept(capture);
            captures++;
            truncated += capture.truncation().isPresent() ? 1 : 0;
        });
        waiting = Optional.empty();
    }

    private static Capture cut(Capture capture, String reason) {
        return new Capture(
                capture.record(),
                capture.status(),
                capture.headers(),
                capture.payload(),
                capture.context(),
                capture.truncation().or(() -> Optional.of(reason).filter(why -> capture.status() == 200)));
    }

    private void take(WarcRecord record, long offset) throws IOException {
        if (!(record instanceof WarcResponse)
                && !(record instanceof WarcRevisit)
                && !(record instanceof WarcResource)) {
            return;
        }
        WarcCaptureRecord capture = (WarcCaptureRecord) record;
        if (record instanceof WarcResource || !capture.target().startsWith("http")) {
            skip("no http answer");
            return;
        }
        if (!isOfPossibleDate(capture)) {
            skip("no possible date");
            return;
        }
        try {
            long from = record instanceof WarcRevisit revisit ? referred(revisit) : offset;
            StoredAnswer answer = record instanceof WarcRevisit
                    ? StoredAnswer.read(blockAt(from), MAX_PAYLOAD)
                    : StoredAnswer.read(RecordBlock.of(record, MAX_BLOCK), MAX_PAYLOAD);
            remember(capture, offset);
            unwanted(answer).ifPresentOrElse(this::skip, () -> hand(capture, answer, offset, from));
        } catch (StoredAnswer.Unreadable e) {
            skip(Optional.ofNullable(e.getMessage()).orElse("unreadable"));
        }
    }

    /** Why an answer is not handed over. */
    private static Optional<String> unwanted(StoredAnswer answer) {
        if (TELLING.contains(answer.status())) {
            return Optional.empty();
        }
        if (answer.status() != 200) {
            return Optional.of("status " + answer.status());
        }
        String type = answer.headers()
                .getOrDefault("content-type", List.of("text/html"))
                .get(0)
                .toLowerCase(Locale.ROOT);
        if (NO_PAGES.stream().anyMatch(type::startsWith)) {
            return Optional.of("no page");
        }
        return answer.payload().length == 0 && answer.truncation().isEmpty() ? Optional.of("empty") : Optional.empty();
    }

    private void hand(WarcCaptureRecord record, StoredAnswer answer, long offset, long payloadOffset) {
        String name = file.getFileName().toString();
        URI url;
        try {
            url = URI.create(record.target());
        } catch (IllegalArgumentException e) {
            skip("no address");
            return;
        }
        CaptureRecord stored = new CaptureRecord(
                new CaptureLocation(name, offset),
                url,
                record.date(),
                Digest.of(answer.payload()),
                record.id(),
                record instanceof WarcRevisit,
                new CaptureLocation(name, payloadOffset));
        // That a page moved or is gone is known without its body.
        Optional<String> truncation = answer.truncation().filter(reason -> answer.status() == 200);
        waiting = Optional.of(
                new Capture(stored, answer.status(), answer.headers(), answer.payload(), Optional.empty(), truncation));
    }

    /** By address and date or by digest, as WARC/1.1 §6.7 lets a revisit refer. */
    private void remember(WarcCaptureRecord record, long offset) throws IOException {
        if (record instanceof WarcRevisit || offsets.size() >= MOST_REMEMBERED) {
            return;
        }
        offsets.putIfAbsent("id " + record.id(), offset);
        record.payloadDigest().ifPresent(digest -> offsets.putIfAbsent("digest " + digest, offset));
        offsets.putIfAbsent("page " + record.target() + " " + record.date(), offset);
    }

    private long referred(WarcRevisit revisit) throws StoredAnswer.Unreadable {
        String byPage =
                "page " + revisit.headers().first("WARC-Refers-To-Target-URI").orElse("") + " "
                        + revisit.headers().first("WARC-Refers-To-Date").orElse("");
        Optional<Long> found = revisit.headers()
                .first("WARC-Refers-To")
                .map(id -> offsets.get("id " + id.replaceAll("[<>]", "")))
                .or(() -> Optional.ofNullable(offsets.get(byPage)))
                .or(() -> revisit.payloadDigest().map(digest -> offsets.get("digest " + digest)));
        return found.orElseThrow(() -> new StoredAnswer.Unreadable("revisit of a record that is not in the file"));
    }

    private RecordBlock blockAt(long offset) throws StoredAnswer.Unreadable {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.position(offset);
            try (WarcReader reader = new WarcReader(channel)) {
                Optional<WarcRecord> record = reader.next();
                if (record.isPresent()) {
                    return RecordBlock.of(record.get(), MAX_BLOCK);
                }
                throw new StoredAnswer.Unreadable("revisit of a record that is not in the file");
            }
        } catch (IOException e) {
            // A file that is compressed as a whole has no places to go back to.
            throw new StoredAnswer.Unreadable("revisit of a record that cannot be gone back to");
        }
    }

    private void skip(String reason) {
        skipped.merge(reason, 1L, Long::sum);
    }

    private void damage(long offset, String what) {
        if (damages.size() < MOST_DAMAGES) {
            damages.add(file.getFileName() + "@" + offset + ": " + what);
        }
    }
}
