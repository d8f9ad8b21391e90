package org.fazhi.harvest.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.Channels;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.fazhi.harvest.fetch.FetchResult.Fetched;
import org.fazhi.text.Digest;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageVersion;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcMetadata;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;
import org.netpreserve.jwarc.WarcWriter;
import org.netpreserve.jwarc.Warcinfo;

/** Makes WARC/1.1 records (ISO 28500:2017) and compresses each to a gzip member of its own (Annex D). */
final class RecordWriter {

    /** Undone before storing, so that they are no longer true of the stored bytes. */
    private static final List<String> ENCODING_HEADERS =
            List.of("content-encoding", "transfer-encoding", "content-length");

    private final Supplier<UUID> ids;

    RecordWriter(Supplier<UUID> ids) {
        this.ids = ids;
    }

    URI newId() {
        return URI.create("urn:uuid:" + ids.get());
    }

    byte[] warcinfo(String file, java.time.Instant now) throws IOException {
        Map<String, List<String>> fields = new TreeMap<>();
        fields.put("software", List.of("fazhi"));
        fields.put("format", List.of("WARC File Format 1.1"));
        fields.put(
                "conformsTo",
                List.of("http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"));
        return compressed(new Warcinfo.Builder()
                .version(MessageVersion.WARC_1_1)
                .recordId(newId())
                .date(now)
                .filename(file)
                .fields(fields)
                .build());
    }

    byte[] response(URI id, Fetched page, Digest digest) throws IOException {
        return compressed(new WarcResponse.Builder(page.trace().finalUrl().toASCIIString())
                .version(MessageVersion.WARC_1_1)
                .recordId(id)
                .date(page.trace().startedAt())
                .setHeader("WARC-Payload-Digest", digest.toString())
                .body(http(page, page.payload()))
                .build());
    }

    /** The headers of an answer whose payload an earlier record holds (§6.7.2, identical payload digest). */
    byte[] revisit(URI id, Fetched page, CaptureRecord first) throws IOException {
        URI profile = WarcRevisit.IDENTICAL_PAYLOAD_DIGEST_1_1;
        return compressed(new WarcRevisit.Builder(page.trace().finalUrl().toASCIIString(), profile)
                .version(MessageVersion.WARC_1_1)
                .recordId(id)
                .date(page.trace().startedAt())
                .setHeader("WARC-Payload-Digest", first.digest().toString())
                .refersTo(first.recordId(), first.url().toASCIIString(), first.fetchedAt())
                .body(http(page, new byte[0]))
                .build());
    }

    byte[] metadata(URI concurrentTo, Fetched page, CaptureContext context) throws IOException {
        Map<String, List<String>> fields = new TreeMap<>();
        fields.put("source", List.of(ContextFields.escape(context.sourceId())));
        context.linkTitle().ifPresent(title -> fields.put("title", List.of(ContextFields.escape(title))));
        context.via().ifPresent(via -> fields.put("via", List.of(via.toASCIIString())));
        context.reportYear().ifPresent(year -> fields.put("reportYear", List.of(Integer.toString(year))));
        context.listedOn().ifPresent(date -> fields.put("listedOn", List.of(date.toString())));
        fields.put("requested", List.of(page.url().toASCIIString()));
        return compressed(new WarcMetadata.Builder()
                .targetURI(page.trace().finalUrl().toASCIIString())
                .version(MessageVersion.WARC_1_1)
                .recordId(newId())
                .date(page.trace().startedAt())
                .concurrentTo(concurrentTo)
                .fields(fields)
                .build());
    }

    private static HttpResponse http(Fetched page, byte[] payload) {
        HttpResponse.Builder builder =
                new HttpResponse.Builder(page.trace().status().orElse(200), "OK");
        for (Map.Entry<String, List<String>> header : new TreeMap<>(page.headers()).entrySet()) {
            String name = header.getKey();
            String stored = ENCODING_HEADERS.contains(name) ? "X-Archive-Orig-" + name : name;
            if (!name.equals("content-type")) {
                header.getValue().forEach(value -> builder.addHeader(stored, printable(value)));
            }
        }
        String type = printable(page.contentType().orElse("application/octet-stream"));
        builder.body(MediaType.parseLeniently(type), payload);
        return builder.setHeader("Content-Type", type).build();
    }

    /** Header values stand on one line. */
    private static String printable(String value) {
        StringBuilder line = new StringBuilder();
        value.chars().map(c -> c < 0x20 || c == 0x7F ? ' ' : c).forEach(c -> line.append((char) c));
        return line.toString().strip();
    }

    private static byte[] compressed(WarcRecord record) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (WarcWriter writer = new WarcWriter(Channels.newChannel(bytes), WarcCompression.GZIP)) {
            writer.write(record);
        }
        return bytes.toByteArray();
    }
}
