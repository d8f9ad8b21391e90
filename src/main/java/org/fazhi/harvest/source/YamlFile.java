package org.fazhi.harvest.source;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.reader.ReaderException;

/** Composes a settings file to its YAML nodes, which keep their lines; every fault becomes a {@link Problem}. */
public final class YamlFile {

    /** A source has some ten lines; the bound keeps a wrong path from being read into memory. */
    static final int MAX_BYTES = 64 * 1024;

    private static final int MAX_DEPTH = 8;

    private YamlFile() {}

    /** The mappings of a file that is a list of such; each one that is none is a problem. */
    public static List<Settings> readList(Path file, int maxBytes, List<String> keys, List<Problem> problems) {
        return text(file, maxBytes, problems)
                .map(text -> list(file, text, maxBytes, keys, problems))
                .orElse(List.of());
    }

    /** The same of a text that is at hand, such as a table that travels with the program; {@code file} is told in problems. */
    public static List<Settings> readList(Path file, String text, List<String> keys, List<Problem> problems) {
        return list(file, text, MAX_BYTES, keys, problems);
    }

    private static List<Settings> list(
            Path file, String text, int maxBytes, List<String> keys, List<Problem> problems) {
        int before = problems.size();
        Optional<Node> root = compose(file, text, maxBytes, problems);
        if (root.isPresent() && root.get() instanceof SequenceNode sequence) {
            return Settings.mappings(file, sequence, keys, problems);
        }
        if (problems.size() == before) {
            problems.add(new Problem(
                    file,
                    root.map(node -> line(node.getStartMark())).orElse(1),
                    "file",
                    "expected a list of entries, got "
                            + root.map(node -> "a " + node.getNodeId()).orElse("an empty file")));
        }
        return List.of();
    }

    /** The settings of the file, or empty with at least one problem added. */
    static Optional<Settings> read(Path file, List<String> keys, List<Problem> problems) {
        int before = problems.size();
        Optional<Node> root = text(file, MAX_BYTES, problems).flatMap(text -> compose(file, text, MAX_BYTES, problems));
        if (root.isEmpty()) {
            if (problems.size() == before) {
                problems.add(new Problem(file, 1, "file", "expected settings, got an empty file"));
            }
            return Optional.empty();
        }
        if (root.get() instanceof MappingNode mapping) {
            return Optional.of(new Settings(file, mapping, keys, problems));
        }
        problems.add(new Problem(
                file,
                line(root.get().getStartMark()),
                "file",
                "expected keys with values, got a " + root.get().getNodeId()));
        return Optional.empty();
    }

    private static Optional<String> text(Path file, int maxBytes, List<Problem> problems) {
        try {
            long size = Files.size(file);
            if (size > maxBytes) {
                problems.add(new Problem(file, 0, "file", "expected at most " + maxBytes + " bytes, got " + size));
                return Optional.empty();
            }
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
        } catch (CharacterCodingException e) {
            problems.add(new Problem(file, 0, "file", "expected UTF-8, got other bytes"));
        } catch (IOException e) {
            problems.add(new Problem(file, 0, "file", "expected a readable file, got " + e));
        }
        return Optional.empty();
    }

    private static Optional<Node> compose(Path file, String text, int maxBytes, List<Problem> problems) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(maxBytes);
        options.setNestingDepthLimit(MAX_DEPTH);
        options.setMaxAliasesForCollections(0);
        options.setAllowRecursiveKeys(false);
        try {
            Yaml yaml = new Yaml(options);
            // Aliases are what YAML bombs are made of, and no setting needs one.
            for (Event event : yaml.parse(new StringReader(text))) {
                if (event instanceof AliasEvent alias) {
                    problems.add(new Problem(
                            file,
                            line(alias.getStartMark()),
                            "syntax",
                            "expected a value, got the alias *" + alias.getAnchor()));
                    return Optional.empty();
                }
            }
            return Optional.ofNullable(yaml.compose(new StringReader(text)));
        } catch (MarkedYAMLException e) {
            problems.add(new Problem(
                    file, line(e.getProblemMark()), "syntax", "expected YAML, got an error: " + e.getProblem()));
        } catch (ReaderException e) {
            int line = 1
                    + (int) text.codePoints()
                            .limit(e.getPosition())
                            .filter(c -> c == '\n')
                            .count();
            problems.add(new Problem(
                    file,
                    line,
                    "syntax",
                    String.format(Locale.ROOT, "expected YAML, got the character U+%04X", e.getCodePoint())));
        } catch (YAMLException e) {
            problems.add(new Problem(file, 0, "syntax", "expected YAML, got an error: " + e.getMessage()));
        }
        return Optional.empty();
    }

    static int line(@org.jspecify.annotations.Nullable Mark mark) {
        return mark == null ? 0 : mark.getLine() + 1;
    }
}
