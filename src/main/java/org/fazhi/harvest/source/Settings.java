package org.fazhi.harvest.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** One YAML mapping, read strictly: an unknown or doubled key, a missing or mistyped value is a {@link Problem}. */
public final class Settings {

    /** Longer values are cut in messages. */
    private static final int VALUE_PRINTED = 80;

    private final Path file;
    private final int line;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final List<Problem> problems;

    /** A scalar with the line it stands on. */
    public record Value(String text, int line) {}

    /** Thrown by a reading of a value; the message is what was expected. */
    public static final class Unexpected extends RuntimeException {

        @java.io.Serial
        private static final long serialVersionUID = 1L;

        public Unexpected(String expected) {
            super(expected);
        }
    }

    Settings(Path file, MappingNode mapping, List<String> keys, List<Problem> problems) {
        this.file = file;
        this.line = YamlFile.line(mapping.getStartMark());
        this.problems = problems;
        for (NodeTuple tuple : mapping.getValue()) {
            int at = YamlFile.line(tuple.getKeyNode().getStartMark());
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            if (!keys.contains(key)) {
                problem(at, cut(key), "expected one of " + String.join(", ", keys) + ", got " + cut(key));
            } else if (values.containsKey(key)) {
                problem(at, key, "expected it once, got it again after line " + lines.get(key));
            } else {
                values.put(key, tuple.getValueNode());
                lines.put(key, at);
            }
        }
    }

    public Path file() {
        return file;
    }

    /** The line of the key, or of the mapping where the key is not there. */
    public int line(String key) {
        return lines.getOrDefault(key, line);
    }

    public boolean has(String key) {
        return values.containsKey(key);
    }

    public void problem(int at, String key, String detail) {
        problems.add(new Problem(file, at, key, detail));
    }

    /** The value of a key that may be left out. */
    public Optional<Value> value(String key) {
        Node node = values.get(key);
        return node == null ? Optional.empty() : scalar(key, node);
    }

    /** The value of a key that may be left out, read; a value that cannot be read is a problem and empty. */
    public <T> Optional<T> optional(String key, Function<String, T> reading) {
        return value(key).flatMap(value -> read(key, value, reading));
    }

    /** The value of a key that must be there. */
    public <T> Optional<T> required(String key, Function<String, T> reading) {
        if (!has(key)) {
            problem(line, key, "expected a value, got nothing");
            return Optional.empty();
        }
        return optional(key, reading);
    }

    /** The values of a list that may be left out. */
    <T> List<T> list(String key, Function<String, T> reading) {
        List<T> read = new ArrayList<>();
        for (Node item : items(key)) {
            scalar(key, item)
                    .flatMap(value -> this.<T>read(key, value, reading))
                    .ifPresent(read::add);
        }
        return read;
    }

    /** The mappings of a list that may be left out. */
    List<Settings> mappings(String key, List<String> keys) {
        List<Settings> read = new ArrayList<>();
        for (Node item : items(key)) {
            if (item instanceof MappingNode mapping) {
                read.add(new Settings(file, mapping, keys, problems));
            } else {
                mistyped(key, item, "keys " + String.join(", ", keys));
            }
        }
        return read;
    }

    /** The mapping under a key that may be left out. */
    public Optional<Settings> mapping(String key, List<String> keys) {
        Node node = values.get(key);
        if (node instanceof MappingNode mapping) {
            return Optional.of(new Settings(file, mapping, keys, problems));
        }
        if (node != null) {
            mistyped(key, node, "keys " + String.join(", ", keys));
        }
        return Optional.empty();
    }

    /** The mappings of a list that is the whole of a file. */
    static List<Settings> mappings(Path file, SequenceNode list, List<String> keys, List<Problem> problems) {
        List<Settings> read = new ArrayList<>();
        for (Node item : list.getValue()) {
            if (item instanceof MappingNode mapping) {
                read.add(new Settings(file, mapping, keys, problems));
            } else {
                problems.add(new Problem(
                        file,
                        YamlFile.line(item.getStartMark()),
                        "entry",
                        "expected keys " + String.join(", ", keys) + ", got a " + item.getNodeId()));
            }
        }
        return read;
    }

    /** The line of the mapping's first key. */
    public int line() {
        return line;
    }

    private List<Node> items(String key) {
        Node node = values.get(key);
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        if (node != null) {
            mistyped(key, node, "a list");
        }
        return List.of();
    }

    private Optional<Value> scalar(String key, Node node) {
        if (node instanceof ScalarNode scalar) {
            if (!scalar.getTag().equals(Tag.NULL) && !scalar.getValue().isBlank()) {
                return Optional.of(new Value(scalar.getValue().strip(), YamlFile.line(node.getStartMark())));
            }
            problem(YamlFile.line(node.getStartMark()), key, "expected a value, got nothing");
        } else {
            mistyped(key, node, "one value");
        }
        return Optional.empty();
    }

    private <T> Optional<T> read(String key, Value value, Function<String, T> reading) {
        try {
            return Optional.of(reading.apply(value.text()));
        } catch (Unexpected e) {
            problem(value.line(), key, "expected " + e.getMessage() + ", got " + cut(value.text()));
            return Optional.empty();
        }
    }

    private void mistyped(String key, Node node, String expected) {
        String got = node instanceof ScalarNode scalar
                ? (scalar.getTag().equals(Tag.NULL) ? "nothing" : cut(scalar.getValue()))
                : node instanceof SequenceNode ? "a list" : "keys";
        problem(YamlFile.line(node.getStartMark()), key, "expected " + expected + ", got " + got);
    }

    private static String cut(String value) {
        String oneLine = value.replaceAll("\\s+", " ");
        return oneLine.length() <= VALUE_PRINTED ? oneLine : oneLine.substring(0, VALUE_PRINTED) + "…";
    }
}
