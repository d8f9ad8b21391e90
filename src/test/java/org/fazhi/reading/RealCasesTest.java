package org.fazhi.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.fazhi.harvest.archive.Capture;
import org.fazhi.harvest.archive.ForeignWarc;
import org.fazhi.reading.attachment.AttachmentLimits;
import org.fazhi.reading.attachment.AttachmentReader;
import org.fazhi.reading.indicators.IndicatorDictionary;
import org.fazhi.testing.NeedsShared;
import org.fazhi.testing.Shared;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The small inputs beside the repository, each of one kind, with their right answers. What is still wrong is named here; a
 * case that has become right must be taken out of the list, and one that has become wrong may not be put in.
 */
@NeedsShared
class RealCasesTest {

    /** Of {@code cases/reading}, by file. */
    private static final Set<String> OPEN_READING =
            Set.of("c43.html", "c56.html", "d21.pdf", "d24.pdf", "d25.pdf", "f12.warc", "f16.warc");

    /** Of {@code cases/meaning.jsonl}, by line, from 1. */
    private static final Set<String> OPEN_MEANING = Set.of();

    private static final JsonMapper JSON = new JsonMapper();

    private final ReportReader reports = new ReportReader(IndicatorDictionary.read());
    private final PayloadReader payloads = new PayloadReader(reports, new AttachmentReader(AttachmentLimits.USUAL));

    @Test
    void readsTheCasesOfReading() throws IOException {
        TreeMap<String, List<String>> wrong = new TreeMap<>();
        for (String line : Shared.text(Shared.path("cases/reading/cases.tsv"))
                .lines()
                .skip(1)
                .toList()) {
            String[] cells = line.split("\t");
            List<String> differences = differences(Shared.path("cases/reading/" + cells[0]), cells[2]);
            if (!differences.isEmpty()) {
                wrong.put(cells[0], differences);
            }
        }
        check(wrong, OPEN_READING);
    }

    @Test
    void readsTheCasesOfMeaning() {
        TreeMap<String, List<String>> wrong = new TreeMap<>();
        List<String> lines =
                Shared.text(Shared.path("cases/meaning.jsonl")).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            JsonNode json = JSON.readTree(lines.get(i));
            MeaningCase meaning = new MeaningCase(
                    json.get("kind").stringValue(),
                    json.get("text").stringValue(),
                    json.get("expected").stringValue());
            List<String> differences = meaning.differences(reports.read(meaning.page()));
            if (!differences.isEmpty()) {
                wrong.put(String.valueOf(i + 1), differences);
            }
        }
        check(wrong, OPEN_MEANING);
    }

    private static void check(TreeMap<String, List<String>> wrong, Set<String> open) {
        String told = wrong.entrySet().stream()
                .map(one -> one.getKey() + "  " + String.join("; ", one.getValue()))
                .collect(Collectors.joining("\n"));
        assertThat(new TreeSet<>(wrong.keySet())).as(told).isEqualTo(new TreeSet<>(open));
    }

    private List<String> differences(Path file, String expected) throws IOException {
        String name = file.getFileName().toString();
        if (name.contains(".warc")) {
            return warcDifferences(file, expected);
        }
        PageInput page = PageInput.alone(file.toUri(), "", !name.endsWith(".txt"));
        Reading reading = payloads.read(Files.readAllBytes(file), Optional.empty(), page);
        if (!(reading instanceof Reading.Read read)) {
            return List.of("not read: " + reading);
        }
        if (expected.endsWith(": no code")) {
            return read.facts().figures().stream()
                    .filter(figure -> figure.code().isPresent())
                    .map(figure -> figure.raw() + ": expected no code, got " + figure.code())
                    .toList();
        }
        return new Expectation(expected).differences(read.facts());
    }

    /** Foreign archives: pages are read, or it is told that they are not whole or not readable. */
    private List<String> warcDifferences(Path file, String expected) {
        List<Capture> captures = new ArrayList<>();
        ForeignWarc.Outcome outcome = ForeignWarc.read(file, captures::add);
        long read = captures.stream()
                .filter(capture -> capture.truncation().isEmpty())
                .filter(capture -> payloads.read(
                                capture.payload(),
                                capture.contentType(),
                                PageInput.alone(capture.record().url(), "", true))
                        instanceof Reading.Read)
                .count();
        boolean isTold = outcome.truncated() > 0
                || !outcome.damages().isEmpty()
                || !outcome.skipped().isEmpty();
        boolean holds = switch (expected) {
            case "read" -> read > 0;
            case "read or told", "second read or told" -> read > 0 || isTold;
            case "not taken as a whole report", "not taken, told" -> read == 0 && isTold;
            default -> throw new IllegalArgumentException(file + ": " + expected);
        };
        return holds ? List.of() : List.of("expected " + expected + ", got " + read + " read, " + outcome);
    }
}
