package org.fazhi.harvest.archive;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.fazhi.harvest.fetch.StoredAnswers;

/**
 * The answers of foreign WARC files that are wanted, by address. They are copied into a file of our own first, since a file
 * that is compressed as a whole, or damaged, has no places to go back to; only the addresses are held in memory. Addresses
 * count as the same under http and https. For use by one thread.
 */
public final class ForeignPages implements StoredAnswers, AutoCloseable {

    /** Some 300 bytes each; the sources' hosts of a file of Common Crawl have some hundreds. */
    private static final int MOST_PAGES = 200_000;

    private static final int MOST_HOSTS_COUNTED = 10_000;
    private static final int MOST_HEADERS = 100;
    private static final int LONGEST_HEADER = 2_000;

    private final Path spool;
    private final FileChannel channel;
    private final Map<String, Page> pages = new LinkedHashMap<>();
    private final List<Gathered> files = new ArrayList<>();
    private final Map<String, Long> unwantedByHost = new HashMap<>();
    private long end;
    private int kept;

    /** The answers of one address, and whether anybody asked for them. */
    private static final class Page {

        private final URI url;
        private final List<Place> places = new ArrayList<>();
        private boolean isPage;
        private boolean isAsked;

        Page(URI url) {
            this.url = url;
        }
    }

    /**
     * What one file held.
     *
     * @param wanted answers that were taken over
     * @param unwanted whole answers of addresses that are not wanted
     * @param outcome what was left out or could not be read
     */
    public record Gathered(Path file, long wanted, long unwanted, ForeignWarc.Outcome outcome) {}

    private ForeignPages(Path spool) throws IOException {
        this.spool = spool;
        this.channel = FileChannel.open(
                spool,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
    }

    /**
     * Reads the files, each as far as it is whole.
     *
     * @param latest a record that says it was fetched later is left out
     * @param spool where the wanted answers are copied to; replaced, and deleted by {@link #close}
     * @throws UncheckedIOException where the copy cannot be written
     */
    public static ForeignPages gather(List<Path> files, Path spool, Instant latest, Predicate<URI> wanted) {
        try {
            Files.createDirectories(spool.toAbsolutePath().getParent());
            ForeignPages pages = new ForeignPages(spool);
            for (Path file : files) {
                pages.gather(file, latest, wanted);
            }
            for (Page page : pages.pages.values()) {
                page.places.sort(Comparator.comparing(Place::at));
            }
            return pages;
        } catch (IOException e) {
            throw new UncheckedIOException(spool + ": cannot be written", e);
        }
    }

    private void gather(Path file, Instant latest, Predicate<URI> wanted) {
        int before = kept;
        long[] unwanted = {0};
        ForeignWarc.Outcome outcome = ForeignWarc.read(file, latest, capture -> {
            URI url = capture.record().url();
            if (wanted.test(url) && kept < MOST_PAGES) {
                keep(capture);
            } else {
                unwanted[0]++;
                count(url);
            }
        });
        files.add(new Gathered(file, kept - before, unwanted[0], outcome));
    }

    private void keep(Capture capture) {
        URI url = capture.record().url();
        Page page = pages.computeIfAbsent(key(url), key -> new Page(url));
        page.places.add(new Place(capture.record().fetchedAt(), append(capture)));
        page.isPage |= capture.status() == 200;
        kept++;
    }

    private long append(Capture capture) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes))) {
                out.writeInt(capture.status());
                List<Map.Entry<String, List<String>>> headers = capture.headers().entrySet().stream()
                        .limit(MOST_HEADERS)
                        .toList();
                out.writeInt(headers.size());
                for (Map.Entry<String, List<String>> header : headers) {
                    out.writeUTF(clip(header.getKey()));
                    out.writeUTF(clip(header.getValue().get(0)));
                }
                out.writeUTF(clip(capture.truncation().orElse("")));
                out.writeInt(capture.payload().length);
                out.write(capture.payload());
            }
            ByteBuffer buffer = ByteBuffer.wrap(bytes.toByteArray());
            long position = end;
            while (buffer.hasRemaining()) {
                end += channel.write(buffer, end);
            }
            return position;
        } catch (IOException e) {
            throw new UncheckedIOException(spool + ": cannot be written", e);
        }
    }

    private void count(URI url) {
        String host = url.getRawAuthority() == null ? "" : url.getRawAuthority();
        if (unwantedByHost.size() < MOST_HOSTS_COUNTED || unwantedByHost.containsKey(host)) {
            unwantedByHost.merge(host, 1L, Long::sum);
        }
    }

    /** What each file held, in the order they were read. */
    public List<Gathered> files() {
        return List.copyOf(files);
    }

    /** How many whole answers each host had that was not wanted. */
    public Map<String, Long> unwantedByHost() {
        return Map.copyOf(unwantedByHost);
    }

    /** The addresses of wanted pages that nobody asked for yet, in the order they were read. */
    public List<URI> unasked() {
        return pages.values().stream()
                .filter(page -> page.isPage && !page.isAsked)
                .map(page -> page.url)
                .toList();
    }

    /** Notes that somebody asked for an address. */
    public void asked(URI url) {
        Optional.ofNullable(pages.get(key(url))).ifPresent(page -> page.isAsked = true);
    }

    @Override
    public List<Place> at(URI url) {
        Page page = pages.get(key(url));
        if (page == null) {
            return List.of();
        }
        return List.copyOf(page.places);
    }

    @Override
    public Kept read(Place place) {
        try (FileChannel copy = FileChannel.open(spool, StandardOpenOption.READ)) {
            copy.position(place.position());
            try (DataInputStream in =
                    new DataInputStream(new GZIPInputStream(new BufferedInputStream(Channels.newInputStream(copy))))) {
                int status = in.readInt();
                Map<String, List<String>> headers = new HashMap<>();
                for (int left = in.readInt(); left > 0; left--) {
                    headers.put(in.readUTF(), List.of(in.readUTF()));
                }
                String truncation = in.readUTF();
                byte[] payload = new byte[in.readInt()];
                in.readFully(payload);
                return new Kept(
                        status,
                        Map.copyOf(headers),
                        payload,
                        Optional.of(truncation).filter(reason -> !reason.isEmpty()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(spool + ": cannot be read", e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
            Files.deleteIfExists(spool);
        } catch (IOException e) {
            throw new UncheckedIOException(spool + ": cannot be removed", e);
        }
    }

    /** Crawlers differ in scheme, default port, fragment and the case of the host. */
    private static String key(URI url) {
        String host = String.valueOf(url.getHost()).toLowerCase(Locale.ROOT);
        boolean isUsual = url.getPort() < 0 || url.getPort() == 80 || url.getPort() == 443;
        return host + (isUsual ? "" : ":" + url.getPort()) + " " + afterAuthority(url);
    }

    private static String afterAuthority(URI url) {
        String ascii = url.toASCIIString();
        int fragment = ascii.indexOf('#');
        String bare = fragment >= 0 ? ascii.substring(0, fragment) : ascii;
        int authority = bare.indexOf("//") + 2;
        for (int at = authority; at < bare.length(); at++) {
            if (bare.charAt(at) == '/') {
                return bare.substring(at);
            }
            if (bare.charAt(at) == '?') {
                break;
            }
        }
        return "/" + (url.getRawQuery() == null ? "" : "?" + bare.substring(bare.indexOf('?') + 1));
    }

    private static String clip(String value) {
        String bounded = value.length() <= LONGEST_HEADER ? value : value.substring(0, LONGEST_HEADER);
        return new String(bounded.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
