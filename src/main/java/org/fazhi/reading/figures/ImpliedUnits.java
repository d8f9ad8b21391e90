package org.fazhi.reading.figures;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The unit of a number that has none of its own, where the sentence leaves no doubt of it. */
final class ImpliedUnits {

    private static final String LINK =
            "(?:均|都|也|则|分别|仅|仍|继续)?(?:为|是|达到|达|至|到|保持在|保持为|稳定为|降至|升至|增至|增加到|增长到|突破|控制在|有|：|:)?(?:了|近|约|超|超过)?$";

    private static final Pattern SHARE = Pattern.compile("(?:[^效频功]率|占比|比例|比重|满意度|知晓度|覆盖面|认可度)" + LINK);

    private static final Pattern VIEWS = Pattern.compile("(?:阅读|浏览|点击|播放|访问|点赞|转发|观看|曝光)(?:总)?(?:人?次)?(?:数|量)" + LINK);

    private static final Pattern PEOPLE = Pattern.compile("(?:粉丝|人)(?:数|量|总数|数量)?" + LINK);

    private static final Pattern NUMBER_OF_PEOPLE = Pattern.compile(".*(?:粉丝|人)(?:数|量).*");

    private static final Pattern CASES = Pattern.compile("(?:案件|诉讼|复议|事故)(?:发生|数|量|数量|总数)?" + LINK);

    private static final Pattern SCORE = Pattern.compile("(?:得分|评分|总分|均分)" + LINK);

    /** Nouns that are counted with 个 when a classifier stands between: 12部门. */
    private static final Pattern COUNTED_NOUN =
            Pattern.compile("^(?:乡镇|镇街|镇办|镇乡|街道|社区|行政村|村居|村社|部门|单位|县区|区县|县市|市县|地市|项目|方面|企业|点位|窗口|园区|科室)");

    /** 9镇2街道, 18镇均: a township counted and not named. */
    private static final Pattern TOWNSHIPS = Pattern.compile("^[镇乡村](?:[0-9、，,。；（(和及均共]|$)");

    /** The next number of a list whose unit stands at its end: 民事12、刑事8件. */
    private static final Pattern LIST_REST = Pattern.compile("^[、和及][^，,。；;：:！？\\n\\d０-９]{0,8}(?=[\\d０-９])");

    /** Persons and households named right after a number: 3.2万群众, 1031万农户. */
    private static final Pattern PEOPLE_NOUN =
            Pattern.compile("^(?:群众|居民|村民|职工|师生|学生|干部|党员|市民|农民|网民|律师|调解员|志愿者|网格员|执法人员|工作人员|法律明白人|青少年|未成年人)");

    private static final Pattern HOUSEHOLD_NOUN = Pattern.compile("^(?:农户|住户|家庭|商户)");

    private static final int LONGEST_LIST = 8;

    private static final BigDecimal FIRST_YEAR = BigDecimal.valueOf(1900);
    private static final BigDecimal LAST_YEAR = BigDecimal.valueOf(2100);

    private ImpliedUnits() {}

    /**
     * The unit and where the figure ends.
     *
     * @param end one past the number and its open mark
     */
    static Optional<Unit> of(String text, String clause, Numeral number, int end, int limit) {
        char next = end < limit ? text.charAt(end) : '\n';
        boolean closes = "，,。；;、）)！\n\r\t ".indexOf(next) >= 0;
        if (!number.isArabic()) {
            boolean none = number.value().signum() == 0
                    && closes
                    && SHARE.matcher(clause).find();
            return none ? Optional.of(new Unit(end, "%", BigDecimal.ONE)) : Optional.empty();
        }
        Optional<Unit> ofCell = isYear(number) ? Optional.empty() : TableUnits.of(text, number, limit);
        if (ofCell.isPresent()) {
            return ofCell;
        }
        int plus = next == '+' || next == '＋' ? end + 1 : end;
        if (closes || plus > end) {
            Optional<String> named = named(clause, number);
            if (named.isPresent()) {
                return named.map(name -> new Unit(plus, name, BigDecimal.ONE));
            }
        }
        if (isYear(number) || clause.isEmpty()) {
            return Optional.empty();
        }
        if (COUNTED_NOUN.matcher(text.substring(end, Math.min(limit, end + 4))).find()) {
            return Optional.of(new Unit(end, "个", BigDecimal.ONE));
        }
        if (TOWNSHIPS.matcher(text.substring(end, Math.min(limit, end + 2))).find()) {
            return Optional.of(new Unit(end, "个", BigDecimal.ONE));
        }
        String noun = text.substring(end, Math.min(limit, end + 5));
        if (PEOPLE_NOUN.matcher(noun).find()) {
            return Optional.of(new Unit(end, "人", BigDecimal.ONE));
        }
        if (HOUSEHOLD_NOUN.matcher(noun).find()) {
            return Optional.of(new Unit(end, "户", BigDecimal.ONE));
        }
        return listUnit(text, clause, end, limit);
    }

    private static Optional<String> named(String clause, Numeral number) {
        if (SHARE.matcher(clause).find()) {
            return Optional.of("%");
        }
        if (VIEWS.matcher(clause).find()) {
            return Optional.of("次");
        }
        if (SCORE.matcher(clause).find()) {
            return Optional.of("分");
        }
        if (isYear(number)) {
            return Optional.empty();
        }
        if (CASES.matcher(clause).find()) {
            return Optional.of("件");
        }
        return NUMBER_OF_PEOPLE.matcher(clause).matches()
                        && PEOPLE.matcher(clause).find()
                ? Optional.of("人")
                : Optional.empty();
    }

    /** Walks the list to its first number with a unit; a 万 or 亿 written there once belongs to every number of it. */
    private static Optional<Unit> listUnit(String text, String clause, int end, int limit) {
        char before = clause.charAt(clause.length() - 1);
        if (before < '一' || "第前后至".indexOf(before) >= 0) {
            return Optional.empty();
        }
        int at = end;
        for (int i = 0; i < LONGEST_LIST; i++) {
            Matcher rest = LIST_REST.matcher(text.substring(at, Math.min(limit, at + 12)));
            Optional<Numeral> next =
                    rest.find() ? NumeralReader.readAt(text, at + rest.end(), limit) : Optional.empty();
            if (next.isEmpty() || isYear(next.get())) {
                return Optional.empty();
            }
            int after = next.get().span().end();
            Optional<Unit> unit = Units.at(text, after, limit);
            if (unit.isPresent()) {
                char last = text.charAt(after - 1);
                BigDecimal factor = Numerals.power(last) >= 4 ? Numerals.tenTo(Numerals.power(last)) : BigDecimal.ONE;
                return unit.filter(found -> !found.isDuration()).map(found -> new Unit(end, found.name(), factor));
            }
            at = after;
        }
        return Optional.empty();
    }

    private static boolean isYear(Numeral number) {
        return number.value().compareTo(FIRST_YEAR) >= 0 && number.value().compareTo(LAST_YEAR) <= 0;
    }
}
