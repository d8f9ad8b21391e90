package org.fazhi.reading.strip;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fazhi.reading.strip.PageMetadata.Entry;
import org.fazhi.reading.strip.PageMetadata.Field;
import org.fazhi.reading.strip.PageMetadata.Origin;

/**
 * The article of a Guangdong gkmlpt page. Its visible text is written by a script from {@code window._CONFIG.DETAIL}, a
 * JavaScript literal: the text as HTML in a JSON string, and beside it what the page shows as its metadata block.
 *
 * @param content HTML
 */
record ScriptedDetail(String content, List<Entry> entries) {

    static final String CONTAINER = "gkmlpt-detail";

    private static final int LONGEST_VALUE = 300;

    /** Looks for the values no further than this behind {@code DETAIL}; the content is followed by short fields only. */
    private static final int REACH = 3_000_000;

    static Optional<ScriptedDetail> in(String html) {
        int config = html.indexOf("_CONFIG");
        int detail = config < 0 ? -1 : html.indexOf("DETAIL", config);
        if (detail < 0) {
            return Optional.empty();
        }
        String data = html.substring(detail, Math.min(html.length(), detail + REACH));
        return string(data, "content", data.length())
                .filter(content -> !content.isBlank())
                .map(content -> new ScriptedDetail(content, entries(data)));
    }

    private static List<Entry> entries(String data) {
        List<Entry> entries = new ArrayList<>();
        add(entries, data, "title", Field.TITLE);
        add(entries, data, "identifier", Field.INDEX_NUMBER);
        add(entries, data, "document_number", Field.DOCUMENT_NUMBER);
        add(entries, data, "publisher", Field.PUBLISHER);
        add(entries, data, "display_publish_time", Field.PUBLISHED_DATE);
        return entries;
    }

    private static void add(List<Entry> entries, String data, String key, Field field) {
        string(data, key, LONGEST_VALUE)
                .flatMap(value -> MetadataBlock.normal(field, value))
                .ifPresent(value -> entries.add(new Entry(field, value, Origin.METADATA_BLOCK)));
    }

    /** The first JSON string under the key, unescaped; empty where it is longer than {@code limit} or never ends. */
    private static Optional<String> string(String data, String key, int limit) {
        Matcher matcher =
                Pattern.compile("[\"']?\\b" + key + "[\"']?\\s{0,4}:\\s{0,4}\"").matcher(data);
        if (!matcher.find()) {
            return Optional.empty();
        }
        StringBuilder value = new StringBuilder();
        for (int i = matcher.end(); i < data.length() && value.length() <= limit; i++) {
            char c = data.charAt(i);
            if (c == '"') {
                return Optional.of(value.toString());
            }
            if (c != '\\' || i + 1 == data.length()) {
                value.append(c);
                continue;
            }
            i++;
            char escaped = data.charAt(i);
            if (escaped == 'u'
                    && i + 4 < data.length()
                    && data.substring(i + 1, i + 5).matches("[0-9A-Fa-f]{4}")) {
                value.append((char) Integer.parseInt(data.substring(i + 1, i + 5), 16));
                i += 4;
            } else {
                value.append(
                        switch (escaped) {
                            case 'n', 'r' -> '\n';
                            case 't' -> '\t';
                            default -> escaped;
                        });
            }
        }
        return Optional.empty();
    }
}
