package org.fazhi.harvest.discovery;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.fazhi.harvest.discovery.Verdict.Reason;
import org.fazhi.harvest.discovery.Verdict.Rejected;
import org.fazhi.harvest.discovery.Verdict.Taken;
import org.fazhi.harvest.source.AddressBounds;
import org.fazhi.harvest.source.Source;

/**
 * Judges a row of a listing by its title, its date and its address; the page behind it is not known yet.
 *
 * <p>Addresses: a row may lead to another host of the same registrable domain (www.example.gov.cn and
 * sfj.example.gov.cn; Public Suffix List, gov.cn is a suffix). Any other is rejected as {@code other_host}: county sites
 * repost documents of cities and ministries and link to social media, and a report that does stand elsewhere is named
 * under {@code documents}.
 */
public final class LinkFilter {

    private static final Pattern GENRE = Pattern.compile("法治政府|依法行政|法治建设|依法治");

    /** What a report is called, at the place where a title ends or is joined to the next year's plan. */
    private static final Pattern REPORT_JOINED = Pattern.compile("(?:报告|总结|情况)[》”\"']?(?:、|及|和|暨|与|以及).{0,20}$");

    private static final Pattern PLAN_AT_END =
            Pattern.compile("(?:安排|要点|计划|方案|规划|清单|任务分工|任务分解表?|重点任务|纲要|实施意见|意见|措施|办法|细则|制度|路线图|思路)(?:的通知)?$");
    private static final Pattern NOTICE_AT_END = Pattern.compile("(?:通知|通报|公示|函|批复|启事|倡议书|决定|公告)$");

    /** A notice that hands on the report itself, or a public announcement of the year's state, is the report. */
    private static final Pattern REPORT_ANNOUNCED = Pattern.compile(
            "(?:印发|公布|发布|公开|转发).{0,60}(?:报告|总结)[》”\"']?的(?:通知|公告|公示|通报)$|建设(?:工作)?(?:年度)?(?:开展|推进|进展)?情况的?(?:公告|公示|通报)$");

    /** A notice that asks for reports names one too: 关于做好…年度报告报送工作的通知. */
    private static final Pattern REPORT_ASKED_FOR = Pattern.compile("报送|上报|填报|做好|开展|编制|编写|撰写|起草|征集|提交");

    private static final Pattern TAIL =
            Pattern.compile("(?:[(\\[【〔][^()\\[\\]【】〔〕]{0,20}[)\\]】〕]|\\.(?:pdf|docx?|wps|ofd))$");

    /** What goes with a report says nothing of the report: （含调研报告附件）. */
    private static final Pattern WHAT_IS_ATTACHED = Pattern.compile("\\((?:含|附)[^()]{0,20}\\)$");

    /** In the order in which they are asked. */
    private static final Map<Reason, Pattern> LOOK_ALIKES = new LinkedHashMap<>();

    static {
        LOOK_ALIKES.put(
                Reason.MODEL_ESSAY,
                Pattern.compile("范文|模板|例文|样本|[(（]?(?:精选|通用|合集|共)?[\\d一二三四五六七八九十]{1,3}篇"
                        + "|20[xX×*]{2}|[xX×*]{2,4}(?:年|省|市|县|区|镇|乡|局|单位)"));
        LOOK_ALIKES.put(Reason.INTERPRETATION, Pattern.compile("解读|图解|图说|一图|读懂|问答|答记者问|新闻发布会|专家谈|访谈"));
        LOOK_ALIKES.put(
                Reason.PERSONAL, Pattern.compile("述职|述法|第一责任人|个人(?:工作)?(?:总结|报告)|(?:局长|书记|县长|区长|市长|镇长|主任)[^办]{0,6}履行"));
        LOOK_ALIKES.put(Reason.PART_YEAR, Pattern.compile("[上下]半年|半年(?:度|工作)|季度|[1-9一二三四五六七八九十]月份"));
        LOOK_ALIKES.put(
                Reason.REVIEW, Pattern.compile("审议意见|调研报告|考察报告|视察报告|检查报告|(?:提案|建议|议案)的?(?:答复|办理|复函)|答复|意见建议|整改"));
        LOOK_ALIKES.put(Reason.EVALUATION, Pattern.compile("考核|考评|督察|督查|评估|测评|评议|满意度|验收|述评"));
        LOOK_ALIKES.put(Reason.DEMONSTRATION, Pattern.compile("示范"));
        LOOK_ALIKES.put(
                Reason.NEWS,
                Pattern.compile(
                        "召开|举办|举行|听取|审议|学习贯彻|培训|会议|推进会|座谈|调研|走访|讲座|入选|荣获|获评|获得|喜获|表彰|揭牌|上线|典型案例|经验(?:做法|材料|交流)"));
    }

