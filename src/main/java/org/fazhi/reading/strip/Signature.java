package org.fazhi.reading.strip;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fazhi.reading.strip.PageMetadata.Field;
import org.fazhi.reading.strip.PageMetadata.Origin;

/**
 * Reads the signature below the text (GB/T 9704-2012 §7.3.5: the issuing body, under it the date of writing) and, where
 * there is none, the copy line 某县人民政府办公室 2023年2月7日印发. Both stay in the text.
 */
final class Signature {

    /** Lines from the end: signature, note on publicity, contact, attachments' names, copy list. */
    private static final int REACH = 14;

    private static final Pattern DATE_AT_END =
            Pattern.compile("(.*?)((?:[12１２][0-9０-９]{3}|二[〇○零OＯ0０][^年\\s]{2}).{0,4}?年.{1,12}?日"
                    + "|(?:19|20)\\d{2}([/.-])\\d{1,2}\\3\\d{1,2})(印发)?");

    private Signature() {}

    static void read(PageDraft draft) {
        int seen = 0;
        Optional<String> printed = Optional.empty();
        for (int i = draft.end() - 1; i >= draft.start() && seen < REACH; i--) {
            if (draft.isCut(i)) {
                continue;
            }
            seen++;
            String text = draft.text(i);
            if (text.length() > 80) {
                continue;
            }
            Matcher matcher = DATE_AT_END.matcher(PageLine.compact(text));
            if (!matcher.matches() || PageDate.only(matcher.group(2)).isEmpty()) {
                continue;
            }
            String date = PageDate.only(matcher.group(2)).orElseThrow();
            String body = matcher.group(1);
            if (matcher.group(4) != null) {
                printed = printed.or(() -> Optional.of(date));
            } else if (body.isEmpty() || OrganName.matches(body)) {
                if (say(draft, date, body.isEmpty() ? lineAbove(draft, i) : body, seen)) {
                    return;
                }
            }
        }
        printed.ifPresent(date -> draft.say(Field.WRITTEN_DATE, date, Origin.SIGNATURE));
    }

    private static boolean say(PageDraft draft, String date, String body, int linesFromEnd) {
        boolean isSigned = OrganName.matches(body);
        if (isSigned) {
            draft.say(Field.PUBLISHER, PageLine.compact(body), Origin.SIGNATURE);
        }
        // A date without a body's name above it is a signature only at the very end.
        if (isSigned || linesFromEnd <= 3) {
            draft.say(Field.WRITTEN_DATE, date, Origin.SIGNATURE);
            return true;
        }
        return false;
    }

    private static String lineAbove(PageDraft draft, int index) {
        for (int i = index - 1; i >= draft.start(); i--) {
            if (!draft.isCut(i)) {
                return draft.text(i);
            }
        }
        return "";
    }
}
