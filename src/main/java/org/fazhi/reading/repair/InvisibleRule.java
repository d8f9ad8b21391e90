package org.fazhi.reading.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fazhi.reading.strip.PageMetadata;

/**
 * Removes characters that show nothing (Unicode's zero-width and direction marks, the soft hyphen): inside a number or a
 * word they hide it from every search.
 */
final class InvisibleRule implements RepairRule {

    private static final Pattern INVISIBLE =
            Pattern.compile("[\\u00AD\\u061C\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2064\\u2066-\\u2069\\uFEFF]+");

    @Override
    public String name() {
        return "invisible";
    }

    @Override
    public List<Edit> edits(String text, PageMetadata metadata) {
        if (!mayHave(text)) {
            return List.of();
        }
        List<Edit> edits = new ArrayList<>();
        Matcher matcher = INVISIBLE.matcher(text);
        while (matcher.find()) {
            edits.add(Edit.remove(matcher.start(), matcher.end()));
        }
        return edits;
    }

    private static boolean mayHave(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0xAD
                    || c == 0x61C
                    || (c >= 0x200B && c <= 0x200F)
                    || (c >= 0x202A && c <= 0x202E)
                    || (c >= 0x2060 && c <= 0x2069)
                    || c == 0xFEFF) {
                return true;
            }
        }
        return false;
    }
}
