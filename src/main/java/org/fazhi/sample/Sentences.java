package org.fazhi.sample;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says facts in sentences: fills the templates of {@code sentences.yml}. */
final class Sentences {

    private static final Pattern OPTIONAL = Pattern.compile("\\[([^\\[\\]]*)]");
    private static final Pattern SLOT = Pattern.compile("\\{([a-z_.]+)\\|([^}]+)}");
    private static final Pattern WORD = Pattern.compile("\\{([^|{}]+)}");
    private static final BigDecimal WAN = BigDecimal.valueOf(10_000);
    private static final BigDecimal YI = BigDecimal.valueOf(100_000_000);

    private final Map<String, Topic> topics;

    private Sentences(Map<String, Topic> topics) {
        this.topics = topics;
    }

    /** An entry of the file. */
    record Topic(String chapter, List<String> heading, List<String> say, List<String> follow) {}

    static Sentences read() {
        Map<String, Topic> topics = new LinkedHashMap<>();
        Wording file = Wording.read("sentences.yml");
        for (String name : file.keys()) {
            Wording topic = file.in(name);
            topics.put(
                    name,
                    new Topic(
                            topic.text("chapter"),
                            topic.texts("heading"),
                            topic.texts("say"),
                            topic.has("follow") ? topic.texts("follow") : List.of()));
        }
        return new Sentences(topics);
    }

    Topic topic(String name) {
        return Optional.ofNullable(topics.get(name))
                .orElseThrow(
                        () -> new IllegalArgumentException("sentences.yml: expected a topic " + name + ", found none"));
    }

    String heading(Report report, String topic) {
        return words(report.choose("heading" + topic, topic(topic).heading()), report.bodyYear());
    }

    /** The sentences that state a report's facts of a topic, each fact once. */
    String say(Report report, String topic) {
        Map<String, Fact> facts = new LinkedHashMap<>();
        report.facts().stream()
                .filter(fact -> fact.topic().equals(topic))
                .forEach(fact -> facts.put(fact.name(), fact));
        List<String> able = topic(topic).say().stream()
                .filter(template -> facts.keySet().stream().allMatch(name -> template.contains('{' + name + '|')))
                .filter(template -> saysNothingElse(template, facts))
                .toList();
        if (able.isEmpty()) {
            throw new IllegalArgumentException(
                    "sentences.yml: " + topic + ": expected a phrasing for " + facts.keySet() + ", found none");
        }
        String text = report.choose("say" + topic, able);
        text = replace(OPTIONAL, text, match -> slotsOf(match.group(1), facts) ? match.group(1) : "");
        text = replace(
                SLOT, text, match -> number(report, Objects.requireNonNull(facts.get(match.group(1))), match.group(2)));
        Optional<String> asOf = facts.values().iterator().next().asOf();
        return words(text.replace("{when}", when(report, topic, asOf)), report.bodyYear());
    }

    /** A sentence without a figure that may stand after the facts; empty for about one report in four. */
    String follow(Report report, String topic) {
        List<String> follow = topic(topic).follow();
        if (follow.isEmpty() || report.choice("whether" + topic, 4) == 0) {
            return "";
        }
        return words(report.choose("follow" + topic, follow), report.bodyYear());
    }

    /** Fills the words of a body and year: {地}, {年} and their like. */
    static String words(String template, BodyYear occasion) {
        Body body = occasion.body();
        return replace(WORD, template, match -> switch (match.group(1)) {
            case "年" -> String.valueOf(occasion.year());
            case "次年" -> String.valueOf(occasion.year() + 1);
            case "地" -> body.place();
            case "县" -> body.rank();
            case "代" -> body.documentWord();
            case "全称" -> body.publisher();
            case "发" -> body.isGovernment() ? body.county() : body.publisher();
            case "本" -> body.isGovernment() ? body.rank() + "政府" : "我局";
            case "学法" -> body.isGovernment() ? body.rank() + "政府常务会议" : "局党组理论学习中心组";
            default -> throw new IllegalArgumentException("expected a known word in braces, got " + match.group());
        });
    }

    private static boolean saysNothingElse(String template, Map<String, Fact> facts) {
        return slotsOf(OPTIONAL.matcher(template).replaceAll(""), facts);
    }

    private static boolean slotsOf(String template, Map<String, Fact> facts) {
        return SLOT.matcher(template).results().allMatch(match -> facts.containsKey(match.group(1)));
    }

    private static String when(Report report, String topic, Optional<String> asOf) {
        if (asOf.isPresent()) {
            int month = Integer.parseInt(asOf.get().substring(5));
            return month == 6 ? report.year() + "年上半年，" : "截至" + report.year() + "年" + month + "月底，";
        }
        List<String> whole = List.of(report.year() + "年，", "全年", report.year() + "年，", "一年来，", "");
        boolean isPartYearNear =
                report.facts().stream().anyMatch(fact -> fact.asOf().isPresent());
        // Without a period of its own a sentence could be read on under 截至11月底 of the one before.
        return report.choose("when" + topic, isPartYearNear ? whole.subList(0, 4) : whole);
    }

    /** Number, qualifier and classifier as the genre writes them: 1600余件, 近5万人次, 93.6%. */
    static String number(Report report, Fact fact, String classifier) {
        BigDecimal value = fact.value();
        String scale = "";
        String unit = classifier;
        if (classifier.startsWith("万") || classifier.startsWith("亿")) {
            BigDecimal divisor = classifier.startsWith("万") ? WAN : YI;
            BigDecimal scaled = value.divide(divisor);
            unit = classifier.substring(1);
            // 0.3万份 is not how a person writes 3000份
            if (scaled.compareTo(BigDecimal.ONE) >= 0) {
                value = scaled;
                scale = classifier.substring(0, 1);
            }
        }
        String digits = value.stripTrailingZeros().toPlainString();
        return switch (fact.qualifier()) {
            case "exact", "at_least" -> digits + scale + unit;
            case "more_than" ->
                report.choice("余" + fact.name(), 3) == 0 ? digits + scale + "多" + unit : digits + scale + "余" + unit;
            case "nearly" -> "近" + digits + scale + unit;
            case "about" -> "约" + digits + scale + unit;
            default -> throw new IllegalArgumentException("expected a known qualifier, got " + fact.qualifier());
        };
    }

    private interface Replacement {
        String of(java.util.regex.MatchResult match);
    }

    private static String replace(Pattern pattern, String text, Replacement replacement) {
        return pattern.matcher(text).replaceAll(match -> Matcher.quoteReplacement(replacement.of(match)));
    }
}
