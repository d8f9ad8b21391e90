package org.fazhi.reading;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fazhi.text.BundledFile;
import org.fazhi.text.HalfWidth;
import org.fazhi.text.KnownPattern;

/**
 * Tells a text that says in its own sentences that it is put up for opinions, not yet adopted: 现向社会公开征求意见, 请于1月20日前反馈.
 * Its words are those of {@code warehouse/knowledge/draft_notices.yml}; only beginning and end of the text are looked at.
 */
final class DraftNotice {

    static final String FILE = "warehouse/knowledge/draft_notices.yml";

    /** Characters at the beginning and at the end of a text in which it may tell what it is. */
    private static final int LONGEST_EDGE = 800;

    private static final Pattern BLANKS = Pattern.compile("[\\s\\u3000\\u00a0“”]+");
    private static final Pattern SENTENCE_ENDS = Pattern.compile("[。！？；;\\n]+");

    private static final DraftNotice BUNDLED = of(BundledFile.text(FILE));

    /** What an entry tells; the head of the file says what each is. */
    enum Sign {
        PUT_UP,
        ANSWER
    }

    private final List<KnownPattern<Sign>> entries;

    private DraftNotice(List<KnownPattern<Sign>> entries) {
        this.entries = entries;
    }

    static DraftNotice bundled() {
        return BUNDLED;
    }

    /** @throws IllegalArgumentException where the text says something else than it should, with file and line */
    static DraftNotice of(String text) {
        return new DraftNotice(KnownPattern.of(FILE, text, Sign.values()));
    }

    List<KnownPattern<Sign>> entries() {
        return entries;
    }

    /** The sentence by which the text puts itself up for opinions, where another says how they are to come. */
    Optional<String> in(String text) {
        List<String> sentences = sentences(text);
        boolean isAnswered = sentences.stream().anyMatch(sentence -> tells(Sign.ANSWER, sentence));
        return sentences.stream()
                .filter(sentence -> isAnswered && tells(Sign.PUT_UP, sentence))
                .findFirst();
    }

    /** Whether a sentence of the text puts it up for opinions. */
    boolean putsUp(String text) {
        return sentences(text).stream().anyMatch(sentence -> tells(Sign.PUT_UP, sentence));
    }

    private static List<String> sentences(String text) {
        String head = text.substring(0, Math.min(LONGEST_EDGE, text.length()));
        String tail = text.substring(Math.max(head.length(), text.length() - LONGEST_EDGE));
        return Stream.of(head, tail)
                .flatMap(edge -> Arrays.stream(SENTENCE_ENDS.split(edge)))
                .map(String::strip)
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }

    private boolean tells(Sign sign, String sentence) {
        return entries.stream().anyMatch(entry -> entry.sign() == sign && fits(entry, sentence));
    }

    static boolean fits(KnownPattern<Sign> entry, String sentence) {
        return entry.pattern().matcher(plain(sentence)).find();
    }

    private static String plain(String sentence) {
        StringBuilder half = new StringBuilder(BLANKS.matcher(sentence).replaceAll(""));
        for (int i = 0; i < half.length(); i++) {
            half.setCharAt(i, HalfWidth.of(half.charAt(i)));
        }
        return half.toString();
    }
}
