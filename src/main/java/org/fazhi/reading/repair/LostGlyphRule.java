package org.fazhi.reading.repair;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fazhi.reading.strip.DocumentNumber;
import org.fazhi.reading.strip.PageMetadata;
import org.fazhi.reading.strip.PageMetadata.Entry;
import org.fazhi.reading.strip.PageMetadata.Field;
import org.fazhi.text.Span;

/**
 * Restores glyphs lost from a document number or a date (惠政文20238, 202327日) where the page's own metadata has exactly
 * this number or date. Without the metadata nothing is done: 202327日 could be 2月7日 or a mistake.
 */
final class LostGlyphRule implements RepairRule {

    /** What may stand in a lost glyph's place: nothing, a box, a question mark, a space. */
    private static final String LOST = "[^0-9\\p{IsHan}\\n，。、；：（）()〔〕\\[\\]【】《》-]{0,2}";

    /** 2023, 年, 11, 月, 21, 日 with what may stand in the place of lost glyphs. */
    private static final int LONGEST_DATE = 22;

    private static final Pattern NUMBER = Pattern.compile("(.+)〔(\\d{4})〕(\\d{1,5})号");

    @Override
    public String name() {
        return "lost_glyph";
    }

    @Override
    public List<Edit> edits(String text, PageMetadata metadata) {
        List<Edit> edits = new ArrayList<>();
        for (String number : distinct(metadata, Field.DOCUMENT_NUMBER)) {
            Matcher parts = NUMBER.matcher(number);
            if (parts.matches() && mayBeBroken(text, parts.group(1))) {
                restore(text, numberWithout(parts), number, edits);
            }
        }
        for (Field field : List.of(Field.WRITTEN_DATE, Field.PUBLISHED_DATE)) {
            for (String iso : distinct(metadata, field)) {
                String[] date = iso.split("-", 3);
                if (date.length == 3 && mayBeDamaged(text, date[0])) {
                    int month = Integer.parseInt(date[1]);
                    int day = Integer.parseInt(date[2]);
                    restore(text, dateWithout(date[0], month, day), date[0] + "年" + month + "月" + day + "日", edits);
                }
            }
        }
        edits.sort(Comparator.comparing(Edit::span));
        return withoutOverlaps(edits);
    }

    /** The word of a document number with no opening bracket behind it. */
    private static boolean mayBeBroken(String text, String word) {
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            int next = at + word.length();
            if (next == text.length() || "〔（(［[【《".indexOf(text.charAt(next)) < 0) {
                return true;
            }
        }
        return false;
    }

    /** A year with 日 close behind it that is not a whole date. */
    private static boolean mayBeDamaged(String text, String year) {
        for (int at = text.indexOf(year); at >= 0; at = text.indexOf(year, at + 1)) {
            String after = text.substring(at, Math.min(text.length(), at + LONGEST_DATE));
            int day = after.indexOf('日');
            int monthAt = after.indexOf('月');
            boolean isWhole = after.startsWith("年", year.length()) && monthAt >= 0 && monthAt < day;
            if (day >= 0 && !isWhole) {
                return true;
            }
        }
        return false;
    }

    private static List<String> distinct(PageMetadata metadata, Field field) {
        return metadata.all(field).stream().map(Entry::value).distinct().toList();
    }

    private static Pattern numberWithout(Matcher parts) {
        return Pattern.compile(Pattern.quote(parts.group(1)) + LOST + parts.group(2) + LOST + parts.group(3)
                + "(?![0-9])(?:" + LOST + "号)?");
    }

    private static Pattern dateWithout(String year, int month, int day) {
        return Pattern.compile(
                "(?<![0-9])" + year + LOST + "年?" + LOST + "0?" + month + LOST + "月?" + LOST + "0?" + day + LOST + "日");
    }

    private static void restore(String text, Pattern damaged, String whole, List<Edit> edits) {
        Matcher matcher = damaged.matcher(text);
        while (matcher.find()) {
            String found = matcher.group();
            boolean isWhole = DocumentNumber.find(found).isPresent() || (found.contains("年") && found.contains("月"));
            if (!isWhole) {
                edits.add(new Edit(new Span(matcher.start(), matcher.end()), whole));
            }
        }
    }

    private static List<Edit> withoutOverlaps(List<Edit> edits) {
        List<Edit> apart = new ArrayList<>();
        int end = 0;
        for (Edit edit : edits) {
            if (edit.span().start() >= end) {
                apart.add(edit);
                end = edit.span().end();
            }
        }
        return apart;
    }
}
