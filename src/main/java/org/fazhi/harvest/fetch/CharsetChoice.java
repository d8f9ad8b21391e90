package org.fazhi.harvest.fetch;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decides the encoding of a page: a byte order mark; else UTF-8 where the bytes are strictly so, whatever labels say;
 * else a label of the header or the page under which they decode without fault; else UTF-8 with little damage; else
 * GB18030. As browsers do (WHATWG Encoding), gb2312 and gbk are read as GB18030, their superset.
 */
public final class CharsetChoice {

    private static final Charset GB18030 = Charset.forName("GB18030");

    /** What a decoder puts in the place of broken bytes; a page may also hold it by itself. */
    private static final char REPLACEMENT = '\uFFFD';

    /** Where a page declares its encoding (WHATWG HTML prescan, 1024 bytes; real pages put scripts before it). */
    private static final int PRESCAN = 4096;

    /** A UTF-8 page cut or patched by machines has single broken bytes; another encoding breaks on nearly every one. */
    private static final double DAMAGED_SHARE = 0.02;

    private static final Pattern HEADER_LABEL = Pattern.compile("(?i)charset\\s{0,4}=\\s{0,4}[\"']?([\\w.:-]{2,40})");
    private static final Pattern META_LABEL = Pattern.compile(
            "(?i)<meta[^>]{0,300}?charset\\s{0,4}=\\s{0,4}[\"']?\\s{0,4}([\\w.:-]{2,40})|<\\?xml[^>]{0,200}?encoding\\s{0,4}=\\s{0,4}[\"']([\\w.:-]{2,40})");

    private CharsetChoice() {}

    /**
     * Decodes a page; never fails.
     *
     * @param contentType the header's value
     */
    public static DecodedText decode(byte[] bytes, Optional<String> contentType) {
        Optional<DecodedText> marked = byMark(bytes);
        if (marked.isPresent()) {
            return marked.get();
        }
        Optional<Charset> header = contentType.flatMap(type -> label(HEADER_LABEL.matcher(type)));
        Optional<Charset> meta = label(META_LABEL.matcher(start(bytes)));
        Optional<String> utf8 = utf8(bytes);
        if (utf8.isPresent()) {
            return new DecodedText(
                    utf8.get(), "UTF-8", utf8Reason(utf8.get().length() == bytes.length, header, meta), 0);
        }
        return byLabel(bytes, header, meta).orElseGet(() -> byDamage(bytes));
    }

    private static Optional<DecodedText> byMark(byte[] bytes) {
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(leniently(StandardCharsets.UTF_8, bytes, 3, "bom"));
        }
        if (starts(bytes, 0xFE, 0xFF)) {
            return Optional.of(leniently(StandardCharsets.UTF_16BE, bytes, 2, "bom"));
        }
        if (starts(bytes, 0xFF, 0xFE)) {
            return Optional.of(leniently(StandardCharsets.UTF_16LE, bytes, 2, "bom"));
        }
        return Optional.empty();
    }

    private static boolean starts(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static String utf8Reason(boolean isAscii, Optional<Charset> header, Optional<Charset> meta) {
        boolean byHeader = header.filter(StandardCharsets.UTF_8::equals).isPresent();
        boolean byMeta = meta.filter(StandardCharsets.UTF_8::equals).isPresent();
        if (byHeader && byMeta) {
            return "header_and_meta";
        }
        return byHeader ? "header" : byMeta ? "meta" : isAscii ? "ascii" : "strict_utf8";
    }

    private static Optional<DecodedText> byLabel(byte[] bytes, Optional<Charset> header, Optional<Charset> meta) {
        if (header.isPresent() && header.equals(meta)) {
            return labelled(bytes, header.get(), "header_and_meta");
        }
        // Servers send one default for all sites they hold; the page knows itself better.
        return meta.flatMap(charset -> labelled(bytes, charset, "meta"))
                .or(() -> header.flatMap(charset -> labelled(bytes, charset, "header")));
    }

    private static Optional<DecodedText> labelled(byte[] bytes, Charset charset, String reason) {
        // A single-byte encoding decodes anything, so that its label proves nothing on a Chinese page.
        if (charset.newEncoder().maxBytesPerChar() <= 1) {
            return Optional.empty();
        }
        return strictly(charset, bytes, 0).map(text -> new DecodedText(text, charset.name(), reason, 0));
    }

    private static DecodedText byDamage(byte[] bytes) {
        DecodedText utf8 = leniently(StandardCharsets.UTF_8, bytes, 0, "damaged_utf8");
        long multiByte = utf8.text().chars().filter(c -> c > 0x7F).count();
        if (utf8.replaced() <= multiByte * DAMAGED_SHARE) {
            return utf8;
        }
        return leniently(GB18030, bytes, 0, "fallback");
    }

    /** The text where the bytes are strictly UTF-8. The JDK's own way to a string is the fast one, but hides faults. */
    private static Optional<String> utf8(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.indexOf(REPLACEMENT) < 0 ? Optional.of(text) : strictly(StandardCharsets.UTF_8, bytes, 0);
    }

    private static Optional<String> strictly(Charset charset, byte[] bytes, int from) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static DecodedText leniently(Charset charset, byte[] bytes, int from, String reason) {
        String text = new String(bytes, from, bytes.length - from, charset);
        int replaced = (int) text.chars().filter(c -> c == 0xFFFD).count();
        return new DecodedText(text, charset.name(), reason, replaced);
    }

    private static String start(byte[] bytes) {
        return new String(bytes, 0, Math.min(PRESCAN, bytes.length), StandardCharsets.ISO_8859_1);
    }

    private static Optional<Charset> label(Matcher matcher) {
        if (!matcher.find()) {
            return Optional.empty();
        }
        String name = matcher.groupCount() > 1 && matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "gb2312", "gbk", "gb18030", "gb_2312-80", "x-gbk", "cp936", "gb-2312" -> Optional.of(GB18030);
            case "big5", "big5-hkscs", "x-x-big5", "cn-big5" -> Optional.of(Charset.forName("Big5-HKSCS"));
            case "utf-8", "utf8" -> Optional.of(StandardCharsets.UTF_8);
            default -> named(name);
        };
    }

    private static Optional<Charset> named(String name) {
        try {
            Charset charset = Charset.forName(name);
            return charset.canEncode() ? Optional.of(charset) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
