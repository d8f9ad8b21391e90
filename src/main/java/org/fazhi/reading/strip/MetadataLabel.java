package org.fazhi.reading.strip;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fazhi.reading.strip.PageMetadata.Field;

/**
 * The labels of metadata blocks and bylines. The block's set follows the 政府信息公开目录 practice of the CMS families
 * (索引号, 发布机构, 成文日期, …); a label may be printed with any white space between its characters.
 *
 * @param name without white space, such as 索引号
 * @param field what the label's value is; empty for labels read only to be cut away (主题词, 浏览次数)
 * @param isByline true for labels of the line under the headline
 */
record MetadataLabel(String name, Optional<Field> field, boolean isByline) {

    /**
     * A label found in a line with the value that follows it.
     *
     * @param start where the label (with its opening bracket) starts in the line
     * @param isDelimited a colon, brackets or the border of a cell shows that it is a label
     */
    record Found(MetadataLabel label, String value, int start, boolean isDelimited) {}

    /** A longer line is running text, whatever it starts with. */
    static final int LONGEST_LINE = 400;

    private static final Map<String, MetadataLabel> BY_NAME = new HashMap<>();

    static {
        block(Field.INDEX_NUMBER, "索引号", "索取号", "信息索引号", "索引编号", "索引码", "信息索引");
        block(
                Field.DOCUMENT_NUMBER,
                "文号 发文字号 发文文号 文件文号 公文文号 公文字号 文件编号 文件号 公文号 发文号 发文编号 信息文号 文件字号 备注/文号 备注·文号 备注文号".split(" "));
        block(
                Field.PUBLISHER,
                ("发布机构 发文机关 发文机构 制发机构 制发机关 发文单位 发布单位 公开机构 公开单位 公开主体 发布机关 发布部门 发文部门 信息发布机构 信息公开机构 "
                                + "公开责任单位 公开责任部门 公布机构 制定机关 制作单位 制作机构 信息提供单位 信息公布单位 信息生成机构")
                        .split(" "));
        block(Field.TITLE, "标题", "名称", "信息名称", "公文标题", "公文名称", "文件名称", "文件标题", "信息标题");
        block(
                Field.WRITTEN_DATE,
                ("成文日期 成文时间 生成日期 生成时间 公文生成日期 信息生成日期 信息生成时间 发文日期 发文时间 制发日期 制发时间 制作日期 形成日期 形成时间 产生日期 "
                                + "签发日期 签发时间 签署日期 签署时间 印发日期")
                        .split(" "));
        block(
                Field.PUBLISHED_DATE,
                ("发布日期 公开日期 发布时间 公开时间 公布日期 公布时间 信息公开日期 信息发布日期 信息发布时间 网上公开日期 上网日期 上网时间 主动公开日期 "
                                + "首次发布时间 首次发布日期 首次公开时间 首次公开日期 首发时间 首发日期 原发布时间 原发布日期 最初发布时间")
                        .split(" "));
        for (String name : ("主题分类 主题词 有效性 有效期 有效期限 有效状态 时效 时效性 时效状态 是否有效 体裁分类 组配分类 主题导航 题材分类 服务对象 "
                        + "服务对象分类 公开方式 公开范围 公开形式 公开类别 公开属性 公开程序 公开类型 公开时限 信息类别 信息分类 信息类型 信息有效性 效力状态 文件状态 "
                        + "文件类型 文件类别 文件有效性 关键词 关键字 内容概述 内容概况 内容分类 内容摘要 摘要 概述 失效日期 失效时间 废止日期 废止时间 生效日期 "
                        + "生效时间 实施日期 施行日期 语种 载体类型 记录形式 责任部门 责任处室 规范性文件编号 统一编号 登记号 统一登记号 所属栏目 所属主题 体裁 分类 "
                        + "备注 事项名称 公开事项 公开依据 公开条目 信息内容 发文类型")
                .split(" ")) {
            register(new MetadataLabel(name, Optional.empty(), false));
        }
        byline(Optional.of(Field.PUBLISHER), "来源 信息来源 文章来源 稿件来源 新闻来源 内容来源 稿源 供稿 供稿单位 来源单位 文章出处");
        byline(Optional.of(Field.PUBLISHED_DATE), "时间 日期 发表时间 发表日期 发稿时间 发稿日期 录入时间 上传时间 添加时间");
        byline(Optional.of(Field.UPDATED_DATE), "更新时间 更新日期 最后更新 最后更新时间 最近更新 最近更新时间 修改时间 修改日期 最后修改 最后修改时间 维护时间");
        byline(
                Optional.empty(),
                "作者 编辑 责任编辑 责编 录入 录入人 录入者 发布人 发布者 信息员 审核 审核人 初审 复审 终审 签发 浏览 浏览次数 浏览量 浏览数 点击 点击数 "
                        + "点击量 点击次数 点击率 阅读 阅读次数 阅读量 阅读数 访问量 访问次数 已阅读 字体 字号 字体大小 文字大小 字体显示 分享 分享到 打印 收藏");
    }

