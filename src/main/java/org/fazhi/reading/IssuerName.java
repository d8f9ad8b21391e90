package org.fazhi.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fazhi.harvest.source.IssuerKind;
import org.fazhi.harvest.source.RegionCodes;
import org.fazhi.text.Radicals;

/**
 * Reads the name of the issuing body out of titles, metadata and opening sentences, and tells what kind of body it is.
 * The names follow 国务院行政机构设置和编制管理条例 and its local counterparts: place, then body.
 */
public final class IssuerName {

    /** What stands behind 全面 in the name of a committee that leads the rule of law, and in that of its office. */
    private static final String LEADS_RULE_OF_LAW = "依法治[省市州盟县区旗](?:委员会|办)";

    /** A title is the issuer, then what it reports; the issuer ends where one of these begins. */
    private static final Pattern TITLE_END =
            Pattern.compile("关于|(?:19|20)\\d\\d|二[〇○零]|年度|法治政府|法治建设|法治[县区市]?(?:工作|建设)|依法行政|推进|贯彻|落实|全面(?!"
                    + LEADS_RULE_OF_LAW + ")|上半年|报送");

    /** 关于印发《云溪县2023年…: what stands before the name in a title that is itself a document's. */
    private static final Pattern LEADING_WORDS = Pattern.compile("^关于(?:(?:印发|公布|发布|公开|转发)[《“]?)?");

    /** What reports for a whole place, beside governments, party with government, and townships. */
    private static final Pattern COMMITTEE_OF_PLACE = Pattern.compile("(?:管理委员会|管委会|行政公署)$");

    private static final Pattern BODY_OF_PLACE = Pattern.compile("(?:人民政府|管理委员会|办事处)$");

    private static final Pattern ENDS_AS_BUREAU = Pattern.compile("[局厅]$");

    private static final Pattern LEADING_YEAR = Pattern.compile("^(?:(?:19|20)\\d\\d|二[〇○零][〇○零一二三四五六七八九]{2})年度?");

    /** Words a public body's name ends with. */
    private static final String BODY_END = "(?:人民政府(?:办公室|办公厅)?|政府(?:办公室|办公厅)?|管理委员会|管委会|委员会|办事处|办公室|办公厅"
            + "|司法局|分局|支局|总局|管理局|监管局|监督局|局|厅|总队|支队|大队|中心|研究院|法院|检察院|委|署|所|镇|乡|街道|公安处|处|组|集团|公司|院|馆|站|依法治[省市州盟县区旗]办)";

    private static final Pattern ENDS_AS_BODY = Pattern.compile(BODY_END + "$");

    /** 郯城县司法局 in running text: a place of two to twelve characters, then what the body does, then its last word. */
    private static final Pattern IN_TEXT = Pattern.compile(
            "(?:[\\p{IsHan}&&[^的]]{2,12}?(?:省|自治区|自治州|地区|新区|市|盟|县|区|旗|镇|乡|街道))(?:[\\p{IsHan}&&[^的]]{0,14}?"
                    + "(?:人民政府|司法局|管理局|监管局|监督局|治[省市州盟县区旗]委员会办公室|委员会|办事处|局|厅))");

    private static final Pattern OF_A_REGION =
            Pattern.compile("(\\p{IsHan}{1,10}?(?:省|自治区|自治州|市|盟|县|区|旗))(?:人民政府|司法局)");

    private static final Pattern OFFICE_OF_GOVERNMENT = Pattern.compile("(人民政府|管委会|管理委员会)(?:办公室|办公厅)$");

    /** Words of everyday prose that end as a bureau's name does. */
    private static final Pattern NOT_A_BODY = Pattern.compile("(?:格|开|全|大|布|结|时|新|变|僵|困|破)局$");

    /** Words that begin a clause, not a name. */
    private static final Pattern NOT_A_NAME =
            Pattern.compile("^(?:在|由|和|与|及|按照|根据|为|对|向|以|我|本|全|各|围绕|紧紧|深入|认真|坚持|贯彻|习近平|党|中央|国务院|[省市县区镇乡](?:委(?!(?:全面)?"
                    + LEADS_RULE_OF_LAW + ")|政府)|上级)");

    private static final Pattern PLACE = Pattern.compile("\\p{IsHan}{1,28}(?:省|自治区|自治州|地区|盟|市|县|区|旗|镇|乡|街道|苏木)");

