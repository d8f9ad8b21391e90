package org.fazhi.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fazhi.harvest.archive.Capture;
import org.fazhi.harvest.archive.ForeignWarc;
import org.fazhi.harvest.discovery.Link;
import org.fazhi.harvest.discovery.LinkFilter;
import org.fazhi.harvest.discovery.Verdict;
import org.fazhi.harvest.source.Source;
import org.fazhi.harvest.source.SourceRegistry;
import org.fazhi.reading.attachment.AttachmentLimits;
import org.fazhi.reading.attachment.AttachmentReader;
import org.fazhi.reading.indicators.IndicatorDictionary;
import org.fazhi.reading.reason.Reason;
import org.fazhi.reading.strip.PageMetadata;
import org.fazhi.testing.NeedsShared;
import org.fazhi.testing.Shared;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

    /** Of {@code cases/pages}, by the name before the first {@code -}. */
    private static final Set<String> OPEN_PAGES = Set.of();

    /** Of {@code cases/pages/l20-titles.html}, by the file the row leads to: {@code p} is to be taken, {@code n} is not. */
    private static final Set<String> OPEN_TITLES = Set.of();

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

    @Test
    void readsTheCasesOfPages() throws IOException {
        TreeMap<String, List<String>> wrong = new TreeMap<>();
        for (Path file : Shared.files("cases/pages", ".html")) {
            String name = file.getFileName().toString().split("[-.]", 2)[0];
            if (name.equals("l20")) {
                continue;
            }
            Reading reading =
                    payloads.read(Files.readAllBytes(file), Optional.empty(), PageInput.alone(file.toUri(), "", true));
            PAGES.get(name).differences(reading).ifPresent(difference -> wrong.put(name, List.of(difference)));
        }
        check(wrong, OPEN_PAGES);
    }

    @Test
    void judgesTheTitlesOfPages(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("county.yml"), """
                id: county
                publisher: 某县人民政府
                region: 991102
                issuer_kind: government
                report_kind: rule_of_law
                listings:
                  - url: https://www.county.gov.cn/l20.html
                since: 2015
                """);
        Source source = SourceRegistry.read(folder).sources().get(0);
        TreeMap<String, List<String>> wrong = new TreeMap<>();
        String html = Shared.text(Shared.path("cases/pages/l20-titles.html"));
        for (Element row : Jsoup.parse(html, "https://www.county.gov.cn/").select("a[href^=/f/]")) {
            Link link = new Link(URI.create(row.absUrl("href")), row.attr("title"), Optional.empty(), 0);
            boolean isTaken = LinkFilter.judge(source, link) instanceof Verdict.Taken;
            String name = row.attr("href").substring("/f/".length());
            if (isTaken != name.startsWith("p")) {
                wrong.put(name, List.of(row.attr("title") + ": expected the other, got taken " + isTaken));
            }
        }
        check(wrong, OPEN_TITLES);
    }

    /** What differs from the right answer of the page. */
    private interface PageCase {

        Optional<String> differences(Reading reading);

        static PageCase read(Function<Reading.Read, String> value, String expected) {
            return reading -> {
                String got = reading instanceof Reading.Read read ? value.apply(read) : reading.toString();
                return got.equals(expected) ? Optional.empty() : Optional.of("expected " + expected + ", got " + got);
            };
        }

        static PageCase keptBack(Reason reason, String detail) {
            return reading -> reading instanceof Reading.Quarantined kept
                            && kept.reason() == reason
                            && kept.detail().contains(detail)
                    ? Optional.empty()
                    : Optional.of("expected " + reason.code() + " with " + detail + ", got " + reading);
        }
    }

    /** The right answers as {@code cases/README.md} says them; every report of the folder has the same figures. */
    private static final Map<String, PageCase> PAGES = Map.of(
            "d01", PageCase.read(read -> read.facts().publishedDate().orElse(""), "2024-03-22"),
            "d02",
                    PageCase.read(
                            read -> read.facts().publishedDate().orElse("") + " "
                                    + (read.stripped()
                                                    .metadata()
                                                    .all(PageMetadata.Field.PUBLISHED_DATE)
                                                    .size()
                                            > 1),
                            "2024-03-22 true"),
            "d03", PageCase.read(RealCasesTest::size, "305 characters, 15 figures at 15 places"),
            "d03b", PageCase.read(RealCasesTest::size, "305 characters, 15 figures at 15 places"),
            "d04",
                    PageCase.read(
                            read -> read.facts().indexNumber().orElse("") + " "
                                    + read.stripped()
                                            .metadata()
                                            .first(PageMetadata.Field.PUBLISHER)
                                            .orElse("") + " "
                                    + read.facts().publishedDate().orElse("") + " "
                                    + read.facts().writtenDate().orElse(""),
                            "CL7684Q/2024-00112 澄岭县司法局 2024-03-22 2024-03-20"),
            "d07", PageCase.read(RealCasesTest::size, "305 characters, 15 figures at 15 places"),
            "d10", PageCase.read(RealCasesTest::size, "305 characters, 15 figures at 15 places"),
            // The framed page does not lie beside it.
            "d11", PageCase.keptBack(Reason.BODY_IN_FRAME, "./W020240322.html"),
            "d13", PageCase.keptBack(Reason.NEEDS_OCR, "6 pictures"),
            "t20240322_88", PageCase.keptBack(Reason.MORE_PAGES, "t20240322_88_1.html, t20240322_88_2.html"));

    private static String size(Reading.Read read) {
        long places = read.facts().figures().stream()
                .map(figure -> figure.span())
                .distinct()
                .count();
        return read.facts().repairedText().length() + " characters, "
                + read.facts().figures().size() + " figures at " + places + " places";
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
