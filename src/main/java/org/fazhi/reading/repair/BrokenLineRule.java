package org.fazhi.reading.repair;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.fazhi.reading.strip.PageMetadata;

/**
 * Joins a sentence broken over two lines. Titles, headings, addressees and signatures have no full stop either, so a
 * line is joined to the next only where one of these shows that the sentence goes on:
 *
 * <ul>
 *   <li>the next line begins with punctuation that cannot open a line (，。；：）》”%);
 *   <li>the line ends with ， or 、 or an opening bracket or quote;
 *   <li>the line has a full stop inside, ends without one, and the next is no heading and has punctuation of its own;
 *   <li>the text is wrapped at a fixed width (many lines of nearly one length that end in mid-sentence) and the line
 *       reaches that width.
 * </ul>
 *
 * Never joined: a line to one that begins with a marker (一、 （一） 1. 第一章 一是 附件), lines of a table.
 */
final class BrokenLineRule implements RepairRule {

    private static final Pattern MARKER = Pattern.compile(
            "[(（]?[一二三四五六七八九十]{1,3}[、.．)）].*|[(（]?[0-9０-９]{1,2}(?:[、．)）]|\\.(?![0-9])).*|第[一二三四五六七八九十]{1,3}[章节条部].*"
                    + "|[一二三四五六七八九十]{1,2}(?:是|要).*|附件.*|[(（]?此件.*|抄送.*|[①-⑳•·●◆■▪].*",
            Pattern.DOTALL);
    private static final String CANNOT_OPEN = "，。；：、？！）》”’」』〕】％%,;!?)";
    private static final String GOES_ON = "，、（《“‘「『〔,(";
    private static final String PUNCTUATION = "，。；、：,;";

    /** Fewer full lines of one width are chance. */
    private static final int FEWEST_WRAPPED = 8;

    private static final int WIDTH_SLACK = 2;
    private static final int NARROWEST = 18;
    private static final int WIDEST = 120;

    @Override
    public String name() {
        return "broken_line";
    }

    @Override
    public List<Edit> edits(String text, PageMetadata metadata) {
        String[] lines = text.split("\n", -1);
        int width = wrapWidth(lines);
        List<Edit> edits = new ArrayList<>();
        int offset = lines[0].length();
        boolean hasFullStop = lines[0].indexOf('。') >= 0;
        for (int i = 1; i < lines.length; i++) {
            boolean joins = joins(lines[i - 1], lines[i], hasFullStop, width);
            if (joins) {
                edits.add(Edit.remove(offset, offset + 1));
            }
            hasFullStop = (joins && hasFullStop) || lines[i].indexOf('。') >= 0;
            offset += lines[i].length() + 1;
        }
        return edits;
    }

    private static boolean joins(String line, String next, boolean hasFullStop, int width) {
        if (line.isEmpty() || next.isEmpty() || line.indexOf('\t') >= 0 || next.indexOf('\t') >= 0) {
            return false;
        }
        char last = line.charAt(line.length() - 1);
        if (CANNOT_OPEN.indexOf(next.charAt(0)) >= 0) {
            return "。！？；".indexOf(last) < 0;
        }
        boolean goesOn = GOES_ON.indexOf(last) >= 0;
        boolean breaksOff = Simplified.isHan(last) || Character.isDigit(last);
        if (!(goesOn || breaksOff) || MARKER.matcher(next).matches()) {
            return false;
        }
        if (goesOn) {
            return true;
        }
        boolean nextIsSentence = next.chars().anyMatch(c -> PUNCTUATION.indexOf(c) >= 0);
        return nextIsSentence && (hasFullStop || (width > 0 && line.length() >= width - WIDTH_SLACK));
    }

    /** The width most full lines have, in characters; 0 where the text is not wrapped. */
    private static int wrapWidth(String[] lines) {
        int[] count = new int[WIDEST + WIDTH_SLACK + 1];
        int brokenOff = 0;
        for (String line : lines) {
            boolean breaksOff = !line.isEmpty()
                    && (Simplified.isHan(line.charAt(line.length() - 1))
                            || GOES_ON.indexOf(line.charAt(line.length() - 1)) >= 0);
            if (breaksOff && line.length() >= NARROWEST && line.length() <= WIDEST && line.indexOf('\t') < 0) {
                brokenOff++;
                count[line.length()]++;
            }
        }
        int best = 0;
        int width = 0;
        for (int w = NARROWEST; w <= WIDEST; w++) {
            int near = Arrays.stream(count, w - WIDTH_SLACK, w + 1).sum();
            if (near > best) {
                best = near;
                width = w;
            }
        }
        return best >= FEWEST_WRAPPED && best * 2 >= brokenOff && best * 4 >= lines.length ? width : 0;
    }
}
