package org.fazhi.reading.figures;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a number states a change against before. 压缩审批时限61天 does; 压缩至3天 states where the change ended, and
 * 提升21个项目 says what was worked on, so neither does.
 */
final class ChangeRules {

    private static final String GROWS =
            "(?<!负)增长(?!点|极)|增加(?!值)|净增|新增|上升(?!通道|空间)|上涨|攀升|增幅|涨幅|升幅|增速|提速|多增|增(?![加值长设强补派])";
    private static final String IMPROVES = "提高|提升|扩大|上调|上浮|改善";
    private static final String SHRINKS =
            "负增长|减少|压缩|压减|精简|精减|缩短|缩减|下降(?!通道|空间)|降低|下调|削减|回落|降幅|减幅|压降|再减|再降|下跌|锐减|减(?![轻负免税灾排])|降";

    private static final Set<String> GROWING =
            Set.of("增长", "增加", "净增", "新增", "上升", "上涨", "攀升", "增幅", "涨幅", "升幅", "增速", "提速", "多增", "增");

    private static final Set<String> IMPROVING = Set.of(IMPROVES.split("\\|"));

    /** The verb, then at most a short object without a verb of its own, then the number. */
    private static final Pattern VERB = Pattern.compile("(" + GROWS + "|" + IMPROVES + "|" + SHRINKS
            + ")(了|率|幅度|比例)?([^，,。；;：:、\\d]{0,14}?)(达到|达|为|共|共计|累计|平均|超过)?$");

    /** The characters that the verbs begin with. */
    private static final String VERB_STARTS = "增净新上攀涨升提多扩改减压精缩下降削回再跌锐负";

    /** Beside these 新增 is more than before; without them it counts what is new: 新增调解室3个. */
    private static final Pattern COMPARED = Pattern.compile("[较比]|同期|环比");

    /** A rate of compression is a level: 承诺时限压缩比70%. */
    private static final Pattern COMPRESSION_RATE = Pattern.compile("时限(?:的)?(?:压缩|压减|缩短)(?:比例?|率|幅度)");

    /** More than others or than asked is not more than before: 较全市平均值高0.9个百分点. */
    private static final Pattern AGAINST_OTHERS = Pattern.compile(
            "(?:较|比)[^，,。；;：:、]{0,10}?(?:平均|指标|标准|目标|要求|规定|全国|全省|全市|全县|全区|省定|市定)[^，,。；;：:、]{0,6}?(?:多|少|高|低)(?:了|出)?$");

    private static final Pattern LESS_OR_MORE = Pattern.compile("(?:较|比)[^，,。；;：:、]{0,14}?(多|少|高|低)(?:了|出)?$");

    /** After these the number is the level reached, not the step. */
    private static final Pattern LEVEL = Pattern.compile("[至到成]|为$|控制在|保持|稳定在");

    private static final Pattern OTHER_VERB = Pattern.compile(
            "办理(?!环节|时|流程|期|周)|受理|开展|召开|举办|化解|审查|审核|审结|组织|建成|建设|打造|解决|查处|服务|覆盖|惠及|培训|完成|发放|出具|制定|出台|收到|共有|推出|设立|建立|配备");

    private static final Pattern CONNECTION =
            Pattern.compile("(?:|(?:、|和|与|及|以及)(?![^，]*(?:达|占|为|率|至|到|共|已))[^，,。；;：:、（(\\d]{0,12})");

    private static final Pattern CUT_OBJECT =
            Pattern.compile("^(?:个|项|份|件|条|天|次)?(?:审批|办事|办理|申请|申报|证明|前置)?(?:环节|材料|要件|时限|时间|成本|流程|步骤|证明|跑动)");

    private static final String CLAUSE_END = "，,。；;：:、！？）)\n";

    private ChangeRules() {}

    /**
     * @param clause what stands before the number in its clause
     * @param after what follows the figure
     */
    static Optional<Change> of(String clause, String after, Mention mention) {
        if ((clause.contains("时限") && COMPRESSION_RATE.matcher(clause).find())
                || AGAINST_OTHERS.matcher(clause).find()) {
            return Optional.empty();
        }
        Matcher comparison = LESS_OR_MORE.matcher(clause);
        if ((clause.indexOf('较') >= 0 || clause.indexOf('比') >= 0) && comparison.find()) {
            boolean up = comparison.group(1).equals("多") || comparison.group(1).equals("高");
            return Optional.of(up ? Change.INCREASE : Change.DECREASE);
        }
        Matcher verb = VERB.matcher(clause);
        for (int i = 0; i < clause.length(); i++) {
            if (VERB_STARTS.indexOf(clause.charAt(i)) >= 0
                    && verb.region(i, clause.length()).lookingAt()) {
                Optional<Change> change = judge(clause, after, mention, verb);
                if (change.isPresent()) {
                    return change;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Change> judge(String clause, String after, Mention mention, Matcher verb) {
        String word = verb.group(1);
        String object = verb.group(3);
        if (LEVEL.matcher(object).find()
                || OTHER_VERB.matcher(object).find()
                || isOtherWord(clause, verb)
                || isLevel(verb)) {
            return Optional.empty();
        }
        if (word.equals("新增") && !COMPARED.matcher(clause).find()) {
            return Optional.empty();
        }
        boolean last = after.isEmpty() || CLAUSE_END.indexOf(after.charAt(0)) >= 0 || Numerals.isBlank(after.charAt(0));
        boolean measured = mention.isShare() || mention.unit().equals("倍");
        if (IMPROVING.contains(word)) {
            boolean step = measured || (last && "分元天小时个工作日位分钟米公里亩平方米".contains(mention.unit()));
            return step ? Optional.of(Change.INCREASE) : Optional.empty();
        }
        boolean grows = GROWING.contains(word);
        boolean stands = measured || last || !object.isEmpty() || word.length() > 1;
        if (!stands) {
            return Optional.empty();
        }
        if (!grows && !measured && !last && !CUT_OBJECT.matcher(after).find() && !"下降减少降低".contains(word)) {
            return Optional.empty();
        }
        return Optional.of(grows ? Change.INCREASE : Change.DECREASE);
    }

    /** 缩短为2天 is where it ended; 降幅为9.3% and 压缩比例为60% are how far it went. */
    private static boolean isLevel(Matcher verb) {
        boolean noun = verb.group(1).endsWith("幅") || verb.group(1).endsWith("速") || verb.group(2) != null;
        return "为".equals(verb.group(4)) && !noun;
    }

    /**
     * Whether a mention goes on with the change of the one before it: 下降30.7%、26.1%; 新增调解员12名、联络点6个.
     *
     * @param between what stands between the two
     */
    static boolean carries(String between, Mention previous, Mention mention) {
        boolean alike = previous.isShare() == mention.isShare();
        return alike
                && CONNECTION.matcher(between).matches()
                && !OTHER_VERB.matcher(between).find();
    }

    /** A lone 增, 减 or 降 is the verb only beside 同比, 环比 or a comparison; in 减免 or 增设 it is another word. */
    private static boolean isOtherWord(String clause, Matcher verb) {
        String word = verb.group(1);
        if (word.length() > 1
                || CUT_OBJECT.matcher(clause.substring(verb.end(1))).find()) {
            return false;
        }
        String before = clause.substring(0, verb.start());
        return !(verb.group(3).isEmpty()
                && (before.endsWith("同比") || before.endsWith("环比") || before.contains("较") || before.contains("比上")));
    }
}
