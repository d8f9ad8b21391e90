package org.fazhi.harvest.discovery;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.fazhi.harvest.source.ConfigurationException;
import org.fazhi.harvest.source.Problem;
import org.fazhi.harvest.source.Settings;
import org.fazhi.harvest.source.YamlFile;
import org.fazhi.text.Digest;

/** The words and patterns by which pages of listings say that more follows: {@code warehouse/knowledge/pager_signs.yml}. */
public final class PagerWords {

    private static final String FILE = "warehouse/knowledge/pager_signs.yml";
    private static final List<String> KEYS = List.of("sign", "pattern", "example", "counter_example");

    /** What parts the thousands of a number: 1,058. */
    private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d)[,，](?=\\d{3}(?!\\d))");

    /** The file that travels with the program, read once. */
    private static final PagerWords BUNDLED = read();

    /** One entry of the file. */
    record Entry(PagerSign sign, Pattern pattern, String example, String counterExample) {

        /** The pattern's first group, or all of it where it has none; of patterns for whole texts only where all fits. */
        Optional<String> find(String text) {
            Matcher matcher = pattern.matcher(THOUSANDS.matcher(text).replaceAll(""));
            boolean fits = sign.isWhole() ? matcher.matches() : matcher.find();
            return fits ? Optional.of(matcher.group(Math.min(1, matcher.groupCount()))) : Optional.empty();
        }
    }

    private final String digest;
    private final List<Entry> entries;
    private final Map<PagerSign, List<Entry>> bySign = new EnumMap<>(PagerSign.class);

    private PagerWords(String text) {
        this.digest = Digest.of(text).hex();
        List<Problem> problems = new ArrayList<>();
        List<Entry> read = new ArrayList<>();
        for (Settings entry : YamlFile.readList(Path.of(FILE), text, KEYS, problems)) {
            Optional<PagerSign> sign = entry.required("sign", PagerSign::of);
            Optional<Pattern> pattern = entry.required("pattern", PagerWords::pattern);
            Optional<String> example = entry.required("example", value -> value);
            Optional<String> counter = entry.required("counter_example", value -> value);
            if (sign.isPresent() && pattern.isPresent() && example.isPresent() && counter.isPresent()) {
                read.add(new Entry(sign.get(), pattern.get(), example.get(), counter.get()));
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        entries = List.copyOf(read);
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

    /** What the first pattern of the sign that fits finds. */
    Optional<String> find(PagerSign sign, String text) {
        return of(sign).stream().flatMap(entry -> entry.find(text).stream()).findFirst();
    }

    /** The greatest number that patterns of the sign find in the text; 0 where there is none. */
    int greatest(PagerSign sign, String text) {
        int greatest = 0;
        String plain = THOUSANDS.matcher(text).replaceAll("");
        for (Entry entry : of(sign)) {
            Matcher matcher = entry.pattern().matcher(plain);
            while (matcher.find()) {
                greatest = Math.max(greatest, Integer.parseInt(matcher.group(1)));
            }
        }
        return greatest;
    }

    private List<Entry> of(PagerSign sign) {
        return bySign.getOrDefault(sign, List.of());
    }

    private static Pattern pattern(String text) {
        try {
            return Pattern.compile(text, Pattern.CASE_INSENSITIVE);
        } catch (PatternSyntaxException e) {
            throw new Settings.Unexpected("a regular expression (" + e.getDescription() + ")");
        }
    }

    private static PagerWords read() {
        try (InputStream stream = PagerWords.class.getResourceAsStream("/" + FILE)) {
            if (stream == null) {
                throw new IllegalStateException("classpath:/" + FILE + ": expected it in the program, got nothing");
            }
            return new PagerWords(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("classpath:/" + FILE + ": cannot be read", e);
        }
    }
}
