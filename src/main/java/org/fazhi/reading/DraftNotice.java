package org.fazhi.reading;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fazhi.text.BundledFile;
import org.fazhi.text.YamlEntry;

/**
 * Tells a text that says in its own sentences that it is put up for opinions, not yet adopted: 现向社会公开征求意见, 请于1月20日前反馈.
 * Its words are those of {@code warehouse/knowledge/draft_notices.yml}; only beginning and end of the text are looked at.
 */
final class DraftNotice {

    static final String FILE = "warehouse/knowledge/draft_notices.yml";

    /** Characters at the beginning and at the end of a text in which it may tell what it is. */
    private static final int LONGEST_EDGE = 800;

    private static final int LONGEST_SENTENCE = 240;

    private static final Pattern BLANKS = Pattern.compile("[\\s\\u3000\\u00a0“”]+");
    private static final Pattern SENTENCE_ENDS = Pattern.compile("[。！？；;\\n]+");

    private static final Set<String> KEYS = Set.of("sign", "pattern", "example", "counter_example");

    private static final DraftNotice BUNDLED = of(BundledFile.text(FILE));

    /** What an entry tells; the head of the file says what each is. */
    enum Sign {
        PUT_UP,
        ANSWER
    }

    /** One entry of the file. */
    record Entry(Sign sign, Pattern pattern, String example, String counterExample) {

        boolean fits(String sentence) {
            return pattern.matcher(plain(sentence)).find();
        }
    }

    private final List<Entry> entries;

    private DraftNotice(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    static DraftNotice bundled() {
        return BUNDLED;
    }

    /** @throws IllegalArgumentException where the text says something else than it should, with file and line */
    static DraftNotice of(String text) {
        return new DraftNotice(YamlEntry.parse(FILE, text).sequence().stream()
                .map(DraftNotice::entry)
                .toList());
    }

    List<Entry> entries() {
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
                .filter(sentence -> !sentence.isEmpty() && sentence.length() <= LONGEST_SENTENCE)
                .toList();
    }

    private boolean tells(Sign sign, String sentence) {
        return entries.stream().anyMatch(entry -> entry.sign() == sign && entry.fits(sentence));
    }

    private static String plain(String sentence) {
        StringBuilder half = new StringBuilder(BLANKS.matcher(sentence).replaceAll(""));
        for (int i = 0; i < half.length(); i++) {
            char character = half.charAt(i);
            if (character >= '！' && character <= '～') {
                half.setCharAt(i, (char) (character - '！' + '!'));
            }
        }
        return half.toString();
    }

    private static Entry entry(YamlEntry node) {
        Map<String, YamlEntry> keys = node.mapping(KEYS);
        return new Entry(
                YamlEntry.required(keys, "sign", node).oneOf(Sign.values(), "a sign that the head of the file names"),
                YamlEntry.required(keys, "pattern", node).pattern(),
                YamlEntry.required(keys, "example", node).text(),
                YamlEntry.required(keys, "counter_example", node).text());
    }
}
