package org.fazhi.reading.strip;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fazhi.reading.strip.PageMetadata.Entry;
import org.fazhi.reading.strip.PageMetadata.Field;
import org.fazhi.reading.strip.PageMetadata.Origin;
import org.jsoup.nodes.Element;

/**
 * What the head of a page and its address say: the meta elements of the national site standard (国办发〔2017〕47号:
 * ArticleTitle, PubDate, ContentSource, SiteName, ColumnName; spelt in any case), what is said by schema.org's and Open Graph's
 * words, the title element, a date in the URL.
 * Maketime is when the CMS generated the page, and no date of the document.
 */
final class HeadElements {

    /** /t20230210_1.html, /20230210/, /2023-02-10/, /2023-02/10/, /2023/2/10/ */
    private static final Pattern URL_DATE =
            Pattern.compile("(?<=/t?)((?:19|20)\\d{2})(?:(\\d{2})(\\d{2})|[-/](\\d{1,2})[-/](\\d{1,2}))(?=[/_.]|$)");

    private static final Pattern DATE_PUBLISHED =
            Pattern.compile("\"datePublished\"\\s{0,20}:\\s{0,20}\"([^\"]{8,40})\"");

    private static final Pattern SITE_NAME_BORDER =
            Pattern.compile("\\s*[_|｜]\\s*|\\s+[-–—]+\\s*|\\s*[-–—]+\\s+|-+(?=[^-]*(?:网|政府|局|厅|平台|公开|专栏)$)");

    private static final int LONGEST_VALUE = 300;

    /** Characters of the shortest headline, and of the longest name of a column: 法治政府建设. */
    private static final int LEAST_ARTICLE = 8;

    private static final int LONGEST_COLUMN = 7;

    private HeadElements() {}

    /**
     * What they say.
     *
     * @param named of the page
     * @param titleElement the text of its title element
     */
    static List<Entry> read(NamedElements named, String titleElement, URI url) {
        List<Entry> entries = new ArrayList<>();
        for (Element meta : named.metas()) {
            String content = PageLine.trim(meta.attr("content"));
            if (content.isEmpty() || content.length() > LONGEST_VALUE) {
                continue;
            }
            switch (NamedElements.nameOf(meta)) {
                case "articletitle" -> add(entries, Field.TITLE, content);
                case "pubdate", "publishdate", "firstpublishedtime", "datepublished", "article:published_time" ->
                    PageDate.find(content).ifPresent(date -> add(entries, Field.PUBLISHED_DATE, date));
                case "contentsource" -> {
                    if (OrganName.matches(content)) {
                        add(entries, Field.PUBLISHER, content);
                    }
                }
                case "sitename" -> add(entries, Field.SITE_NAME, content);
                case "columnname" -> add(entries, Field.COLUMN_NAME, content);
                default -> {}
            }
        }
        for (Element script : named.scripts()) {
            if (script.attr("type").strip().equalsIgnoreCase("application/ld+json")) {
                linkedDate(script.data()).ifPresent(date -> add(entries, Field.PUBLISHED_DATE, date));
            }
        }
        String title = PageLine.trim(titleElement);
        if (!title.isEmpty() && title.length() <= LONGEST_VALUE) {
            withoutSiteName(title).ifPresent(value -> entries.add(new Entry(Field.TITLE, value, Origin.TITLE_TAG)));
        }
        dateIn(url).ifPresent(date -> entries.add(new Entry(Field.PUBLISHED_DATE, date, Origin.URL)));
        return entries;
    }

    /** The day of publishing in what a page says of itself as JSON-LD (schema.org, datePublished). */
    private static Optional<String> linkedDate(String json) {
        Matcher matcher = DATE_PUBLISHED.matcher(json);
        return matcher.find() ? PageDate.find(matcher.group(1)) : Optional.empty();
    }

    private static void add(List<Entry> entries, Field field, String value) {
        entries.add(new Entry(field, value, Origin.META_TAG));
    }

    /**
     * 某报告 - 某县人民政府门户网站, 某报告_某县政府: the article comes first and is the longest part. 部门文件_某市人民政府 names
     * the column and the site, and no article.
     */
    private static Optional<String> withoutSiteName(String title) {
        String[] parts = SITE_NAME_BORDER.split(title, 8);
        if (parts.length > 1 && parts[0].length() >= LEAST_ARTICLE) {
            return Optional.of(PageLine.trim(parts[0]));
        }
        boolean isColumnAndSite =
                parts.length > 1 && parts[0].length() <= LONGEST_COLUMN && OrganName.matches(parts[parts.length - 1]);
        return isColumnAndSite ? Optional.empty() : Optional.of(title);
    }

    static Optional<String> dateIn(URI url) {
        String path = Optional.ofNullable(url.getPath()).orElse("");
        Matcher matcher = URL_DATE.matcher(path);
        while (matcher.find()) {
            int month = matcher.group(2) == null ? 4 : 2;
            Optional<String> date =
                    PageDate.find(matcher.group(1) + "-" + matcher.group(month) + "-" + matcher.group(month + 1));
            if (date.isPresent()) {
                return date;
            }
        }
        return Optional.empty();
    }
}
