package org.fazhi.reading.figures;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * When a Chinese numeral before a classifier counts results (终端三台, 成功申报一个…) and when it is part of a fixed
 * phrase (三项制度, 四张清单, 一批). In doubt it does not count: fixed phrases are many, and a name read as a count is
 * worse than a count that is borderline anyway.
 */
final class ChineseCounts {

    /** Verbs right before a numeral after which it counts what was achieved. */
    private static final Pattern RESULT_VERB = Pattern.compile(
            "(?:申报|创建|建成|新建|获评|荣获|获得|新增|增设|成立|设立|组建|购置|购买|采购|配备|配置|招录|招聘|引进|聘请|聘任|选聘|选派|查处|办理|受理|审结|化解|调解|举办|承办|召开|开展|组织|举行|主办|评选|编印|编发|印制|出版|发布|出台|制定|修订|废止|印发|制发|推出|完成|审查|审核|评查|出庭|应诉|通过|撤销|纠正|入选|培育|命名|接待|处理|移送|提交|收到|发出|下发|出具|发现|分别|先后|原有|现有|拥有|设有|建有|下设|累计|共计|共有|共|各|达|达到|为期|历时)(?:了|有|过|召开|举办|开展|组织)?$");

    /** Before 一次, 一起 or 一家 at the end of a clause these count nothing. */
    private static final Pattern NO_ONE = Pattern.compile("[年月周季日旬天跑跟到合连走聚拧凝坐住绑捆融][一]?$|联系|团结|结合");

    /** Classifiers whose count of one says a real thing was done, not 一个目标 or 一支队伍. */
    private static final String COUNT_OF_ONE = "项次场件名人家台辆座处所部期本册份篇起宗个";

    private static final Pattern ABSTRACT_ONE =
            Pattern.compile("^(?:目标|标准|平台|声音|中心|窗口|主题|整体|闭环|体系|机制|模式|格局|链条|核心|主线|重点|关键|突破口|样板|良好|又一个|完整|系统|新|高|有|更)");

    /** Frequencies and norms: 每年一次, 至少两名. */
    private static final Pattern FREQUENCY = Pattern.compile("每[^，,。；;]{0,8}$|至少$|不少于$|原则上[^，,。；;]{0,8}$|逐$|再$|最多$|只$");

    /** 每个乡镇设置三到五个服务点 says how many there are; 每季度一到两次 how often. */
    private static final Pattern PER_PLACE = Pattern.compile("每(?:个)?(?:乡|镇|村|社区|街道|县|区|部门|单位|企业)[^，,。；;]{0,8}$");

    private static final String FIXED_BEFORE = "第其同每逐某任统唯专进单不之初周独万首再另数几好";

    /** What the classifiers of attributive fixed phrases head: 三项制度, 四张清单, 八项规定. */
    private static final Pattern FIXED_NOUN = Pattern.compile(
            "^(?:制度|规定|清单|机制|措施|举措|行动|工程|任务|工作|改革|建设|职能|职责|要求|原则|维护|确立|意识|自信|代表|务必|全面|责任|计划|体系|领域|方面|层面|环节|阶段|维度|主体|协调小组|示范|结合|统一|关口|重点|关键|法|化|到位|必须|严禁|不|一|方式|形式|渠道|途径|力量|平台|抓手|模式)");

    private static final String CLAUSE_END = "，,。；;：:、！？）)（(\n";

    /** 举办培训两期: what is held is counted, where 二期 behind a building is its second phase. */
    private static final Pattern HELD =
            Pattern.compile("(?:举办|开展|组织|召开|举行|编印|编发|印发|研究|检查|督查|督察|清理|整治|排查|巡查|评查)[^、]{0,20}$");

    private static final Pattern NO_NOUN = Pattern.compile(".*[一是有式分为合成这那前后者以之各]$");

    private static final Pattern SECOND_HALF =
            Pattern.compile("[一二两三四五六七八九十](?![一二三四五六七八九十百千万亿点件个次份名人家项场条台辆处所起宗部期类批])\\p{IsHan}");

