package org.fazhi.sample;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Static lists of the TRS family: index.html, index_1.html …, t-date articles, a metadata table of four cells a row. */
final class TrsFrame implements Frame {

    private static final int ROWS = 5;
    private static final String TYPE = "text/html; charset=utf-8";
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyyMM", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);

    @Override
    public String path(Body body, LocalDate published, int number) {
        return body.folder() + fileName(published, number);
    }

    private static String fileName(LocalDate published, int number) {
        return MONTH.format(published) + "/t" + DAY.format(published) + "_" + number + ".html";
    }

    @Override
    public String listingPath(Body body) {
        return body.folder() + "index.html";
    }

    @Override
    public Page article(Article article) {
        Map<String, String> values = values(article.body(), article.number());
        values.putAll(Frame.values(article, TrsFrame::metadata, body(article.lines())));
        String html = Frame.fill("trs-article.html", values);
        return Page.of(Family.TRS, article.path(), TYPE, article.published(), Frame.utf8(html));
    }

    @Override
    public List<Page> listing(Body body, List<Article> articles) {
        List<Page> pages = new ArrayList<>();
        int count = (articles.size() + ROWS - 1) / ROWS;
        for (int page = 0; page < count; page++) {
            StringBuilder rows = new StringBuilder();
            for (Article article : articles.subList(page * ROWS, Math.min(articles.size(), (page + 1) * ROWS))) {
                String title = Frame.escape(article.title());
                // The anchor text of a long title is cut; the whole stands in the attribute only.
                String shown = title.length() > 24 ? title.substring(0, 22) + "..." : title;
                rows.append("<li><a href=\"./")
                        .append(fileName(article.published(), article.number()))
                        .append("\" target=\"_blank\" title=\"")
                        .append(title)
                        .append("\">")
                        .append(shown)
                        .append("</a><span>")
                        .append(article.published())
                        .append("</span></li>\n");
            }
            Map<String, String> values = values(body, body.column());
            values.put("rows", rows.toString());
            values.put("pages", String.valueOf(count));
            values.put("page", String.valueOf(page));
            pages.add(Page.of(
                    Family.TRS,
                    page == 0 ? listingPath(body) : body.folder() + "index_" + page + ".html",
                    TYPE,
                    articles.get(0).published(),
                    Frame.utf8(Frame.fill("trs-list.html", values))));
        }
        return pages;
    }

    private static Map<String, String> values(Body body, int number) {
        Map<String, String> values = new HashMap<>();
        values.put("county", body.county());
        values.put("place", body.place());
        values.put("issuer", body.publisher());
        values.put("column", String.valueOf(body.column()));
        values.put("siteid", Frame.siteId(body));
        values.put("clock", Frame.falseClock(number));
        return values;
    }

    /** Layout (a); printed twice by one county, as some sites do. */
    private static String metadata(Report report) {
        String number = report.documentNumber().orElse("无");
        String table = Frame.metadata("trs-metadata.html", report, number, ReportText::chineseDate);
        return report.body().regionCode().equals("991102") ? table + table : table;
    }

    private static String body(List<ReportLine> lines) {
        StringBuilder html = new StringBuilder();
        for (ReportLine line : lines) {
            String head = Frame.escape(line.text().substring(0, line.headingEnd()));
            String rest = Frame.escape(line.text().substring(line.headingEnd()));
            html.append(
                    switch (line.place()) {
                        case HEAD -> "<p style=\"text-align:center\">";
                        case SIGNATURE -> "<p style=\"text-align:right\">";
                        case BODY -> "<p style=\"text-indent:2em\">　　";
                    });
            html.append(head.isEmpty() ? "" : "<strong>" + head + "</strong>")
                    .append(rest)
                    .append("</p>\n");
        }
        return html.toString();
    }
}
