package org.fazhi.harvest.discovery;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fazhi.harvest.source.ConfigurationException;
import org.fazhi.harvest.source.Settings;
import org.fazhi.text.BundledFile;

/**
 * Tells of a row that {@link LinkFilter} did not take whether it may be a report nonetheless, under another name than the
 * genre's: {@code warehouse/knowledge/doubtful_titles.yml}. A listing with such a row does not prove that a report is missing.
 */
public final class DoubtfulTitles {

    private static final String FILE = "warehouse/knowledge/doubtful_titles.yml";

    /** Not of the listing, or before what is asked for. */
    private static final List<String> NEVER =
            List.of(Verdict.Reason.OTHER_COLUMN.code(), Verdict.Reason.BEFORE_SINCE.code());

    /** By its title already. */
    private static final List<String> JUDGED = List.of(Verdict.Reason.SHARED_ADDRESS.code());

    private static final Pattern BRACKETS_AT_END =
            Pattern.compile("(?:[(\\[【〔][^()\\[\\]【】〔〕]{0,20}[)\\]】〕]|\\.(?:pdf|docx?|wps|ofd))$");

    /** A year in brackets or at the end, which {@link ReportTitle} does not take for that of a report. */
    private static final Pattern BARE_YEAR = Pattern.compile("(?<!\\d)(20\\d{2})(?![\\d])(?!年?[-./]\\d|年\\d{1,2}月)");

    private static final DoubtfulTitles BUNDLED = new DoubtfulTitles(BundledFile.text(FILE));

    /** What an entry tells. */
    enum Sign {
        MAY_BE_REPORT,
        IS_OTHER,
        IS_REPORT,
        IS_DRAFT,
        NAMES_COLUMN,
        IS_BARE;

        static Sign of(String code) {
            for (Sign sign : values()) {
                if (sign.name().toLowerCase(Locale.ROOT).equals(code)) {
                    return sign;
                }
            }
            throw new Settings.Unexpected("may_be_report, is_other, is_report, is_draft, names_column or is_bare");
        }
    }

    /** One entry of the file. */
    record Entry(Sign sign, Pattern pattern, String example, String counterExample) {

        boolean fits(String title) {
            String plain = ReportTitle.plain(title);
            String head = BRACKETS_AT_END.matcher(plain).replaceFirst("");
            return pattern.matcher(head).find() || pattern.matcher(plain).find();
        }
    }

    private final List<Entry> entries;

    private DoubtfulTitles(String text) {
        entries = SignFile.entries(FILE, text, Sign::of, 0, Entry::new);
    }

    /** The words that travel with the program. */
    public static DoubtfulTitles bundled() {
        return BUNDLED;
    }

    /** @throws ConfigurationException where the text says something else than it should, with file and line */
    static DoubtfulTitles of(String text) {
        return new DoubtfulTitles(text);
    }

    List<Entry> entries() {
        return entries;
    }

    /**
     * True where a row that was not taken may be a report.
     *
     * @param title as the listing prints it; a row without one may be anything
     * @param reason code of why it was not taken
     */
    public boolean mayBeReport(String title, String reason) {
        if (NEVER.contains(reason)) {
            return false;
        }
        if (title.isBlank() || JUDGED.contains(reason)) {
            return true;
        }
        boolean isDoubted = tells(Sign.MAY_BE_REPORT, title) && !tells(Sign.IS_OTHER, title) || isReport(title);
        return isDoubted && !isDraft(title);
    }

    /** True of a title that is a report's, whatever it looks like besides. */
    boolean isReport(String title) {
        return tells(Sign.IS_REPORT, title);
    }

    /** True of a title that says of what year a report is and not what it reports, as rows of a column that says it may. */
    boolean isBare(String title) {
        return tells(Sign.IS_BARE, title);
    }

    /** True of a column that is called what the genre's reports are called. */
    boolean namesColumn(String name) {
        return tells(Sign.NAMES_COLUMN, name);
    }

    /** True of a text that is put up for opinions before it is adopted; the report itself is another one. */
    public boolean isDraft(String title) {
        return tells(Sign.IS_DRAFT, title);
    }

    /** The year that the title of such a row names, also bare or in brackets; empty where it names none. */
    public static OptionalInt year(String title) {
        OptionalInt year = ReportTitle.year(title);
        if (year.isPresent()) {
            return year;
        }
        Matcher bare = BARE_YEAR.matcher(ReportTitle.plain(title));
        return bare.find() ? OptionalInt.of(Integer.parseInt(bare.group(1))) : OptionalInt.empty();
    }

    private boolean tells(Sign sign, String title) {
        return entries.stream().anyMatch(entry -> entry.sign() == sign && entry.fits(title));
    }
}
