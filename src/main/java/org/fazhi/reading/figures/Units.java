package org.fazhi.reading.figures;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The units and classifiers of the genre. The longest that matches wins; a one-character classifier is refused where
 * it opens a longer word (部门, 项目, 名单), for there it does not classify.
 */
final class Units {

    /** A unit as it is written, and its canonical name. */
    private record Word(String written, String canonical) {}

    /** Units written with more than one character, or with a sign, by their first character, the longest first. */
    private static final Map<Character, List<Word>> WORDS_BY_START = new HashMap<>();

    /** One-character classifiers, each with the characters that may not follow it. */
    private static final Map<Character, String> CLASSIFIERS = new HashMap<>();

    private static final Map<String, String> CANONICAL = Map.ofEntries(
            Map.entry("名", "人"),
            Map.entry("位", "人"),
            Map.entry("宗", "件"),
            Map.entry("起", "件"),
            Map.entry("個", "个"),
            Map.entry("項", "项"),
            Map.entry("條", "条"),
            Map.entry("場", "场"),
            Map.entry("處", "处"),
            Map.entry("張", "张"),
            Map.entry("臺", "台"),
            Map.entry("戶", "户"),
            Map.entry("冊", "册"),
            Map.entry("輛", "辆"));

    static {
        words("%", "%", "％", "﹪", "个百分点:pp", "百分点:pp", "個百分點:pp", "‰:‰", "个千分点:‰");
        words("元", "元", "块钱", "元人民币", "圆");
        words("美元", "美元");
        words("港元", "港元", "港币");
        words("欧元", "欧元");
        words("平方公里", "平方公里", "平方千米", "km²");
        words("平方米", "平方米", "平米", "㎡", "m²");
        words("立方米", "立方米", "m³");
        words("公里", "公里", "千米", "km");
        words("米", "米");
        words("公顷", "公顷");
        words("亩", "亩");
        words("吨", "吨");
        words("公斤", "公斤", "千克");
        words("千瓦时", "千瓦时");
        words("千瓦", "千瓦");
        words("工作日", "工作日");
        words("个工作日", "个工作日", "個工作日");
        words("自然日", "个自然日", "自然日");
        words("小时", "个小时", "小时", "個小時", "小時");
        words("个月", "个月", "個月");
        words("学时", "学时", "个学时", "學時");
        words("课时", "课时", "个课时");
        words("分钟", "分钟", "分鐘");
        words("秒", "秒", "秒钟");
        words("周", "周", "个星期", "星期");
        words("天", "天");
        words("倍", "倍");
        words("分", "分");
        words("人次", "人次");
        words("人天", "人天");
        words("剂次", "剂次");
        words("户次", "户次");
        words("家次", "家次");
        words("微克/立方米", "微克/立方米", "微克每立方米", "μg/m³");
        words("批次", "批次");
        words("频次", "频次");
        words("轮次", "轮次");
        words("班次", "班次");
        words("车次", "车次");
        words("例次", "例次");
        words("台套", "台套", "台（套）", "台(套)");
        words("字", "字");
        classifiers("个個", "");
        classifiers("项項", "目");
        classifiers("件", "数");
        classifiers("宗", "旨教");
        classifiers("案", "件卷例由值情");
        classifiers("起", "诉草到步点来初始底至源");
        classifiers("次", "数日要级序性年月第");
        classifiers("场場", "所地景馆域");
        classifiers("家", "庭长访属园乡");
        classifiers("户戶", "籍外口主均型");
        classifiers("人", "民大社才事口身文类代");
        classifiers("名", "单称录义誉额优字特城");
        classifiers("位", "于置居列数");
        classifiers("份", "额");
        classifiers("册冊", "子");
        classifiers("本", "级市县区局年辖地院机办科街镇乡村系领报");
        classifiers("条條", "例款件");
        classifiers("篇", "章幅");
        classifiers("期", "间限望末满待");
        classifiers("版", "本权块");
        classifiers("幅", "度");
        classifiers("块", "");
        classifiers("面", "向对临积试上");
        classifiers("部", "门委署分级");
        classifiers("套", "路");
        classifiers("处處", "置理罚室级分于在");
        classifiers("所", "有属在长需涉示以谓得");
        classifiers("支", "部持付撑出援委");
        classifiers("台臺", "账风");
        classifiers("辆輛", "");
        classifiers("座", "谈位落机右");
        classifiers("间", "接");
        classifiers("站", "点位");
        classifiers("张張", "贴榜");
        classifiers("枚", "");
        classifiers("批", "准评示复发");
        classifiers("轮", "流值换岗训");
        classifiers("卷", "宗");
        classifiers("款", "项物");
        classifiers("种", "植子业");
        classifiers("类", "别型似");
        classifiers("例", "如外会行");
        classifiers("组", "织建长成");
        classifiers("队", "伍员长");
        classifiers("班", "子级组长");
        classifiers("门", "户槛类");
        classifiers("节", "点约日目能");
        classifiers("讲", "话述台座师解堂坛法课");
        classifiers("剂", "量型");
        classifiers("课", "程题堂");
        classifiers("堂", "");
        classifiers("集", "中体成合团市约");
        classifiers("档", "案次");
        classifiers("单", "位独元项次一");
        classifiers("笔", "记试录");
        classifiers("首", "次个批创问违席先届要位办府");
        classifiers("则", "");
        classifiers("封", "闭控存");
        classifiers("页", "面");
        classifiers("通", "过知报告道行用信");
        classifiers("片", "区");
        classifiers("根", "据本");
        classifiers("棵", "");
        classifiers("株", "");
        classifiers("颗", "");
        classifiers("顶", "层");
        classifiers("盏", "");
        classifiers("箱", "");
        classifiers("盒", "");
        classifiers("袋", "");
        classifiers("瓶", "颈");
        classifiers("桶", "");
        classifiers("艘", "");
        classifiers("架", "构");
        classifiers("栋", "梁");
        classifiers("幢", "");
        classifiers("盘", "活");
        classifiers("包", "括含容保联村抓干");
        classifiers("头", "");
        classifiers("尾", "");
        classifiers("只", "要有是能需跑");
        classifiers("把", "");
        classifiers("具", "有体备");
        classifiers("枝", "");
        classifiers("尊", "重");
        classifiers("环", "节境");
        classifiers("宿", "舍");
        classifiers("味", "");
        classifiers("床", "");
        classifiers("席", "");
        classifiers("帧", "");
        classifiers("摞", "");
        classifiers("段", "落");
        classifiers("股", "室份长");
        classifiers("道", "路德理口");
    }

