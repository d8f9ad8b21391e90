package org.fazhi.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fazhi.text.BundledFile;
import org.fazhi.text.HalfWidth;
import org.fazhi.text.KnownPattern;

/**
 * Tells a report that was public before its page: a corrected edition by its title, or one that says of itself that it is put
 * up anew. Its words are those of {@code warehouse/knowledge/reissue_notices.yml}; only beginning and end of the text are looked
 * at.
 */
final class Reissue {

    static final String FILE = "warehouse/knowledge/reissue_notices.yml";

    private static final int LONGEST_EDGE = 800;

    private static final Pattern BLANKS = Pattern.compile("[\\s\\u3000\\u00a0“”]+");
    private static final Pattern SENTENCE_ENDS = Pattern.compile("[。！？；;\\n]+");
    private static final Pattern DAY = Pattern.compile("(20\\d{2})年(\\d{1,2})月(\\d{1,2})日");

    private static final Reissue BUNDLED = new Reissue(KnownPattern.of(FILE, BundledFile.text(FILE), Sign.values()));

    /** What an entry tells; the head of the file says what each is. */
    enum Sign {
        EDITION,
        ANEW
    }

    private final List<KnownPattern<Sign>> entries;

    private Reissue(List<KnownPattern<Sign>> entries) {
        this.entries = entries;
    }

    static Reissue bundled() {
        return BUNDLED;
    }

    List<KnownPattern<Sign>> entries() {
        return entries;
    }

    /** True of the title of a corrected edition. */
    boolean isEdition(String title) {
        return tells(Sign.EDITION, title);
    }

    /** The sentence by which a text says that it was public before. */
    Optional<String> notice(String text) {
        String head = text.substring(0, Math.min(LONGEST_EDGE, text.length()));
        String tail = text.substring(Math.max(head.length(), text.length() - LONGEST_EDGE));
        return Stream.of(head, tail)
                .flatMap(edge -> Arrays.stream(SENTENCE_ENDS.split(edge)))
                .filter(sentence -> tells(Sign.ANEW, sentence))
                .findFirst();
    }

    /** The day that such a sentence names; empty where it names none. */
    static Optional<LocalDate> day(String notice) {
        Matcher day = DAY.matcher(plain(notice));
        try {
            return day.find()
                    ? Optional.of(LocalDate.of(
                            Integer.parseInt(day.group(1)),
                            Integer.parseInt(day.group(2)),
                            Integer.parseInt(day.group(3))))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private boolean tells(Sign sign, String text) {
        return entries.stream().anyMatch(entry -> entry.sign() == sign && fits(entry, text));
    }

    static boolean fits(KnownPattern<Sign> entry, String text) {
        return entry.pattern().matcher(plain(text)).find();
    }

    private static String plain(String text) {
        StringBuilder half = new StringBuilder(BLANKS.matcher(text).replaceAll(""));
        for (int i = 0; i < half.length(); i++) {
            half.setCharAt(i, HalfWidth.of(half.charAt(i)));
        }
        return half.toString();
    }
}
