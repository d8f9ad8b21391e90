package org.fazhi.harvest.discovery;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fazhi.harvest.source.ConfigurationException;
import org.fazhi.text.BundledFile;
import org.fazhi.text.Digest;
import org.jsoup.nodes.Element;

/** The words and patterns by which pages of listings say that more follows: {@code warehouse/knowledge/pager_signs.yml}. */
public final class PagerWords {

    private static final String FILE = "warehouse/knowledge/pager_signs.yml";

    /** A label and what makes it live are a few elements apart: {@code <li class="disabled"><a><span>下一页}. */
    private static final int NEAR = 2;

    /** What a pager holds is three elements below its box at most: {@code <div class="page"><ul><li><a>}. */
    private static final int FAR = 3;

    /** What parts the thousands of a number: 1,058. */
    private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d)[,，](?=\\d{3}(?!\\d))");

    private static final Pattern WIDE_DIGIT = Pattern.compile("[０-９]");

    /** The file that travels with the program, read once. */
    private static final PagerWords BUNDLED = new PagerWords(BundledFile.text(FILE));

    /** One entry of the file. */
    record Entry(PagerSign sign, Pattern pattern, String example, String counterExample) {

        /** The pattern's first group, or all of it where it has none; of patterns for whole texts only where all fits. */
        Optional<String> find(String text) {
            Matcher matcher = pattern.matcher(plain(text));
            boolean fits = sign.isWhole() ? matcher.matches() : matcher.find();
            return fits ? Optional.of(matcher.group(Math.min(1, matcher.groupCount()))) : Optional.empty();
        }
    }

    private final String digest;
    private final List<Entry> entries;
    private final Map<PagerSign, List<Entry>> bySign = new EnumMap<>(PagerSign.class);

    private PagerWords(String text) {
        this.digest = Digest.of(text).hex();
        entries = SignFile.entries(FILE, text, PagerSign::of, Pattern.CASE_INSENSITIVE, Entry::new);
        for (PagerSign sign : PagerSign.values()) {
            bySign.put(
                    sign, entries.stream().filter(entry -> entry.sign() == sign).toList());
        }
    }

    static PagerWords bundled() {
        return BUNDLED;
    }

    /** @throws ConfigurationException where the text says something else than it should, with file and line */
    static PagerWords of(String text) {
        return new PagerWords(text);
    }

    /** Digest of the file: a walk judged by other words proves nothing. */
    public static String digest() {
        return BUNDLED.digest;
    }

    List<Entry> entries() {
        return entries;
    }

    /** True where a pattern of the sign fits the text. */
    boolean tells(PagerSign sign, String text) {
        return of(sign).stream().anyMatch(entry -> entry.find(text).isPresent());
    }

    /** True where a pattern of the sign fits the id or one class of the element. */
    boolean names(PagerSign sign, Element element) {
        return tells(sign, element.id()) || element.classNames().stream().anyMatch(name -> tells(sign, name));
    }

    /** True where nothing happens on a click on the element itself. */
    boolean isInert(Element element) {
        return element.hasAttr("disabled") || tells(PagerSign.INERT_CLASS, element.className());
    }

    /** True where the element, or one close around it, is inert. */
    boolean isOff(Element element) {
        Element around = element;
        for (int up = 0; up <= NEAR && around != null; up++) {
            if (isInert(around)) {
                return true;
            }
            around = around.parent();
        }
        return false;
    }

    /** True where it stands in the box of a pager; a whole page that is called one is none. */
    boolean isInBox(Element element) {
        Element around = element;
        for (int up = 0; up <= FAR && around != null && !around.normalName().equals("body"); up++) {
            if (names(PagerSign.PAGER_BOX, around)) {
                return true;
            }
            around = around.parent();
        }
        return false;
    }

    /** True for the box of a slide show, by its classes or its id. */
    boolean isSlides(Element element) {
        return tells(PagerSign.SLIDES_CLASS, element.className()) || tells(PagerSign.SLIDES_CLASS, element.id());
    }

    /** What the first pattern of the sign that fits finds. */
    Optional<String> find(PagerSign sign, String text) {
        return of(sign).stream().flatMap(entry -> entry.find(text).stream()).findFirst();
    }

    /** With numbers as patterns expect them: 1058 for 1,058 and １０５８. */
    private static String plain(String text) {
        String narrow = WIDE_DIGIT
                .matcher(text)
                .replaceAll(digit -> Character.toString(digit.group().charAt(0) - '０' + '0'));
        return THOUSANDS.matcher(narrow).replaceAll("");
    }

    /** The greatest number that patterns of the sign find in the text; 0 where there is none. */
    int greatest(PagerSign sign, String text) {
        int greatest = 0;
        String plain = plain(text);
        for (Entry entry : of(sign)) {
            Matcher matcher = entry.pattern().matcher(plain);
            while (matcher.find()) {
                greatest = Math.max(greatest, Integer.parseInt(matcher.group(1)));
            }
        }
        return greatest;
    }

    /** What patterns of the sign find in the text, the first of them. */
    List<String> all(PagerSign sign, String text, int most) {
        return of(sign).stream()
                .flatMap(entry -> entry.pattern().matcher(text).results().map(match -> match.group(1)))
                .limit(most)
                .toList();
    }

    /** The text without what patterns of the sign find in it. */
    String without(PagerSign sign, String text) {
        String left = text;
        for (Entry entry : of(sign)) {
            left = entry.pattern().matcher(left).replaceAll(" ");
        }
        return left;
    }

    private List<Entry> of(PagerSign sign) {
        return bySign.getOrDefault(sign, List.of());
    }
}
