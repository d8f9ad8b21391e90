package org.fazhi.reading;

import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fazhi.reading.figures.NumeralReader;

/**
 * A line of {@code cases/meaning.jsonl}: a text, put into a report around it where it is a sentence, and in words what must
 * be read from it. A wording that is not known is an error, so that no case is passed over.
 */
record MeaningCase(String kind, String text, String expected) {

    private static final String FILL = "一年来，全县坚持稳中求进，持续完善制度，规范各类行为，加强监督制约，推动各项工作稳步开展，群众的感受不断改善。";
    private static final String TITLE = "云栖县人民政府2024年法治政府建设年度报告\n";
    private static final String TAIL = "\n二、存在问题\n" + FILL + "\n三、下一步打算\n" + FILL + "\n云栖县人民政府\n2025年1月10日\n";

    private static final Pattern NUMBERS =
            Pattern.compile("((?:[0-9.]+万? ?[件次份个批人期场%]+(?:, | and )?)+) ?(no code|[a-z_.]+)?(?: \\(.*\\))?");

    private static final Pattern NUMBER = Pattern.compile("([0-9.]+)(万?) ?([件次份个批人期场%]+)");

    PageInput page() {
        if (text.startsWith("<title>")) {
            String body = text.substring(text.indexOf("</title>") + 11).replaceAll("\\(.*?\\)", "");
            String html = "<html><head>" + text.substring(0, text.indexOf("</title>") + 8)
                    + "</head><body><div class=content><p>"
                    + body.replace("…", "法治政府建设稳步推进。") + "</p><p>" + FILL + FILL + "</p><p>" + FILL
                    + "</p></div></body></html>";
            return PageInput.alone(URI.create("file:///case.html"), html, true);
        }
        return PageInput.alone(URI.create("file:///case.txt"), report(), false);
    }

    private String report() {
        if (text.startsWith("title ")) {
            return text.substring(6)
                            .replace("; text …", "\n")
                            .replaceAll("…$", "")
                            .replace("2024年…的", "2024年法治政府建设情况的") + "坚决扛起责任。\n" + FILL + FILL + FILL;
        }
        String plain = text.replace("⏎", "\n").replaceAll("\\(no headline\\)", "");
        if (expected.startsWith("issuer") || plain.contains("成文日期")) {
            boolean isHeadless = text.startsWith("2024年");
            plain = plain.startsWith("现将") ? "一年来，各项工作稳步开展。" + plain : plain;
            return (expected.startsWith("issuer") ? "" : TITLE)
                    + plain.replace("…", isHeadless ? "习近平法治思想，扎实推进法治政府建设。" : "发布机构 云栖市教育局")
                    + "\n" + FILL + FILL + FILL;
        }
        boolean closesItself = plain.endsWith("2025年1月10日");
        String opening = plain.startsWith("一") ? "" : "一、主要工作\n";
        return TITLE + FILL + FILL + FILL + "\n" + opening + plain.replaceFirst("^…", "") + (closesItself ? "" : TAIL);
    }

    /** What differs; empty where all is as expected. */
    List<String> differences(Reading reading) {
        if (!(reading instanceof Reading.Read read)) {
            return List.of("not read: " + reading);
        }
        DocumentFacts facts = read.facts();
        if (expected.startsWith("figures ")
                || expected.startsWith("only ")
                || expected.matches("[0-9]+ 人 and [0-9]+ 个")) {
            return exactly(facts);
        }
        List<String> differences = new ArrayList<>();
        for (String part : expected.split("; (?![a-z]+ [^;]*\\))|, (?=written|issuer)")) {
            difference(part, facts).ifPresent(differences::add);
        }
        return differences;
    }

    private Optional<String> difference(String part, DocumentFacts facts) {
        String[] words = part.split(" ", 4);
        boolean holds;
        if (part.startsWith("issuer ")) {
            holds = facts.issuer().equals(part.substring(7).replaceAll(" \\(.*", ""));
        } else if (part.startsWith("title null")) {
            holds = facts.title().isEmpty();
        } else if (part.startsWith("index_number ")) {
            holds = facts.indexNumber().equals(Optional.of(words[1]));
        } else if (part.startsWith("written ")) {
            holds = facts.writtenDate().equals(Optional.of(words[1]));
        } else if (part.startsWith("level ")) {
            holds = facts.sections().stream()
                    .anyMatch(section -> section.level() == Integer.parseInt(words[1])
                            && section.number().equals(words[2])
                            && section.heading().contains(words[3]));
        } else if (part.equals("one section 一")) {
            holds = facts.sections().stream()
                            .filter(section -> section.number().equals("一"))
                            .count()
                    == 1;
        } else {
            return codes(part, facts);
        }
        return holds
                ? Optional.empty()
                : Optional.of("expected " + part + ", got " + facts.issuer() + " " + facts.title() + " "
                        + facts.indexNumber() + " " + facts.writtenDate() + " " + facts.sections());
    }

    /** Numbers with a code, or with none. */
    private static Optional<String> codes(String part, DocumentFacts facts) {
        Matcher numbers = NUMBERS.matcher(part.strip());
        if (!numbers.matches()) {
            throw new IllegalArgumentException("expected numbers and a code, got " + part);
        }
        String code = numbers.group(2) == null || numbers.group(2).equals("no code") ? "" : numbers.group(2);
        Matcher number = NUMBER.matcher(numbers.group(1));
        List<String> differences = new ArrayList<>();
        while (number.find()) {
            BigDecimal value =
                    NumeralReader.parse(number.group(1) + number.group(2)).orElseThrow();
            List<String> found = facts.figures().stream()
                    .filter(figure -> figure.value().compareTo(value) == 0)
                    .map(figure -> figure.code().orElse(""))
                    .toList();
            if (found.size() != 1
                    || !(found.get(0).equals(code)
                            || !code.isEmpty() && found.get(0).endsWith("." + code))) {
                differences.add(number.group() + ": expected " + code + ", got " + found);
            }
        }
        return differences.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", differences));
    }

    /** The numbers and no others. */
    private List<String> exactly(DocumentFacts facts) {
        List<BigDecimal> wanted = new ArrayList<>();
        Matcher number = Pattern.compile("[0-9]+").matcher(expected);
        while (number.find()) {
            wanted.add(new BigDecimal(number.group()));
        }
        List<BigDecimal> found =
                facts.figures().stream().map(DocumentFacts.FigureFact::value).toList();
        return found.equals(wanted) ? List.of() : List.of("expected " + expected + ", got " + found);
    }
}
