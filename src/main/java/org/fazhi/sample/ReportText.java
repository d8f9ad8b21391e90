package org.fazhi.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes a report: divides its facts over chapters as {@code chapters.yml} says and lets {@link Sentences} say them. */
final class ReportText {

    private static final List<String> NUMERALS = List.of("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二");
    private static final String LEADERSHIP = "leadership";
    private static final String PLAN = "plan";
    private static final String SUMMARY = "summary";

    private final Sentences sentences;
    private final Wording wording;

    ReportText(Sentences sentences) {
        this.sentences = sentences;
        this.wording = Wording.read("chapters.yml");
    }

    /** The report's paragraphs, title and signature included, without damage. */
    List<ReportLine> lines(Report report) {
        List<ReportLine> lines = new ArrayList<>();
        report.documentNumber()
                .filter(number -> report.body().isGovernment())
                .ifPresent(number -> lines.add(new ReportLine(ReportLine.Place.HEAD, 0, 0, number)));
        if (report.choice("addressee", 3) == 0 && report.body().isGovernment()) {
            lines.add(new ReportLine(
                    ReportLine.Place.HEAD, 0, 0, "中共" + report.body().county() + "委员会："));
        }
        lines.add(ReportLine.paragraph(pick(report, "opening", wording.texts("opening"))));
        for (String topic : topics(report, SUMMARY)) {
            lines.add(ReportLine.paragraph(said(report, topic)));
        }
        switch (report.form()) {
            case PARTS -> parts(report, lines);
            case FIELDS -> fields(report, lines);
            case BUREAU -> bureau(report, lines);
        }
        String closing = pick(report, "closing", wording.texts("closing"));
        if (!closing.isEmpty()) {
            lines.add(ReportLine.paragraph(closing));
        }
        lines.add(new ReportLine(ReportLine.Place.SIGNATURE, 0, 0, report.body().publisher()));
        lines.add(new ReportLine(ReportLine.Place.SIGNATURE, 0, 0, chineseDate(report.written())));
        return lines;
    }

    static String chineseDate(LocalDate date) {
        return date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
    }

    /** 一、举措和成效 with （一） and 1.; then 第一责任人, 不足, 安排: the parts 厅字〔2019〕28号 asks for. */
    private void parts(Report report, List<ReportLine> lines) {
        lines.add(level1(0, part(report, "achievements")));
        int chapterNumber = 0;
        for (String chapter : chapters(report)) {
            if (chapter.equals(LEADERSHIP)) {
                continue;
            }
            lines.add(
                    ReportLine.heading(2, "（" + NUMERALS.get(chapterNumber++) + "）" + chapterHeading(report, chapter)));
            int number = 0;
            for (String topic : topics(report, chapter)) {
                lines.add(ReportLine.opened(3, ++number + "." + sentences.heading(report, topic), said(report, topic)));
            }
        }
        int next = 1;
        if (!topics(report, LEADERSHIP).isEmpty()) {
            lines.add(level1(next++, part(report, LEADERSHIP)));
            lines.add(ReportLine.paragraph(items(report, LEADERSHIP)));
        }
        lines.add(level1(next++, part(report, "problems")));
        lines.add(ReportLine.paragraph(problems(report)));
        lines.add(level1(next, part(report, PLAN)));
        plan(report, lines);
    }

    /** A field a level-1 chapter; its work as 一是…二是… in one paragraph. */
    private void fields(Report report, List<ReportLine> lines) {
        int number = 0;
        for (String chapter : chapters(report)) {
            lines.add(level1(number++, chapterHeading(report, chapter)));
            lines.add(ReportLine.paragraph(
                    pick(report, "opening" + chapter, wording.texts("chapter_openings")) + items(report, chapter)));
        }
        lines.add(level1(number++, part(report, "problems")));
        lines.add(ReportLine.paragraph(problems(report)));
        lines.add(level1(number, part(report, PLAN)));
        plan(report, lines);
    }

