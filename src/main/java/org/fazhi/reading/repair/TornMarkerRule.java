package org.fazhi.reading.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fazhi.reading.strip.PageMetadata;

/** Joins a list marker torn from its line: {@code 1} on one line, {@code . 全面…} on the next; also 一 / 、… and （一 / ）…. */
final class TornMarkerRule implements RepairRule {

    private static final String NUMERAL = "[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3}";

    private static final Pattern TORN = Pattern.compile("(?m)^[ \\u00A0\\u3000]{0,8}(?:(?:" + NUMERAL
            + ")(?<a>[ \\u00A0\\u3000]{0,8}\\n[ \\u00A0\\u3000]{0,8})(?=[.．、](?![0-9]))|[(（](?:" + NUMERAL
            + ")(?<b>[ \\u00A0\\u3000]{0,8}\\n[ \\u00A0\\u3000]{0,8})(?=[)）])|[(（](?<c>\\n)(?=(?:" + NUMERAL
            + ")[)）]))");

    @Override
    public String name() {
        return "torn_marker";
    }

    @Override
    public List<Edit> edits(String text, PageMetadata metadata) {
        if (!hasTrace(text)) {
            return List.of();
        }
        List<Edit> edits = new ArrayList<>();
        Matcher matcher = TORN.matcher(text);
        while (matcher.find()) {
            for (String gap : new String[] {"a", "b", "c"}) {
                if (matcher.start(gap) >= 0) {
                    edits.add(Edit.remove(matcher.start(gap), matcher.end(gap)));
                }
            }
        }
        return edits;
    }

    /** A line break with what it tore apart on one of its sides. */
    private static boolean hasTrace(String text) {
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            boolean before = at > 0 && "(（".indexOf(text.charAt(at - 1)) >= 0;
            boolean after = at + 1 < text.length() && ".．、)） \u00A0\u3000".indexOf(text.charAt(at + 1)) >= 0;
            if (before || after) {
                return true;
            }
        }
        return false;
    }
}
