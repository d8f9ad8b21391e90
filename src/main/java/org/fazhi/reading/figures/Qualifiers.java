package org.fazhi.reading.figures;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words before and after a number that say how near the value is to it. */
final class Qualifiers {

    /** A word and what it says. */
    record Word(String text, Qualifier qualifier) {}

    /** Longest first, so that 不超过 is not read as 超过. */
    private static final List<Word> BEFORE = List.of(
            new Word("原则上不超过", Qualifier.AT_MOST),
            new Word("不得低于", Qualifier.AT_LEAST),
            new Word("不得少于", Qualifier.AT_LEAST),
            new Word("不能低于", Qualifier.AT_LEAST),
            new Word("不能少于", Qualifier.AT_LEAST),
            new Word("不得超过", Qualifier.AT_MOST),
            new Word("不得高于", Qualifier.AT_MOST),
            new Word("不低于", Qualifier.AT_LEAST),
            new Word("不少于", Qualifier.AT_LEAST),
            new Word("不小于", Qualifier.AT_LEAST),
            new Word("不超过", Qualifier.AT_MOST),
            new Word("不高于", Qualifier.AT_MOST),
            new Word("不多于", Qualifier.AT_MOST),
            new Word("不大于", Qualifier.AT_MOST),
            new Word("高于", Qualifier.MORE_THAN),
            new Word("低于", Qualifier.AT_MOST),
            new Word("至少", Qualifier.AT_LEAST),
            new Word("最少", Qualifier.AT_LEAST),
            new Word("不下", Qualifier.AT_LEAST),
            new Word("至多", Qualifier.AT_MOST),
            new Word("最多", Qualifier.AT_MOST),
            new Word("不足", Qualifier.AT_MOST),
            new Word("不到", Qualifier.AT_MOST),
            new Word("将近", Qualifier.NEARLY),
            new Word("接近", Qualifier.NEARLY),
            new Word("超过", Qualifier.MORE_THAN),
            new Word("超出", Qualifier.MORE_THAN),
            new Word("突破", Qualifier.MORE_THAN),
            new Word("大约", Qualifier.ABOUT),
            new Word("约为", Qualifier.ABOUT),
            new Word("大概", Qualifier.ABOUT),
            new Word("近", Qualifier.NEARLY),
            new Word("约", Qualifier.ABOUT),
            new Word("超", Qualifier.MORE_THAN),
            new Word("逾", Qualifier.MORE_THAN),
            new Word("≥", Qualifier.AT_LEAST),
            new Word("≧", Qualifier.AT_LEAST),
            new Word("⩾", Qualifier.AT_LEAST),
            new Word("≤", Qualifier.AT_MOST),
            new Word("≦", Qualifier.AT_MOST),
            new Word("⩽", Qualifier.AT_MOST),
            new Word(">", Qualifier.MORE_THAN),
            new Word("＞", Qualifier.MORE_THAN),
            new Word("﹥", Qualifier.MORE_THAN),
            new Word("<", Qualifier.AT_MOST),
            new Word("＜", Qualifier.AT_MOST),
            new Word("﹤", Qualifier.AT_MOST),
            new Word("上", Qualifier.MORE_THAN));

    private static final List<Word> AFTER = List.of(
            new Word("及以上", Qualifier.MORE_THAN),
            new Word("以上", Qualifier.MORE_THAN),
            new Word("有余", Qualifier.MORE_THAN),
            new Word("左右", Qualifier.ABOUT),
            new Word("上下", Qualifier.ABOUT),
            new Word("及以下", Qualifier.AT_MOST),
            new Word("以内", Qualifier.AT_MOST),
            new Word("之内", Qualifier.AT_MOST),
            new Word("以下", Qualifier.AT_MOST),
            new Word("多", Qualifier.MORE_THAN),
            new Word("余", Qualifier.MORE_THAN),
            new Word("＋", Qualifier.MORE_THAN),
            new Word("+", Qualifier.MORE_THAN));

    /** The characters that words before a number end with. */
    private static final String BEFORE_ENDS = ends(BEFORE);

    /** The characters that words after a unit begin with. */
    private static final String AFTER_STARTS = starts(AFTER);

    private static final Pattern AT_LEAST_VERB = Pattern.compile("(?:至少|最少)(?:要|应|应当|需|能)?\\p{IsHan}{2}$");