    private static final Pattern ZONE_END = Pattern.compile("(?:新区|开发区|高新区|示范区|管理区|合作区|园区|度假区)$");

    /** The words that {@link #OF_A_REGION} ends with. */
    private static final List<String> REGION_BODIES = List.of("人民政府", "司法局");

    /** UTF-16 units before such a word in which its region's name stands: ten ideographs and 自治区. */
    private static final int LONGEST_REGION = 2 * 10 + 3;

    private static final int OPENING_CHARACTERS = 400;

    /** As far as a body's own name is looked for: a report is seldom longer, and a hostile text may be. */
    private static final int SEARCHED_CHARACTERS = 20_000;

    private static final String PARTY = "中共";

    private static final Pattern PARTY_AND_GOVERNMENT =
            Pattern.compile("^(中共\\p{IsHan}{1,12}?[省市县区旗州盟]委)(\\p{IsHan}{1,14}人民政府)$");

    /** What leads up to a body's name in the sentence that announces the report. */
    private static final Pattern ANNOUNCING = Pattern.compile("^(?:现将|现就|兹将|下面将|现对|特将)");

    private static final Pattern SUBJECT = Pattern.compile("(\\p{IsHan}{2,10}?(?:市|县|区|旗|镇|乡|街道))"
            + "(?:全面|认真|深入|坚持|始终|紧紧|积极|扎实|严格|切实|持续|大力|着力|不断|聚焦|贯彻|牢固|坚决|高度重视|以习近平)");

    private IssuerName() {}

    /** The issuer a title names before it says what it reports, such as 郯城县司法局关于2023年度…. */
    static Optional<String> inTitle(String title) {
        return Optional.of(headOf(title))
                .filter(IssuerName::isBody)
                .filter(name -> !PLACE.matcher(name).matches());
    }

    /**
     * The government of the place a title names without a body, such as 郯城县2023年法治政府建设年度报告: a place reports by
     * its government (地方各级人民代表大会和地方各级人民政府组织法), a 街道 by its office, a development zone by its committee.
     */
    static Optional<String> ofPlaceInTitle(String title) {
        String place = headOf(title);
        if (place.length() > 30
                || !PLACE.matcher(place).matches()
                || NOT_A_NAME.matcher(place).find()) {
            return Optional.empty();
        }
        if (place.endsWith("街道")) {
            return Optional.of(place + "办事处");
        }
        boolean isZone = ZONE_END.matcher(place).find()
                && RegionCodes.load().named(place).isEmpty();
        return Optional.of(place + (isZone ? "管理委员会" : "人民政府"));
    }

    /** A title up to where it says what it reports. */
    private static String headOf(String title) {
        String text = LEADING_WORDS.matcher(compact(title)).replaceFirst("");
        Matcher year = LEADING_YEAR.matcher(text);
        if (year.find()) {
            text = text.substring(year.end());
        }
        Matcher end = TITLE_END.matcher(text);
        String head = end.find() ? text.substring(0, end.start()) : text;
        return head.replaceAll("[《》“”\"()（）]", "");
    }

    /** True of a body that reports for all of a place; of a bureau, or an office that only drafts such a report, it is false. */
    static boolean isOfPlace(String name) {
        return kindOf(name).filter(kind -> kind != IssuerKind.BUREAU).isPresent()
                || COMMITTEE_OF_PLACE.matcher(name).find();
    }

    /** The place of what {@link #ofPlaceInTitle} gives. */
    static String withoutBody(String ofPlace) {
        return BODY_OF_PLACE.matcher(ofPlace).replaceFirst("");
    }

    /** True of 县司法局, which has a report of its own; committees and their offices lead what the government reports on. */
    static boolean isBureau(String name) {
        return ENDS_AS_BUREAU.matcher(name).find();
    }

    /** The first body that the opening of the text names. */
    static Optional<String> inOpening(String body) {
        String opening = body.substring(0, Math.min(OPENING_CHARACTERS, body.length()));
        List<String> clauses = new ArrayList<>(List.of(opening.split("[，,。；;：:、\\n]")));
        for (String clause : clauses) {
            Matcher name = IN_TEXT.matcher(ANNOUNCING.matcher(clause.strip()).replaceFirst(""));
            if (name.lookingAt() && isBody(name.group())) {
                return Optional.of(withoutParty(name.group()));
            }
        }
        return Optional.empty();
    }