    private static final String AFTER_SCORE = "别类局之管配析级散流批步行解工会支公期布区组值院所钟歧";

    /** A classifier and a noun; 人社局, 人大 and 项目 are words of their own. */
    private static final List<String> COUNTED_NOUNS =
            List.of("项目标", "人社会", "人大学", "人事业", "人文艺", "人身份", "名特约", "名特邀", "名优秀", "名单位");

    private Units() {}

    private static void words(String canonical, String... written) {
        for (String word : written) {
            int colon = word.indexOf(':');
            Word unit = colon < 0
                    ? new Word(word, canonical)
                    : new Word(word.substring(0, colon), word.substring(colon + 1));
            List<Word> alike = WORDS_BY_START.computeIfAbsent(word.charAt(0), start -> new ArrayList<>());
            if (alike.stream().anyMatch(other -> other.written().equals(unit.written()))) {
                throw new IllegalStateException("unit written twice: " + unit.written());
            }
            alike.add(unit);
            alike.sort(Comparator.comparingInt((Word one) -> one.written().length())
                    .reversed());
        }
    }

    private static void classifiers(String forms, String refusedAfter) {
        for (char form : forms.toCharArray()) {
            CLASSIFIERS.putIfAbsent(form, refusedAfter);
        }
    }

    /** The unit that begins at {@code from}. */
    static Optional<Unit> at(String text, int from, int limit) {
        if (from >= limit) {
            return Optional.empty();
        }
        for (Word word : WORDS_BY_START.getOrDefault(text.charAt(from), List.of())) {
            int end = from + word.written().length();
            if (end <= limit
                    && text.startsWith(word.written(), from)
                    && !isScoreInWord(word.written(), text, from, limit)) {
                return Optional.of(new Unit(end, word.canonical(), BigDecimal.ONE));
            }
        }
        if (isTenth(text, from, limit)) {
            return Optional.of(new Unit(from + 1, "%", BigDecimal.TEN));
        }
        return classifierAt(text, from, limit);
    }

    /** 三成 is 30 %; 成立, 成效 and 统一成 are other words. */
    private static boolean isTenth(String text, int from, int limit) {
        return from >= 2
                && from < limit
                && text.charAt(from) == '成'
                && "统归合不".indexOf(text.charAt(from - 2)) < 0
                && !followedBy(text, from + 1, limit, "立效本果员为功长熟绩品交套人都就因批册年型分片网链文风龙体组规");
    }

    private static boolean isScoreInWord(String written, String text, int from, int limit) {
        return switch (written) {
            case "分" -> followedBy(text, from + 1, limit, AFTER_SCORE);
            case "米" -> followedBy(text, from + 1, limit, "粉饭");
            case "周" -> followedBy(text, from + 1, limit, "年末边期岁");
            case "字" -> followedBy(text, from + 1, limit, "号样体");
            default -> false;
        };
    }

    private static Optional<Unit> classifierAt(String text, int from, int limit) {
        if (from >= limit) {
            return Optional.empty();
        }
        char c = text.charAt(from);
        String refused = CLASSIFIERS.get(c);
        if (refused == null) {
            return Optional.empty();
        }
        String name = CANONICAL.getOrDefault(String.valueOf(c), String.valueOf(c));
        // 386件（次） counts handlings as 件次 does.
        boolean bracketed = text.startsWith("（次）", from + 1) || text.startsWith("(次)", from + 1);
        if (bracketed && from + 4 <= limit) {
            return Optional.of(new Unit(from + 4, counted(c, name), BigDecimal.ONE));
        }
        boolean counted = from + 1 < limit
                && text.charAt(from + 1) == '次'
                && "次名位".indexOf(c) < 0
                && !followedBy(text, from + 2, limit, "数性要日级会");
        if (counted) {
            return Optional.of(new Unit(from + 2, counted(c, name), BigDecimal.ONE));
        }
        boolean isRefused = followedBy(text, from + 1, limit, refused) && !opensNoun(text, from);
        return isRefused ? Optional.empty() : Optional.of(new Unit(from + 1, name, BigDecimal.ONE));
    }

    /** 15人社会监督团: the classifier, and then a noun that begins like the longer word the classifier would open. */
    private static boolean opensNoun(String text, int from) {
        return COUNTED_NOUNS.stream().anyMatch(noun -> text.startsWith(noun, from));
    }

    /** 件次 is not 件: attendances and handlings are counted apart from things. */
    private static String counted(char classifier, String name) {
        return (classifier == '次' ? "" : name) + "次";
    }

    private static boolean followedBy(String text, int at, int limit, String characters) {
        return at < limit && characters.indexOf(text.charAt(at)) >= 0;
    }
}
