package org.fazhi.reading;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which year a report covers. Its title says so; where it does not, the opening, the headings and the date do: a report
 * is due in the first months of the year after (法治政府建设与责任落实督察工作规定, 厅字〔2019〕28号, art. 24).
 */
final class ReportYear {

    private static final Pattern ARABIC =
            Pattern.compile("(?<![\\d—–\\-－至〔\\[（(])((?:19|20)\\d\\d)\\s*年?(?:度|以来)?(?![\\d—–\\-－至])");
    private static final Pattern CHINESE = Pattern.compile("([一二][〇○零九][〇○零一二三四五六七八九]{2})\\s*年");
    private static final Pattern OPENING = Pattern.compile("((?:19|20)\\d\\d)\\s*年(?!\\s*\\d{1,2}\\s*月)");
    private static final String DIGITS = "〇一二三四五六七八九";
    private static final int FIRST = 1990;
    private static final int LAST = 2100;
    private static final int OPENING_CHARACTERS = 300;

    private ReportYear() {}

    static OptionalInt inTitle(String title) {
        String text = IssuerName.compact(title);
        Matcher arabic = ARABIC.matcher(text);
        if (arabic.find()) {
            return bounded(Integer.parseInt(arabic.group(1)));
        }
        Matcher chinese = CHINESE.matcher(text);
        return chinese.find() ? bounded(chinese(chinese.group(1))) : OptionalInt.empty();
    }

    static OptionalInt inOpening(String body) {
        Matcher year = OPENING.matcher(body.substring(0, Math.min(OPENING_CHARACTERS, body.length())));
        return year.find() ? bounded(Integer.parseInt(year.group(1))) : OptionalInt.empty();
    }

    /** A report written in the first half of a year covers the year before, one written later the same year. */
    static OptionalInt fromDate(Optional<String> isoDate) {
        if (isoDate.isEmpty() || isoDate.get().length() < 7) {
            return OptionalInt.empty();
        }
        int year = Integer.parseInt(isoDate.get().substring(0, 4));
        int month = Integer.parseInt(isoDate.get().substring(5, 7));
        return bounded(month <= 6 ? year - 1 : year);
    }

    private static int chinese(String digits) {
        int value = 0;
        for (char digit : digits.toCharArray()) {
            value = value * 10 + Math.max(0, DIGITS.indexOf(digit));
        }
        return value;
    }

    private static OptionalInt bounded(int year) {
        return year >= FIRST && year <= LAST ? OptionalInt.of(year) : OptionalInt.empty();
    }
}
