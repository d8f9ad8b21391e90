package org.fazhi.text;

import java.text.Normalizer;

/**
 * The ideograph that a radical stands for. Text copied out of a PDF has the characters of the Kangxi Radicals and CJK
 * Radicals Supplement blocks (Unicode 16, §18.1), which look like 行, 民 or 二 and are found by no search for them.
 */
public final class Radicals {

    private static final char FIRST = '\u2E80';
    private static final char LAST = '\u2FD5';
    private static final char FIRST_KANGXI = '\u2F00';

    /** Radicals of the supplement that have no compatibility mapping, each before its ideograph. */
    private static final String SUPPLEMENT =
            "⺠民⻓长⻔门⻋车⻅见⻉贝⻚页⻛风⻜飞⻝食⻢马⻥鱼⻦鸟⻬齐⻰龙⻩黄⻄西⻘青⻁虎⻆角⻤鬼⻧卤⻨麦⻮齿⻑长⻒长⻖阜⻙韦" + "⺮竹⺼肉⻌辶⺩王⺬示⻣骨⺝月⺦丬⺫网⺻聿⻊足⻏邑⻭齿⻯龙⻪黾";

    private Radicals() {}

    /** Whether the character is a radical of one of the two blocks. */
    public static boolean isRadical(char c) {
        return c >= FIRST && c <= LAST;
    }

    /** The ideograph, or the character itself where none is known. */
    public static char fold(char c) {
        if (!isRadical(c)) {
            return c;
        }
        int at = c < FIRST_KANGXI ? SUPPLEMENT.indexOf(c) : -1;
        if (at >= 0 && at % 2 == 0) {
            return SUPPLEMENT.charAt(at + 1);
        }
        String folded = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC);
        return folded.length() == 1 ? folded.charAt(0) : c;
    }

    /** The text with every radical folded; as long as the text. */
    public static String fold(String text) {
        int at = 0;
        while (at < text.length() && !isRadical(text.charAt(at))) {
            at++;
        }
        if (at == text.length()) {
            return text;
        }
        StringBuilder folded = new StringBuilder(text);
        for (int i = at; i < folded.length(); i++) {
            folded.setCharAt(i, fold(folded.charAt(i)));
        }
        return folded.toString();
    }
}
