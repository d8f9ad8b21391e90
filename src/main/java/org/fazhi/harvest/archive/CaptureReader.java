package org.fazhi.harvest.archive;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.fazhi.text.Digest;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.WarcCaptureRecord;
import org.netpreserve.jwarc.WarcMetadata;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;

/** Reads captures out of WARC files. */
final class CaptureReader {

    /** Twice what is fetched at most; archives of others may hold larger things that are no pages. */
    static final int MAX_PAYLOAD = 32 * 1024 * 1024;

    private final WarcFiles files;
    private final CaptureIndex index;

    CaptureReader(WarcFiles files, CaptureIndex index) {
        this.files = files;
        this.index = index;
    }

    Capture read(CaptureLocation location) {
        Path file = files.file(location.file());
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (!WarcFiles.isCompressed(file)) {
                channel.position(location.offset());
                try (WarcReader reader = new WarcReader(channel)) {
                    Capture capture = expected(reader.next(), location);
                    return withContext(
                            capture, contextAfter(reader, capture.record().recordId()));
                }
            }
            GzipMember member = GzipMember.read(channel, location.offset());
            try (WarcReader reader = member.reader()) {
                Capture capture = expected(reader.next(), location);
                return withContext(
                        capture,
                        contextAt(channel, member.end(), capture.record().recordId()));
            }
        } catch (IOException e) {
            throw new ArchiveException(at(location) + ": expected a whole record, got " + ArchiveException.said(e), e);
        }
    }

    private Capture expected(Optional<WarcRecord> record, CaptureLocation location) throws IOException {
        Optional<Capture> capture = record.isPresent() ? capture(record.get(), location) : Optional.empty();
        return capture.orElseThrow(() -> new ArchiveException(at(location) + ": expected a response or a revisit, got "
                + record.map(WarcRecord::type).orElse("the end")));
    }

    /** The capture of a response or revisit record, without its context; empty for other records. */
    Optional<Capture> capture(WarcRecord record, CaptureLocation location) throws IOException {
        if (record instanceof WarcResponse response && isHttp(response)) {
            HttpResponse http = response.http();
            byte[] payload = payload(http.bodyDecoded(), location);
            Digest digest = Digest.of(payload);
            return Optional.of(new Capture(
                    recordOf(response, location, digest, false, location),
                    http.status(),
                    headers(http),
                    payload,
                    Optional.empty(),
                    StoredTruncation.of(response, headers(http), payload.length, digest)));
        }
        if (record instanceof WarcRevisit revisit) {
            return revisited(revisit, location);
        }
        return Optional.empty();
    }

    private Optional<Capture> revisited(WarcRevisit revisit, CaptureLocation location) throws IOException {
        HttpResponse http = revisit.http();
        Digest digest = revisit.payloadDigest()
                .filter(stated -> stated.algorithm().equalsIgnoreCase("sha256"))
                .map(stated -> new Digest(stated.hex().toLowerCase(Locale.ROOT)))
                .orElseThrow(() -> new ArchiveException(at(location) + ": expected a sha256 payload digest, got none"));
        CaptureRecord first = index.find(digest)
                .orElseThrow(() -> new ArchiveException(at(location) + ": expected an earlier record of " + digest));
        Capture stored = read(first.payloadLocation());
        return Optional.of(new Capture(
                recordOf(revisit, location, digest, true, first.payloadLocation()),
                http.status(),
                headers(http),
                stored.payload(),
                Optional.empty(),
                stored.truncation()));
    }

    private static boolean isHttp(WarcResponse response) {
        return response.target().startsWith("http");
    }

    private static CaptureRecord recordOf(
            WarcCaptureRecord record,
            CaptureLocation location,
            Digest digest,
            boolean isRevisit,
            CaptureLocation payloadLocation) {
        return new CaptureRecord(
                location, record.targetURI(), record.date(), digest, record.id(), isRevisit, payloadLocation);
    }

    private static byte[] payload(org.netpreserve.jwarc.MessageBody body, CaptureLocation location) throws IOException {
        try (InputStream stream = body.stream()) {
            byte[] payload = stream.readNBytes(MAX_PAYLOAD + 1);
            if (payload.length > MAX_PAYLOAD) {
                throw new ArchiveException(at(location) + ": expected at most " + MAX_PAYLOAD + " bytes, got more");
            }
            return payload;
        }
    }

    private static Map<String, List<String>> headers(HttpResponse http) {
        Map<String, List<String>> headers = new HashMap<>();
        http.headers().map().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        return Map.copyOf(headers);
    }

    private static Optional<CaptureContext> contextAfter(WarcReader reader, URI id) {
        try {
            Optional<WarcRecord> next = reader.next();
            return next.isPresent() ? contextOf(next.get(), id) : Optional.empty();
        } catch (IOException e) {
            // The capture itself was whole; what follows it is another matter.
            return Optional.empty();
        }
    }

    private static Optional<CaptureContext> contextAt(FileChannel channel, long offset, URI id) {
        try (WarcReader reader = GzipMember.read(channel, offset).reader()) {
            return contextAfter(reader, id);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** What a record says of the capture before it. */
    static Optional<CaptureContext> contextOf(WarcRecord record, URI id) throws IOException {
        boolean isBeside = record instanceof WarcMetadata metadata
                && metadata.concurrentTo().contains(id);
        return isBeside ? ContextFields.read((WarcMetadata) record) : Optional.empty();
    }

    static Capture withContext(Capture capture, Optional<CaptureContext> context) {
        return new Capture(
                capture.record(),
                capture.status(),
                capture.headers(),
                capture.payload(),
                context,
                capture.truncation());
    }

    static String at(CaptureLocation location) {
        return location.file() + "@" + location.offset();
    }
}
