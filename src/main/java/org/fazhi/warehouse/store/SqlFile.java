package org.fazhi.warehouse.store;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One SQL file of the folder {@code warehouse/}. Its head is the run of comment lines it opens with; a line
 * {@code -- key: value} there is read by {@link #head}.
 *
 * @param path within the warehouse folder, such as {@code audits/orphan_figure.sql}
 */
public record SqlFile(String path, String text) {

    /** The file's name without folder and {@code .sql}. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.sql$", "");
    }

    /** The value of a head line; a following line that opens with {@code --} and two spaces or more goes on with it. */
    public Optional<String> head(String key) {
        return Optional.ofNullable(heads().get(key));
    }

    /** The value of a head line that must be there. */
    public String require(String key) {
        return head(key)
                .orElseThrow(() -> new WarehouseException(
                        "warehouse/" + path + ":1: expected a line \"-- " + key + ": …\" in the head, got none"));
    }

    /** The 1-based line on which a head line begins; 1 where there is none. */
    public int line(String key) {
        int line = 0;
        for (String text : text.lines().toList()) {
            line++;
            if (text.startsWith("-- " + key + ": ")) {
                return line;
            }
        }
        return 1;
    }

    private Map<String, String> heads() {
        Map<String, String> found = new LinkedHashMap<>();
        String last = "";
        for (String line : text.lines().toList()) {
            if (!line.startsWith("--")) {
                break;
            }
            String body = line.substring(2);
            int colon = body.indexOf(": ");
            if (colon > 0 && body.substring(1, colon).matches("[A-Za-z_]+")) {
                last = body.substring(1, colon).toLowerCase(Locale.ROOT);
                found.put(last, body.substring(colon + 2).strip());
            } else if (body.startsWith("   ") && found.containsKey(last)) {
                found.merge(last, body.strip(), (before, more) -> before + " " + more);
            }
        }
        return found;
    }
}
