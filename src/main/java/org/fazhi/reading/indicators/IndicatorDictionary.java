package org.fazhi.reading.indicators;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fazhi.text.Digest;

/**
 * What the reports are asked for: the indicators and the rules by which figures are matched to them. Read from
 * {@code warehouse/indicators/}: {@code vocabulary.yml} names the domains, units, shared word lists and subjects, and
 * describes the rule language at its head; each domain has a file of its own.
 */
public final class IndicatorDictionary {

    private static final String RESOURCES = "/warehouse/indicators/";
    /** No file of the dictionary comes near this; a larger one is not read. */
    private static final int LARGEST_FILE_BYTES = 1 << 20;

    private final List<Indicator> indicators;
    private final List<Rule> rules;
    private final Map<String, List<Integer>> subjects;
    private final Map<String, String> issuers;
    private final List<Integer> foreign;
    private final List<Integer> bodies;
    private final Scopes scopes;
    private final WordScanner scanner;
    private final Digest digest;

    IndicatorDictionary(
            List<Indicator> indicators,
            List<Rule> rules,
            Map<String, List<Integer>> subjects,
            Map<String, String> issuers,
            List<Integer> foreign,
            List<Integer> bodies,
            Scopes scopes,
            WordScanner scanner,
            Digest digest) {
        this.indicators = List.copyOf(indicators);
        this.rules = List.copyOf(rules);
        // In the order of the file, which settles a word that two subjects share.
        this.subjects = Collections.unmodifiableMap(new LinkedHashMap<>(subjects));
        this.issuers = Map.copyOf(issuers);
        this.foreign = List.copyOf(foreign);
        this.bodies = List.copyOf(bodies);
        this.scopes = scopes;
        this.scanner = scanner;
        this.digest = digest;
    }

    /**
     * The dictionary that travels in the jar.
     *
     * @throws IllegalArgumentException where it breaks the rule language, with file and line
     */
    public static IndicatorDictionary read() {
        return new DictionaryReader(RESOURCES.substring(1), IndicatorDictionary::resource).read();
    }

    /**
     * The dictionary in a folder.
     *
     * @throws IllegalArgumentException where it breaks the rule language, with file and line
     * @throws UncheckedIOException where a file cannot be read
     */
    public static IndicatorDictionary read(Path folder) {
        return new DictionaryReader(folder + "/", name -> {
                    try (InputStream file = Files.newInputStream(folder.resolve(name))) {
                        return text(file, folder + "/" + name);
                    } catch (IOException e) {
                        throw new UncheckedIOException(folder + "/" + name + ": cannot be read", e);
                    }
                })
                .read();
    }

    private static String resource(String name) {
        try (InputStream file = IndicatorDictionary.class.getResourceAsStream(RESOURCES + name)) {
            if (file == null) {
                throw new IllegalArgumentException("classpath:" + RESOURCES + name + ": no such resource");
            }
            return text(file, RESOURCES + name);
        } catch (IOException e) {
            throw new UncheckedIOException("classpath:" + RESOURCES + name + ": cannot be read", e);
        }
    }

    private static String text(InputStream file, String name) throws IOException {
        byte[] bytes = file.readNBytes(LARGEST_FILE_BYTES + 1);
        if (bytes.length > LARGEST_FILE_BYTES) {
            throw new IllegalArgumentException(name + ": expected at most " + LARGEST_FILE_BYTES + " bytes, got more");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** All indicators, in the order of the domains and their files. */
    public List<Indicator> indicators() {
        return indicators;
    }

    public Optional<Indicator> indicator(String code) {
        return indicators.stream()
                .filter(indicator -> indicator.code().equals(code))
                .findFirst();
    }

    /** Of what all its files say: another rule, word or indicator is another digest, another comment is not. */
    public Digest digest() {
        return digest;
    }

    /** The kind of issuer a name is one of, by its longest ending that the dictionary has. */
    Optional<String> issuerKind(String name) {
        return issuers.entrySet().stream()
                .filter(ending -> name.endsWith(ending.getKey()))
                .max(Comparator.comparingInt(ending -> ending.getKey().length()))
                .map(Map.Entry::getValue);
    }

    List<Rule> rules() {
        return rules;
    }

    /** The words of each subject, as ids in the scanner. */
    Map<String, List<Integer>> subjects() {
        return subjects;
    }

    /** Words before a number that make it another year's or another body's. */
    List<Integer> foreign() {
        return foreign;
    }

    /** Nouns of bodies and places: a number right before one counts these. */
    List<Integer> bodies() {
        return bodies;
    }

    /** Which words name a whole that is wider than a body. */
    Scopes scopes() {
        return scopes;
    }

    WordScanner scanner() {
        return scanner;
    }
}