    private LinkFilter() {}

    /** The verdict on a row; of several reasons against it the first in the order of {@link Reason} groups below. */
    public static Verdict judge(Source source, Link link) {
        return judge(source, link, false);
    }

    /**
     * As {@link #judge(Source, Link)}.
     *
     * @param isOfGenre true in a column that is called the genre's, whose rows need not say so: 2024年度报告
     */
    static Verdict judge(Source source, Link link, boolean isOfGenre) {
        String title = WHAT_IS_ATTACHED.matcher(ReportTitle.plain(link.title())).replaceFirst("");
        DoubtfulTitles titles = DoubtfulTitles.bundled();
        boolean isReport = source.title().pattern().equals(Source.DEFAULT_TITLE)
                && (titles.isReport(title) || isOfGenre && titles.isBare(title));
        if (!AddressBounds.fits(link.url())) {
            return new Rejected(Reason.TOO_LONG);
        }
        Optional<Reason> reason = (title.isEmpty() ? Optional.of(Reason.UNTITLED) : lookAlike(title, isReport))
                .or(() -> isReport ? Optional.empty() : titlePattern(source, link, title))
                .or(() -> beforeSince(source, link))
                .or(() -> otherHost(source, link));
        return reason.<Verdict>map(Rejected::new).orElseGet(() -> new Taken(ReportTitle.year(link.title())));
    }

    private static Optional<Reason> lookAlike(String title, boolean isReport) {
        boolean isGenre = GENRE.matcher(title).find() || isReport;
        if (!isGenre) {
            boolean isDisclosure = title.contains("信息公开") || title.contains("政务公开");
            return isDisclosure ? Optional.of(Reason.INFORMATION_DISCLOSURE) : Optional.empty();
        }
        String head = withoutTail(title);
        boolean isAnnounced = REPORT_ANNOUNCED.matcher(head).find()
                && !REPORT_ASKED_FOR.matcher(head).find();
        if (DoubtfulTitles.bundled().isDraft(title)) {
            return Optional.of(Reason.DRAFT);
        }
        if (isReport) {
            return Optional.empty();
        }
        for (Map.Entry<Reason, Pattern> lookAlike : LOOK_ALIKES.entrySet()) {
            if (lookAlike.getValue().matcher(title).find()) {
                return Optional.of(lookAlike.getKey());
            }
        }
        if (PLAN_AT_END.matcher(head).find() && !REPORT_JOINED.matcher(head).find()) {
            return Optional.of(Reason.PLAN);
        }
        return NOTICE_AT_END.matcher(head).find() && !isAnnounced ? Optional.of(Reason.NOTICE) : Optional.empty();
    }

    private static String withoutTail(String title) {
        return TAIL.matcher(title).replaceFirst("");
    }

    /** A title that the page shows cut cannot show its end; the genre's words are enough there. */
    private static Optional<Reason> titlePattern(Source source, Link link, String plain) {
        boolean matches = source.title().matcher(link.title()).find()
                || source.title().matcher(plain).find()
                || (LinkTitle.isShortened(link.title()) && plain.contains("法治政府建设"));
        return matches ? Optional.empty() : Optional.of(Reason.TITLE_PATTERN);
    }

    private static Optional<Reason> beforeSince(Source source, Link link) {
        OptionalInt year = ReportTitle.year(link.title());
        boolean isBefore = year.isPresent()
                ? year.getAsInt() < source.since()
                : link.date().filter(date -> date.getYear() < source.since()).isPresent();
        return isBefore ? Optional.of(Reason.BEFORE_SINCE) : Optional.empty();
    }

    private static Optional<Reason> otherHost(Source source, Link link) {
        boolean isOwn = RegistrableDomain.of(source).contains(RegistrableDomain.of(link.url()));
        return isOwn ? Optional.empty() : Optional.of(Reason.OTHER_HOST);
    }
}
