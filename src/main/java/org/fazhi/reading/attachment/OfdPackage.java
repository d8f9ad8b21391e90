package org.fazhi.reading.attachment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.fazhi.reading.reason.Reason;

/** The XML files of an OFD (GB/T 33190-2016 §7), held in memory by their paths; pictures and fonts are passed over. */
final class OfdPackage {

    private static final int MOST_ENTRIES = 10_000;
    private static final long MOST_BYTES = 64L * 1024 * 1024;

    private final Map<String, byte[]> files = new HashMap<>();

    OfdPackage(byte[] file) throws IOException {
        long left = MOST_BYTES;
        int entries = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries++;
                if (entries > MOST_ENTRIES) {
                    throw new RefusedException(
                            Reason.ATTACHMENT_TOO_LARGE, "expected at most " + MOST_ENTRIES + " entries, got more");
                }
                if (!entry.isDirectory()
                        && entry.getName().toLowerCase(java.util.Locale.ROOT).endsWith(".xml")) {
                    byte[] bytes = zip.readNBytes((int) Math.min(Integer.MAX_VALUE, left + 1));
                    left -= bytes.length;
                    if (left < 0) {
                        throw new RefusedException(
                                Reason.ATTACHMENT_TOO_LARGE,
                                "expected at most " + MOST_BYTES + " bytes of XML, got more");
                    }
                    files.put(resolve("", entry.getName()), bytes);
                }
            }
        }
    }

    Optional<byte[]> file(String path) {
        return Optional.ofNullable(files.get(path));
    }

    /**
     * The path that a location means (§7.2, ST_Loc): from the root where it begins with a slash, else from the folder of
     * the file that names it.
     */
    static String resolve(String from, String location) {
        String plain = location.strip().replace('\\', '/');
        Deque<String> parts = new ArrayDeque<>();
        int folder = from.lastIndexOf('/');
        String whole = plain.startsWith("/") || folder < 0 ? plain : from.substring(0, folder) + "/" + plain;
        for (String part : whole.split("/", -1)) {
            if (part.equals("..")) {
                parts.pollLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return String.join("/", parts);
    }
}
