package org.fazhi.reading.figures;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Of when a number speaks, by the words of its sentence and by the part of the report it stands in. */
final class TenseRules {

    private static final Pattern INTENDS = Pattern.compile(
            "力争|争取(?:到|在|实现|达)|预计|(?<![草模虚比])拟(?!定|订|任|稿|制|人|提拔|办意见|上市)|计划(?:于|在|用|到|新|开展|举办|组织|投入|培训|完成(?!率)|建设|招|出台|制定)"
                    + "|将(?:于|在|继续|进一步|开展|组织|举办|新增|新建|建设|推进|完成|出台|投入|达到|实现)");

    /** The characters that {@link #INTENDS} begins with. */
    private static final String INTENDS_STARTS = "力争预拟计将";

    /** 拟出台的文件12件 were laid before somebody this year, whatever becomes of them. */
    private static final Pattern LAID_BEFORE = Pattern.compile("拟[^，,。；;、拟]{1,8}的[^，,。；;拟]*$");

    /** 拟修改27件、宣布失效35件: the second was done. */
    private static final Pattern DONE_SINCE = Pattern.compile("拟[^拟]*[、和及](?:宣布|已|明确)[^、]*$");

    private static final Pattern SETTLED = Pattern.compile("已|共(?!同|享|建|治|计划)|完成了");

    private static final Pattern BOUND = Pattern.compile("(?<!的)(?:不得?超过|不得?高于|不多于|不大于|至多|最多)$");

    private static final Pattern RETROSPECT = Pattern.compile("^\\s*(?:截[至止]|目前|近年来|今年以来|一年来|过去一年)");

    /** Stands for the number in the clauses that {@link TargetSigns} are held against. */
    private static final String NUMBER = "#";

    private TenseRules() {}

    /**
     * @param isPlanned whether the place in the report speaks of the coming year
     * @param isCumulative whether 累计 or 自…以来 governs the sentence here
     * @param opening how the sentence begins
     * @param clause its last clause
     * @param after what follows the figure
     * @param isBesideTarget whether a target stands before it in its sentence or the one before
     */
    static Tense of(
            boolean isPlanned,
            boolean isCumulative,
            String opening,
            String clause,
            String after,
            Mention mention,
            boolean isBesideTarget) {
        boolean retrospect = RETROSPECT.matcher(opening).find();
        if (isPlanned && !retrospect) {
            return Tense.PLAN;
        }
        TargetSigns signs = TargetSigns.bundled();
        String told = clause + NUMBER + mention.unit();
        if (signs.tells(TargetSigns.Sign.SET, told)) {
            return Tense.TARGET;
        }
        boolean isIntended =
                intends(clause) && !SETTLED.matcher(clause).find() || signs.tells(TargetSigns.Sign.INTENDED, told);
        if (isIntended && !signs.tells(TargetSigns.Sign.CARRIED_OUT, after)) {
            return Tense.PLAN;
        }
        boolean bound = mention.qualifier() == Qualifier.AT_LEAST
                || (mention.qualifier() == Qualifier.AT_MOST && forbidsMore(clause));
        if (bound
                || signs.tells(TargetSigns.Sign.NORM, after)
                || signs.tells(TargetSigns.Sign.CONTRAST, after) && signs.tells(TargetSigns.Sign.AIM, told)
                || isCeilingSet(told, isBesideTarget)) {
            return Tense.TARGET;
        }
        boolean carried = !mention.isShare() || clause.contains("累计");
        return carried && isCumulative ? Tense.CUMULATIVE : Tense.ACTUAL;
    }

    /** 败诉率严格控制在5%以内, and 控制在5%以内 beside a target, say what was asked for; 败诉率控制在5%以内 alone what was kept. */
    private static boolean isCeilingSet(String told, boolean isBesideTarget) {
        TargetSigns signs = TargetSigns.bundled();
        return signs.tells(TargetSigns.Sign.CEILING, told)
                && !signs.tells(TargetSigns.Sign.REACHED, told)
                && (isBesideTarget || signs.tells(TargetSigns.Sign.STRICT, told));
    }

    private static boolean intends(String clause) {
        if (clause.chars().noneMatch(c -> INTENDS_STARTS.indexOf(c) >= 0)) {
            return false;
        }
        Matcher intends = INTENDS.matcher(clause);
        if (!intends.find()) {
            return false;
        }
        return !intends.group().equals("拟")
                || !(LAID_BEFORE.matcher(clause).find()
                        || DONE_SINCE.matcher(clause).find());
    }

    /** 不超过5% is a norm; 能独立办案的不超过6人, 不足10人 and 压缩至3天以内 tell what was reached. */
    private static boolean forbidsMore(String clause) {
        return BOUND.matcher(clause).find();
    }
}