    private static final Node NAMES = new Node();

    static {
        BY_NAME.values().forEach(NAMES::add);
    }

    private static final String OPENING = "[【［〔（(";
    private static final String CLOSING = "]】］〕）)";
    private static final String BULLETS = "•·●◆■▪◇○*-–>»|｜";

    /** White space inside a label, between its characters and around its brackets. */
    private static final int MOST_BLANKS = 12;

    /** Shorter labels are everyday words. */
    private static final int LEAST_FURTHER = 4;

    private static void block(Field field, String... names) {
        for (String name : names) {
            register(new MetadataLabel(name, Optional.of(field), false));
        }
    }

    private static void byline(Optional<Field> field, String names) {
        for (String name : names.split(" ")) {
            register(new MetadataLabel(name, field, true));
        }
    }

    private static void register(MetadataLabel label) {
        if (BY_NAME.put(label.name, label) != null) {
            throw new IllegalStateException("metadata label named twice: " + label.name);
        }
    }

    /** A place in a line where a label stands, from its opening bracket to its colon or closing bracket. */
    private record Place(MetadataLabel label, int start, int end, boolean isDelimited) {}

    /**
     * The labels of a line with their values, from left to right; none where the line begins with neither a label nor a
     * figure (a byline may open with its date). A value may be empty.
     */
    static List<Found> in(String line) {
        int begin = skipBullets(line, 0);
        if (line.length() > LONGEST_LINE || begin == line.length()) {
            return List.of();
        }
        char first = line.charAt(begin);
        boolean mayBegin = Character.isDigit(first) || longestAt(line, begin).isPresent();
        if (!mayBegin) {
            return List.of();
        }
        List<Place> places = places(line);
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            Place place = places.get(i);
            int end = i + 1 < places.size() ? places.get(i + 1).start() : line.length();
            String value = trimValue(line.substring(place.end(), end));
            found.add(new Found(place.label(), value, place.start(), place.isDelimited()));
        }
        return found;
    }

    private static List<Place> places(String line) {
        List<Place> places = new ArrayList<>();
        int at = 0;
        while (at < line.length()) {
            Optional<Match> match = longestAt(line, at);
            if (match.isEmpty()) {
                at++;
                continue;
            }
            Place place = place(line, at, match.get(), places);
            if (place.isDelimited() || (places.isEmpty() && isStart(line, at))) {
                places.add(place);
                at = place.end();
            } else {
                at++;
            }
        }
        return places;
    }

    private static Place place(String line, int nameStart, Match match, List<Place> before) {
        int open = skipBlanksBack(line, nameStart);
        boolean isOpened = open > 0 && OPENING.indexOf(line.charAt(open - 1)) >= 0;
        int end = match.end();
        int close = skipBlanks(line, end);
        boolean isClosed = close < line.length() && CLOSING.indexOf(line.charAt(close)) >= 0;
        if (isClosed) {
            end = close + 1;
        }
        int colon = skipBlanks(line, end);
        boolean hasColon = colon < line.length() && (line.charAt(colon) == '：' || line.charAt(colon) == ':');
        boolean isDelimited = (isOpened && isClosed)
                || isCell(line, nameStart, match.end())
                || (hasColon && startsLabel(line, nameStart, match.label(), before))
                || isFurther(line, nameStart, match, before);
        return new Place(match.label(), isOpened ? open - 1 : nameStart, hasColon ? colon + 1 : end, isDelimited);
    }

    /** A further label of a line that opened with one, parted by blanks only: 索引号 1137… 公开方式 主动公开. */
    private static boolean isFurther(String line, int start, Match match, List<Place> before) {
        return !before.isEmpty()
                && match.label().name.length() >= LEAST_FURTHER
                && PageLine.isBlank(line.charAt(start - 1))
                && (match.end() == line.length() || PageLine.isBlank(line.charAt(match.end())));
    }

    private record Match(MetadataLabel label, int end) {}

    /** The names as a tree of characters: the way from the root to a node spells the beginning of some names. */
    private static final class Node {

        private final Map<Character, Node> next = new HashMap<>();
        private Optional<MetadataLabel> label = Optional.empty();

        private void add(MetadataLabel named) {
            Node node = this;
            for (char c : named.name.toCharArray()) {
                node = node.next.computeIfAbsent(c, key -> new Node());
            }
            node.label = Optional.of(named);
        }
    }

    /** The longest name that stands at {@code start}, whatever white space is between its characters. */
    private static Optional<Match> longestAt(String line, int start) {
        Optional<Match> longest = Optional.empty();
        Node node = NAMES.next.get(line.charAt(start));
        int at = start + 1;
        while (node != null) {
            int end = at;
            longest = node.label.isPresent() ? node.label.map(label -> new Match(label, end)) : longest;
            at = skipBlanks(line, at);
            node = at < line.length() ? node.next.get(line.charAt(at)) : null;
            at++;
        }
        return longest;
    }

    private static int skipBlanks(String line, int from) {
        int at = from;
        while (at < line.length()
                && at - from < MOST_BLANKS
                && line.charAt(at) != '\t'
                && PageLine.isBlank(line.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int skipBlanksBack(String line, int from) {
        int at = from;
        while (at > 0
                && from - at < MOST_BLANKS
                && line.charAt(at - 1) != '\t'
                && PageLine.isBlank(line.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private static int skipBullets(String line, int from) {
        int at = from;
        while (at < line.length()
                && (PageLine.isBlank(line.charAt(at))
                        || BULLETS.indexOf(line.charAt(at)) >= 0
                        || OPENING.indexOf(line.charAt(at)) >= 0)) {
            at++;
        }
        return at;
    }

    /** A label of two characters is also an everyday word, so it must stand apart from what precedes it. */
    private static boolean startsLabel(String line, int start, MetadataLabel label, List<Place> before) {
        if (isStart(line, start)) {
            return true;
        }
        char previous = line.charAt(start - 1);
        boolean apart = PageLine.isBlank(previous) || "|｜丨/".indexOf(previous) >= 0 || OPENING.indexOf(previous) >= 0;
        return apart || (!before.isEmpty() && (label.name.length() > 2 || Character.isDigit(previous)));
    }

    /** Only bullets, opening brackets and white space stand before {@code offset}. */
    private static boolean isStart(String line, int offset) {
        return skipBullets(line, 0) >= offset;
    }

    private static boolean isCell(String line, int start, int end) {
        int left = skipBlanksBack(line, start);
        int right = skipBlanks(line, end);
        boolean opens = left == 0 || isBorder(line.charAt(left - 1));
        boolean closes = right == line.length() || isBorder(line.charAt(right));
        return opens && closes;
    }

    /** What parts two cells of a row: our own tab, or the bar of a table saved as text. */
    private static boolean isBorder(char c) {
        return c == '\t' || c == '|' || c == '｜';
    }

    private static String trimValue(String value) {
        String trimmed = PageLine.trim(value);
        while (!trimmed.isEmpty() && "|｜丨;；•·[【［（(".indexOf(trimmed.charAt(trimmed.length() - 1)) >= 0) {
            trimmed = PageLine.trim(trimmed.substring(0, trimmed.length() - 1));
        }
        while (!trimmed.isEmpty() && "|｜丨]】］:：".indexOf(trimmed.charAt(0)) >= 0) {
            trimmed = PageLine.trim(trimmed.substring(1));
        }
        return trimmed;
    }
}