    /** 中共某市某局 is the beginning of its party group's name (党组), and the body is 某市某局. */
    private static String withoutParty(String name) {
        boolean isGroup = name.startsWith(PARTY) && !name.endsWith("政府") && !name.contains("委员会");
        return isGroup ? name.substring(PARTY.length()) : name;
    }

    /**
     * The government of the place whose doings the opening tells, where nothing names a body: 云栖县全面贯彻….
     */
    static Optional<String> ofSubjectOfOpening(String body) {
        String opening = body.substring(0, Math.min(OPENING_CHARACTERS, body.length()));
        for (String clause : opening.split("[，,。；;：:、\\n]")) {
            Matcher subject = SUBJECT.matcher(clause.strip());
            if (subject.lookingAt() && !NOT_A_NAME.matcher(subject.group(1)).find()) {
                return ofPlaceInTitle(subject.group(1));
            }
        }
        return Optional.empty();
    }

    /** 中共某县委 某县人民政府: two bodies that issue together stand apart. */
    static String spaced(String name) {
        return PARTY_AND_GOVERNMENT.matcher(name).replaceFirst("$1 $2");
    }

    /** The first body of a known region that the text names anywhere, for a text that nothing else tells of. */
    static Optional<String> anywhere(String body) {
        String text = body.substring(0, Math.min(SEARCHED_CHARACTERS, body.length()));
        Matcher name = OF_A_REGION.matcher(text);
        int from = 0;
        for (int at = 0; at < text.length(); at++) {
            int end = regionBodyEnd(text, at);
            from = Math.max(from, at - LONGEST_REGION);
            while (end > 0 && name.region(from, end).find()) {
                if (!RegionCodes.load().named(name.group(1)).isEmpty() && isBody(name.group())) {
                    return Optional.of(name.group());
                }
                from = name.start() + 1;
            }
        }
        return Optional.empty();
    }

    /** One past the word of a region's body that begins at the offset, or -1. */
    private static int regionBodyEnd(String text, int at) {
        for (String word : REGION_BODIES) {
            if (text.startsWith(word, at)) {
                return at + word.length();
            }
        }
        return -1;
    }

    /** A publisher as a page's metadata names it; the office of a government publishes in the government's name. */
    static Optional<String> ofPublisher(String publisher) {
        String name = OFFICE_OF_GOVERNMENT.matcher(compact(publisher)).replaceFirst("$1");
        return isBody(name) ? Optional.of(name) : Optional.empty();
    }

    private static boolean isBody(String name) {
        return name.length() >= 3
                && name.length() <= 40
                && ENDS_AS_BODY.matcher(name).find()
                && !NOT_A_BODY.matcher(name).find()
                && !NOT_A_NAME.matcher(name).find();
    }

    /** What kind of body bears this name; empty where the name does not say. */
    public static Optional<IssuerKind> kindOf(String issuer) {
        boolean ofParty =
                issuer.startsWith("中共") || issuer.contains("县委") || issuer.contains("区委") || issuer.contains("市委");
        boolean ofGovernment = issuer.endsWith("政府");
        if (ofParty && ofGovernment) {
            return Optional.of(IssuerKind.PARTY_GOVERNMENT);
        }
        if (issuer.matches(".*(?:镇|乡|街道)(?:人民政府|办事处|政府)?$")) {
            return Optional.of(IssuerKind.TOWNSHIP);
        }
        if (ofGovernment || issuer.matches(".*(?:新区|开发区|管理区|示范区|高新区|园区)(?:管理委员会|管委会)$")) {
            return Optional.of(IssuerKind.GOVERNMENT);
        }
        return ENDS_AS_BODY.matcher(issuer).find() ? Optional.of(IssuerKind.BUREAU) : Optional.empty();
    }

    /** The text without white space. */
    static String compact(String text) {
        StringBuilder compact = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (!isBlank(text.charAt(i))) {
                compact.append(Radicals.fold(text.charAt(i)));
            }
        }
        return compact.toString();
    }

    /** The length of the text without white space. */
    static int compactLength(String text) {
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            length += isBlank(text.charAt(i)) ? 0 : 1;
        }
        return length;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r') || c == '\u00a0' || c == '\u3000' || c == '\u200b';
    }
}
