package org.fazhi.evaluation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The labels of one report: {@code NAME.meta.json} and {@code NAME.figures.jsonl} of a folder.
 *
 * @param name the report's name, such as {@code linjiang-2024}
 * @param metadata field to value; an absent key is a field the report does not have
 */
public record LabelledReport(
        String name, Map<String, String> metadata, List<FoundReport.Section> sections, List<Label> figures) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String META = ".meta.json";
    private static final String FIGURES = ".figures.jsonl";

    /**
     * One labelled figure.
     *
     * @param codes codes that are right; the empty one stands for "no code"
     * @param primary the code first named
     * @param isOptional a borderline case: finding it or not is both right
     */
    public record Label(
            String raw,
            String context,
            BigDecimal value,
            String unit,
            String qualifier,
            Optional<String> change,
            String tense,
            Optional<String> primary,
            List<Optional<String>> codes,
            boolean isOptional) {}

    /**
     * Reads all labelled reports of a folder, by name.
     *
     * @throws LabelException where the folder has none, or a file is not as expected
     */
    public static List<LabelledReport> readAll(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new LabelException(folder + ": expected a folder of labels (NAME.meta.json, NAME.figures.jsonl), got "
                    + (Files.exists(folder) ? "a file" : "nothing of that name"));
        }
        List<LabelledReport> reports = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path meta : files.filter(file -> file.toString().endsWith(META))
                    .sorted()
                    .toList()) {
                String file = meta.getFileName().toString();
                reports.add(read(folder, file.substring(0, file.length() - META.length())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (reports.isEmpty()) {
            throw new LabelException(folder + ": expected at least one NAME.meta.json, got none");
        }
        return reports;
    }

    private static LabelledReport read(Path folder, String name) throws IOException {
        JsonNode meta = parse(folder.resolve(name + META), 1, Files.readString(folder.resolve(name + META)));
        Map<String, String> metadata = new TreeMap<>();
        for (String field : FoundReport.METADATA_FIELDS) {
            JsonNode value = meta.path(field);
            if (!value.isMissingNode() && !value.isNull()) {
                metadata.put(field, value.asString());
            }
        }
        List<FoundReport.Section> sections = new ArrayList<>();
        for (JsonNode section : meta.path("sections")) {
            sections.add(new FoundReport.Section(
                    section.path("level").asInt(),
                    section.path("number").asString(),
                    section.path("heading").asString()));
        }
        List<Label> labels = new ArrayList<>();
        Path file = folder.resolve(name + FIGURES);
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                labels.add(label(parse(file, i + 1, lines.get(i))));
            }
        }
        return new LabelledReport(name, metadata, sections, labels);
    }

    private static Label label(JsonNode node) {
        Optional<String> primary = text(node.path("code"));
        List<Optional<String>> codes = new ArrayList<>();
        codes.add(primary);
        for (JsonNode also : node.path("also")) {
            codes.add(text(also));
        }
        return new Label(
                node.path("raw").asString(),
                node.path("ctx").asString(),
                new BigDecimal(node.path("value").asString()),
                node.path("unit").asString(),
                node.path("qualifier").asString(),
                text(node.path("change")),
                node.path("tense").asString(),
                primary,
                codes,
                node.path("optional").asBoolean(false));
    }

    private static Optional<String> text(JsonNode node) {
        return node.isMissingNode() || node.isNull() ? Optional.empty() : Optional.of(node.asString());
    }

    private static JsonNode parse(Path file, int line, String json) {
        try {
            return JSON.readTree(json);
        } catch (JacksonException e) {
            throw new LabelException(file + ":" + line + ": expected JSON, got " + e.getOriginalMessage());
        }
    }

    /** A folder or file of labels that cannot be read. */
    public static final class LabelException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public LabelException(String message) {
            super(message);
        }
    }
}
