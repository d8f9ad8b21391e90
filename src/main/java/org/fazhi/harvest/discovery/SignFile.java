package org.fazhi.harvest.discovery;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.fazhi.harvest.source.ConfigurationException;
import org.fazhi.harvest.source.Problem;
import org.fazhi.harvest.source.Settings;
import org.fazhi.harvest.source.YamlFile;

/** Reads a list of signs that travels with the program: what each tells, its pattern, an example and a counter-example. */
final class SignFile {

    private static final List<String> KEYS = List.of("sign", "pattern", "example", "counter_example");

    private SignFile() {}

    /** Makes what a file holds an entry of. */
    @FunctionalInterface
    interface Maker<S, E> {
        E of(S sign, Pattern pattern, String example, String counterExample);
    }

    /**
     * The entries of a text, in its order.
     *
     * @param file told in problems
     * @param sign reads the word of a sign; throws {@link Settings.Unexpected} where there is none
     * @param flags of the patterns, as for {@link Pattern#compile(String, int)}
     * @throws ConfigurationException where the text says something else than it should, with file and line
     */
    static <S, E> List<E> entries(String file, String text, Function<String, S> sign, int flags, Maker<S, E> maker) {
        List<Problem> problems = new ArrayList<>();
        List<E> read = new ArrayList<>();
        for (Settings entry : YamlFile.readList(Path.of(file), text, KEYS, problems)) {
            Optional<S> told = entry.required("sign", sign);
            Optional<Pattern> pattern = entry.required("pattern", value -> pattern(value, flags));
            Optional<String> example = entry.required("example", value -> value);
            Optional<String> counter = entry.required("counter_example", value -> value);
            if (told.isPresent() && pattern.isPresent() && example.isPresent() && counter.isPresent()) {
                read.add(maker.of(told.get(), pattern.get(), example.get(), counter.get()));
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        return List.copyOf(read);
    }

    private static Pattern pattern(String text, int flags) {
        try {
            return Pattern.compile(text, flags);
        } catch (PatternSyntaxException e) {
            throw new Settings.Unexpected("a regular expression (" + e.getDescription() + ")");
        }
    }
}
