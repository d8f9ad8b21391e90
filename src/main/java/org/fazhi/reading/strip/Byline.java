package org.fazhi.reading.strip;

import java.util.List;
import java.util.Optional;
import org.fazhi.reading.strip.MetadataLabel.Found;
import org.fazhi.reading.strip.PageMetadata.Field;
import org.fazhi.reading.strip.PageMetadata.Origin;

/** Reads and cuts the line under the headline: 来源：… 发布时间：2023-02-08 10:10 浏览次数：… */
final class Byline {

    private static final String RULE = "byline";
    private static final int LONGEST = 200;

    private Byline() {}

    /** Looks above the main content and in its head; a clock (今天是) is no byline. */
    static void readAndCut(PageDraft draft) {
        int headEnd = draft.headEnd();
        for (int i = 0; i < headEnd; i++) {
            String text = draft.text(i);
            boolean mayBe = !draft.isCut(i) && text.length() <= LONGEST && hasLabelOrDate(text);
            if (mayBe && !(draft.isHeadChrome(i) && !text.contains("来源")) && read(draft, text)) {
                draft.cut(i, RULE);
            }
        }
    }

    private static boolean hasLabelOrDate(String text) {
        return Character.isDigit(text.charAt(0)) || !MetadataLabel.in(text).isEmpty();
    }

    private static boolean read(PageDraft draft, String text) {
        if (isTimestamp(text)) {
            PageDate.find(text).ifPresent(date -> draft.say(Field.PUBLISHED_DATE, date, Origin.BYLINE));
            return true;
        }
        List<Found> labels =
                MetadataLabel.in(text).stream().filter(Found::isDelimited).toList();
        if (labels.isEmpty()) {
            return false;
        }
        String before = text.substring(0, labels.get(0).start());
        Optional<String> leadingDate = PageDate.only(PageLine.trim(before));
        if (PageLine.trim(before).length() > 2 && leadingDate.isEmpty()) {
            return false;
        }
        boolean isByline = leadingDate.isPresent() || labels.size() >= 2;
        leadingDate.ifPresent(date -> draft.say(Field.PUBLISHED_DATE, date, Origin.BYLINE));
        for (Found label : labels) {
            isByline |= read(draft, label);
        }
        return isByline;
    }

    private static boolean read(PageDraft draft, Found label) {
        Optional<Field> field = label.label().field();
        if (field.isEmpty()) {
            return true;
        }
        if (PageMetadata.DATES.contains(field.get())) {
            Optional<String> date = PageDate.find(label.value());
            date.ifPresent(iso -> draft.say(field.get(), iso, Origin.BYLINE));
            return date.isPresent() || label.value().isEmpty();
        }
        if (field.get() == Field.PUBLISHER) {
            if (OrganName.matches(label.value())) {
                draft.say(Field.PUBLISHER, label.value(), Origin.BYLINE);
            }
            return label.value().length() <= 30;
        }
        return false;
    }

    /** Only a date with a time of day, or a date in figures: a report's own date is written 2023年2月7日. */
    private static boolean isTimestamp(String text) {
        return text.length() <= 30
                && text.indexOf('年') < 0
                && PageDate.only(text).isPresent();
    }
}