    /** Behind 三报告 and the like; a classifier there begins a count: 三台两辆. */
    private static final Pattern FIRST_HALF =
            Pattern.compile("(?<![\\p{IsHan}])[二两三四五六七八九十](?![件个次份名人家项场条台辆处所起宗部期])\\p{IsHan}$");

    private static final BigDecimal TEN = BigDecimal.TEN;

    private ChineseCounts() {}

    /**
     * @param clause what stands before the numeral in its clause
     * @param after what follows the classifier
     */
    static boolean counts(
            Numeral numeral,
            String written,
            String clause,
            String after,
            String unit,
            boolean qualified,
            boolean isRange) {
        char previous = clause.isEmpty() ? '\n' : clause.charAt(clause.length() - 1);
        boolean isFrequency = FREQUENCY.matcher(clause).find()
                && !(isRange && PER_PLACE.matcher(clause).find());
        if (FIXED_BEFORE.indexOf(previous) >= 0 || isFrequency || isSlogan(clause, after)) {
            return false;
        }
        boolean open = (numeral.isOpen() || qualified) && numeral.value().compareTo(TEN) >= 0;
        if (isBareMultiplier(written)) {
            return (open || written.equals("十")) && (open || afterResult(clause) || closes(clause, after));
        }
        if (open || isRange && "年级届期类".indexOf(unit) < 0) {
            return true;
        }
        if (numeral.value().compareTo(BigDecimal.ONE) == 0) {
            return countsOne(clause, after, unit);
        }
        if (numeral.value().compareTo(TEN) > 0 && !"条年届级种类".contains(unit)) {
            return !FIXED_NOUN.matcher(after).find();
        }
        if ("条种类批级年款面张".contains(unit)) {
            return afterResult(clause) && closes(clause, after) && !"种类批".contains(unit);
        }
        if ("期次轮道".contains(unit)) {
            boolean held = HELD.matcher(clause).find() && closes(clause, after);
            return (afterResult(clause) || held) && !clause.contains("届");
        }
        return closes(clause, after)
                || (afterResult(clause) && !FIXED_NOUN.matcher(after).find());
    }

    /** 四门四访, 三会一课: two small numerals, each before one character, are a name and count nothing. */
    private static boolean isSlogan(String clause, String after) {
        return SECOND_HALF.matcher(after).lookingAt()
                || FIRST_HALF.matcher(clause).find();
    }

    private static boolean countsOne(String clause, String after, String unit) {
        return COUNT_OF_ONE.contains(unit)
                && (afterResult(clause) || closesOne(clause, after))
                && !clause.endsWith("各")
                && !clause.endsWith("共")
                && !clause.endsWith("达到")
                && !ABSTRACT_ONE.matcher(after).find()
                && !FIXED_NOUN.matcher(after).find();
    }

    private static boolean afterResult(String clause) {
        String tail = clause.length() > 8 ? clause.substring(clause.length() - 8) : clause;
        return RESULT_VERB.matcher(tail).find();
    }

    /** The count ends its clause and a noun stands before it: 终端三台. */
    private static boolean closes(String clause, String after) {
        boolean last = after.isEmpty() || CLAUSE_END.indexOf(after.charAt(0)) >= 0;
        String tail = clause.length() > 2 ? clause.substring(clause.length() - 2) : clause;
        return last && tail.length() == 2 && !NO_NOUN.matcher(tail).matches();
    }

    /** 法治公园一座, 吊销许可一家: one that ends its clause; not 每月一次, 跑一次, 连在一起. */
    private static boolean closesOne(String clause, String after) {
        return closes(clause, after)
                && clause.length() >= 4
                && !NO_ONE.matcher(clause).find();
    }

    private static boolean isBareMultiplier(String written) {
        return written.chars().allMatch(c -> Numerals.power((char) c) >= 0);
    }
}
