package org.fazhi.text;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A node of a YAML file that knows its file and line, read strictly: what is not expected is an error
 * {@code file:line: key: expected …, got …}.
 */
public final class YamlEntry {

    private final String file;
    private final String key;
    private final Node node;

    private YamlEntry(String file, String key, Node node) {
        this.file = file;
        this.key = key;
        this.node = node;
    }

    public static YamlEntry parse(String file, String text) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(12);
        try {
            Node root = new Yaml(options).compose(new StringReader(text));
            if (root == null) {
                throw new IllegalArgumentException(file + ":1: expected a mapping, got an empty file");
            }
            return new YamlEntry(file, "", root);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new IllegalArgumentException(file + ":" + line + ": expected YAML, got " + e.getProblem(), e);
        }
    }

    public int line() {
        return node.getStartMark().getLine() + 1;
    }

    public IllegalArgumentException error(String expected, String got) {
        String where = file + ":" + line() + ": " + (key.isEmpty() ? "" : key + ": ");
        return new IllegalArgumentException(where + "expected " + expected + ", got " + got);
    }

    /** The mapping's entries by key; a key not among {@code known} is an error. */
    public Map<String, YamlEntry> mapping(Set<String> known) {
        Map<String, YamlEntry> entries = mapping();
        for (Map.Entry<String, YamlEntry> entry : entries.entrySet()) {
            if (!known.contains(entry.getKey())) {
                throw entry.getValue()
                        .error(
                                "one of "
                                        + String.join(
                                                ", ", known.stream().sorted().toList()),
                                "an unknown key");
            }
        }
        return entries;
    }

    public Map<String, YamlEntry> mapping() {
        if (!(node instanceof MappingNode mapping)) {
            throw error("a mapping", describe());
        }
        Map<String, YamlEntry> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            YamlEntry name = new YamlEntry(file, key, tuple.getKeyNode());
            String text = name.text();
            if (entries.put(text, new YamlEntry(file, text, tuple.getValueNode())) != null) {
                throw name.error("each key once", text + " twice");
            }
        }
        return entries;
    }

    public List<YamlEntry> sequence() {
        if (!(node instanceof SequenceNode sequence)) {
            throw error("a list", describe());
        }
        List<YamlEntry> entries = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            entries.add(new YamlEntry(file, key, item));
        }
        if (entries.isEmpty()) {
            throw error("at least one entry", "an empty list");
        }
        return entries;
    }

    public boolean isSequence() {
        return node instanceof SequenceNode;
    }

    public String text() {
        if (!(node instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
            throw error("a word", describe());
        }
        return scalar.getValue();
    }

    public boolean flag() {
        return switch (text()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw error("true or false", text());
        };
    }

    public int number(int least, int most) {
        try {
            int number = Integer.parseInt(text());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Falls through to the one error for both: not a number, or out of range.
        }
        throw error(least + ".." + most, text());
    }

    /** The text as a regular expression. */
    public Pattern pattern() {
        try {
            return Pattern.compile(text());
        } catch (PatternSyntaxException e) {
            throw error("a regular expression (" + e.getDescription() + ")", text());
        }
    }

    /**
     * The one of the values whose name, in small letters, the text is.
     *
     * @param expected what the text should be, for the message where it is none of them
     */
    public <T extends Enum<T>> T oneOf(T[] values, String expected) {
        return Arrays.stream(values)
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(text()))
                .findFirst()
                .orElseThrow(() -> error(expected, text()));
    }

    private String describe() {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue().isBlank() ? "nothing" : scalar.getValue();
        }
        return node instanceof SequenceNode ? "a list" : "a mapping";
    }

    public static YamlEntry required(Map<String, YamlEntry> entries, String key, YamlEntry parent) {
        return Optional.ofNullable(entries.get(key)).orElseThrow(() -> parent.error("key " + key, "none"));
    }
}