    /** 不低于企业总数的40%. */
    private static final Pattern AT_LEAST_OF = Pattern.compile("不(?:低于|少于|小于)[^，,。；;：:、\\d]{1,16}的$");

    private static final Pattern ABOUT_VERB = Pattern.compile("(?:^|[^节签履契合预违公条邀])约(?:有|占|达|计|合|需)$");

    private static final Pattern MORE_THAN_VERB = Pattern.compile("(?:超过|突破|超出)了$");

    /** 节约30万元, 预约100人次, 公约12条: here 约 ends another word. */
    private static final Pattern OTHER_WORD_ON_YUE =
            Pattern.compile("[节签履契合违公条邀]约$|(?<!干)预约$|规民约$|规约$|(?<![征收筹募召采归])集约$");

    /** 附近10个, 最近3次: here 近 tells of place or time. */
    private static final String NOT_BEFORE_NEARLY = "附最邻临靠新";

    private Qualifiers() {}

    private static String ends(List<Word> words) {
        return words.stream()
                .map(word -> word.text().substring(word.text().length() - 1))
                .collect(Collectors.joining());
    }

    private static String starts(List<Word> words) {
        return words.stream().map(word -> word.text().substring(0, 1)).collect(Collectors.joining());
    }

    /** The qualifier that ends right before {@code numberStart}; 上 only before 百, 千, 万 that stand alone. */
    static Optional<Word> before(String text, int from, int numberStart, boolean bareMultiplier) {
        if (numberStart <= from || BEFORE_ENDS.indexOf(text.charAt(numberStart - 1)) < 0) {
            return Optional.empty();
        }
        for (Word word : BEFORE) {
            int start = numberStart - word.text().length();
            if (start >= from && text.startsWith(word.text(), start) && !isOtherWord(word, text, from, start)) {
                boolean vague = word.text().equals("上");
                return vague && !bareMultiplier ? Optional.empty() : Optional.of(word);
            }
        }
        return Optional.empty();
    }

    /** 至少开展1次, 约占三成, 突破了100件: a verb or particle stands between the word and the number. */
    static Optional<Qualifier> atDistance(String clause) {
        if (AT_LEAST_VERB.matcher(clause).find() || AT_LEAST_OF.matcher(clause).find()) {
            return Optional.of(Qualifier.AT_LEAST);
        }
        if (ABOUT_VERB.matcher(clause).find()) {
            return Optional.of(Qualifier.ABOUT);
        }
        return MORE_THAN_VERB.matcher(clause).find() ? Optional.of(Qualifier.MORE_THAN) : Optional.empty();
    }

    private static boolean isOtherWord(Word word, String text, int from, int start) {
        if (start <= from) {
            return false;
        }
        char previous = text.charAt(start - 1);
        return switch (word.text()) {
            case "近" -> NOT_BEFORE_NEARLY.indexOf(previous) >= 0;
            case "约" ->
                OTHER_WORD_ON_YUE
                        .matcher(text.substring(Math.max(from, start - 2), start + 1))
                        .find();
            case "上" -> "以网线会手身街路场".indexOf(previous) >= 0;
            case "不到", "不足" -> "得达找办做看".indexOf(previous) >= 0;
            default -> false;
        };
    }

    /** The qualifier that begins at {@code from}, after a unit. */
    static Optional<Word> after(String text, int from, int limit, String unit) {
        if (from >= limit || AFTER_STARTS.indexOf(text.charAt(from)) < 0) {
            return Optional.empty();
        }
        for (Word word : AFTER) {
            if (text.startsWith(word.text(), from) && from + word.text().length() <= limit) {
                return closes(word, text, from, limit, unit) ? Optional.of(word) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean closes(Word word, String text, int from, int limit, String unit) {
        int end = from + word.text().length();
        char next = end < limit ? text.charAt(end) : '\n';
        return switch (word.text()) {
            case "多", "余" -> "元倍公里小时个月米亩吨天周".contains(unit) && "部次元地种层方".indexOf(next) < 0;
            case "+", "＋" -> !isNamePart(next);
            case "以内", "之内", "以下" -> next != '简';
            default -> true;
        };
    }

    private static boolean isNamePart(char c) {
        return Numerals.isArabic(c) || Numerals.isChinese(c) || (c >= 'A' && c <= 'z') || c == '“';
    }
}