    /** 一、工作情况 with （一）…。 opening its paragraph; then 问题 and 打算. */
    private void bureau(Report report, List<ReportLine> lines) {
        lines.add(level1(0, part(report, "achievements")));
        int number = 0;
        for (String chapter : chapters(report)) {
            lines.add(ReportLine.opened(
                    2,
                    "（" + NUMERALS.get(number++) + "）" + chapterHeading(report, chapter),
                    pick(report, "opening" + chapter, wording.texts("chapter_openings")) + items(report, chapter)));
        }
        lines.add(level1(1, part(report, "problems")));
        lines.add(ReportLine.paragraph(problems(report)));
        lines.add(level1(2, part(report, PLAN)));
        plan(report, lines);
    }

    private static ReportLine level1(int number, String heading) {
        return ReportLine.heading(1, NUMERALS.get(number) + "、" + heading);
    }

    private String items(Report report, String chapter) {
        StringBuilder text = new StringBuilder();
        List<String> topics = topics(report, chapter);
        for (int i = 0; i < topics.size(); i++) {
            text.append(topics.size() == 1 ? "" : NUMERALS.get(i) + "是");
            text.append(sentences.heading(report, topics.get(i))).append('。').append(said(report, topics.get(i)));
        }
        return text.toString();
    }

    private String said(Report report, String topic) {
        return sentences.say(report, topic) + sentences.follow(report, topic);
    }

    private String problems(Report report) {
        Wording problems = wording.in("problems");
        List<String> items = some(report, "problem", problems.texts("items"), 3);
        StringBuilder text = new StringBuilder(pick(report, "problems", problems.texts("opening")));
        for (int i = 0; i < items.size(); i++) {
            text.append(NUMERALS.get(i)).append("是").append(items.get(i)).append(i + 1 < items.size() ? "；" : "。");
        }
        return text + pick(report, "cause", problems.texts("cause"));
    }

    private void plan(Report report, List<ReportLine> lines) {
        Wording plan = wording.in(PLAN);
        lines.add(ReportLine.paragraph(pick(report, "planned", plan.texts("opening"))));
        Map<String, String> items = new LinkedHashMap<>();
        for (Wording item : some(report, "plan", plan.items("items"), 2)) {
            items.put(item.text("heading"), Sentences.words(item.text("text"), report.bodyYear()));
        }
        for (String topic : topics(report, PLAN)) {
            items.put(sentences.heading(report, topic), said(report, topic));
        }
        int number = 0;
        for (Map.Entry<String, String> item : items.entrySet()) {
            lines.add(ReportLine.opened(2, "（" + NUMERALS.get(number++) + "）" + item.getKey(), item.getValue()));
        }
    }

    private String part(Report report, String name) {
        return pick(report, "part" + name, wording.in("parts").texts(name));
    }

    private String chapterHeading(Report report, String chapter) {
        return pick(report, "chapter" + chapter, wording.in("chapters").texts(chapter));
    }

    private String pick(Report report, String purpose, List<String> among) {
        return Sentences.words(report.choose(purpose, among), report.bodyYear());
    }

    /** A run of the list that starts at a place of the report's own. */
    private static <T> List<T> some(Report report, String purpose, List<T> among, int count) {
        List<T> turned = new ArrayList<>(among);
        Collections.rotate(turned, report.choice(purpose, among.size()));
        return turned.subList(0, count);
    }

    /** The chapters the report has facts for, in the order of the file. */
    private List<String> chapters(Report report) {
        return wording.in("chapters").keys().stream()
                .filter(chapter -> !topics(report, chapter).isEmpty())
                .toList();
    }

    private List<String> topics(Report report, String chapter) {
        Set<String> topics = new LinkedHashSet<>();
        for (Fact fact : report.facts()) {
            if (sentences.topic(fact.topic()).chapter().equals(chapter)) {
                topics.add(fact.topic());
            }
        }
        return List.copyOf(topics);
    }
}
