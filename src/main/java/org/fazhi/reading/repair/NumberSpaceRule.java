package org.fazhi.reading.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fazhi.reading.strip.PageMetadata;

/**
 * Removes spaces inside a number and between a number and its unit: 93.6 %, 260 余份, 1 428.44万元. A plain space between
 * two digits stays (2023-02-08 10:10) but where it groups thousands of a count (培训2 310人次), as does one before a word
 * that is no unit (1 全面…).
 */
final class NumberSpaceRule implements RepairRule {

    /** Spaces that only typesetting puts between digits: no-break, thin and their kin, one ideographic space. */
    private static final String TYPESET = "[\\u00A0\\u2000-\\u200A\\u202F\\u205F\\u3000]";

    private static final String ANY = "[ \\u00A0\\u2000-\\u200A\\u202F\\u205F\\u3000]{1,3}";

    /** What a count can be followed by: classifiers, measures, scales, 余 and 多, the parts of a date. */
    private static final String UNIT =
            "[余多万亿千百十元件宗起名人次个份家项场条册期篇张处支所天卷轮批户村台部年月日时分周号页字座栋辆艘艇吨亩米公平立升度级届例桩" + "类种套块间组队班站点门款枚只头幅节课堂讲集季小]";

    /** What is counted by the thousand; a date or a page is not. */
    private static final String COUNT_UNIT = "[余多万亿件宗起名人次个份家项场条册期篇张处支卷批户村台亩吨元例]";

    /** Before a number that a blank has split; behind a line break the first digit may be an outline number. */
    private static final String OPENING = "[\\p{IsHan}，,、：:（(]";

    private static final Pattern SPACE = Pattern.compile("(?<=[0-9])" + TYPESET + "(?=[0-9])(?![0-9]{1,2}[:：])"
            + "|(?<=" + OPENING + "[1-9][0-9]{0,2}(?: [0-9]{3}){0,3}) (?=[0-9]{3}(?: [0-9]{3}){0,3}(?:\\.[0-9]{1,4})? ?"
            + COUNT_UNIT + ")"
            + "|(?<=" + OPENING + "[1-9](?: [0-9]){0,5}) (?=[0-9](?: [0-9]){0,5} ?" + COUNT_UNIT + ")"
            + "|(?<=[0-9])" + ANY + "(?=[%‰％])"
            + "|(?<=[0-9])" + ANY + "(?=" + UNIT + ")"
            + "|(?<=[0-9])" + ANY + "(?=\\.[0-9]{1,4}" + "[ \\u00A0]{0,2}[%‰％])"
            + "|(?<=[0-9]\\.)" + ANY + "(?=[0-9]{1,4}[ \\u00A0]{0,2}[%‰％])");

    @Override
    public String name() {
        return "number_space";
    }

    @Override
    public List<Edit> edits(String text, PageMetadata metadata) {
        List<Edit> edits = new ArrayList<>();
        Matcher matcher = SPACE.matcher(text).useTransparentBounds(true);
        for (int i = 1; i < text.length(); i++) {
            if (isSpace(text.charAt(i)) && isNumber(text.charAt(i - 1))) {
                matcher.region(i, text.length());
                if (matcher.lookingAt()) {
                    edits.add(Edit.remove(i, matcher.end()));
                    i = matcher.end();
                }
            }
        }
        return edits;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\u00A0' || (c >= '\u2000' && c <= '\u205F') || c == '\u3000';
    }

    private static boolean isNumber(char c) {
        return (c >= '0' && c <= '9') || c == '.';
    }
}
