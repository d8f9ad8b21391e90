package org.fazhi.harvest.discovery;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.fazhi.text.BoundedText;
import org.jsoup.Jsoup;

/** A row of a listing that comes as data, not as markup. */
final class JsonRow {

    /** China has one time zone; seconds since 1970 are shown in it. */
    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

    private static final String SECONDS = "\\d{9,10}";
    private static final String MILLIS = "\\d{12,13}";
    private static final int LONGEST_TITLE = 300;

    private JsonRow() {}

    /** Adds the row; one without an address is left. Search answers mark what was found with elements in the title. */
    static void add(List<Link> links, URI base, String href, String title, String date) {
        String plain = title.indexOf('<') >= 0 || title.indexOf('&') >= 0
                ? Jsoup.parseBodyFragment(title).text()
                : title.strip();
        String cut = BoundedText.of(plain, LONGEST_TITLE);
        Hrefs.ofRow(base, href).ifPresent(url -> links.add(new Link(url, cut, date(date), links.size())));
    }

    private static Optional<LocalDate> date(String text) {
        if (text.matches(SECONDS)) {
            return Optional.of(
                    Instant.ofEpochSecond(Long.parseLong(text)).atOffset(CHINA).toLocalDate());
        }
        if (text.matches(MILLIS)) {
            return Optional.of(
                    Instant.ofEpochMilli(Long.parseLong(text)).atOffset(CHINA).toLocalDate());
        }
        return RowDate.last(text);
    }
}
