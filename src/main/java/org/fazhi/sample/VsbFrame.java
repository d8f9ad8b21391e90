package org.fazhi.sample;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Plain lists in the manner of VSB, paged by a 下一页 link whose file numbers run down. Pages are GB18030 and call themselves
 * gb2312, some in the header and all in the META tag, as old pages do.
 */
final class VsbFrame implements Frame {

    private static final int ROWS = 5;
    private static final Charset GB18030 = Charset.forName("GB18030");

    @Override
    public String path(Body body, LocalDate published, int number) {
        return "/info/" + body.column() + "/" + number + ".htm";
    }

    @Override
    public String listingPath(Body body) {
        return body.folder().substring(0, body.folder().length() - 1) + ".htm";
    }

    @Override
    public Page article(Article article) {
        Map<String, String> values = values(article.body(), article.number());
        values.putAll(Frame.values(article, VsbFrame::metadata, body(article.lines())));
        values.put("listing", listingPath(article.body()));
        String html = Frame.fill("vsb-article.html", values);
        return Page.of(Family.VSB, article.path(), type(article.body()), article.published(), html.getBytes(GB18030));
    }

    @Override
    public List<Page> listing(Body body, List<Article> articles) {
        List<Page> pages = new ArrayList<>();
        int count = (articles.size() + ROWS - 1) / ROWS;
        for (int page = 0; page < count; page++) {
            StringBuilder rows = new StringBuilder();
            for (Article article : articles.subList(page * ROWS, Math.min(articles.size(), (page + 1) * ROWS))) {
                rows.append("<tr><td>·&nbsp;<a href=\"")
                        .append(article.path())
                        .append("\" target=\"_blank\" title=\"")
                        .append(Frame.escape(article.title()))
                        .append("\">")
                        .append(Frame.escape(article.title()))
                        .append("</a></td><td>")
                        .append(article.published().toString().replace('-', '/'))
                        .append("</td></tr>\n");
            }
            Map<String, String> values = values(body, body.column());
            values.put("rows", rows.toString());
            values.put("total", String.valueOf(articles.size()));
            values.put("page", String.valueOf(page + 1));
            values.put("pages", String.valueOf(count));
            values.put("pager", pager(body, page, count));
            pages.add(Page.of(
                    Family.VSB,
                    pagePath(body, page, count),
                    type(body),
                    articles.get(0).published(),
                    Frame.fill("vsb-list.html", values).getBytes(GB18030)));
        }
        return pages;
    }

    /** The first page is fzzfjs.htm, the next fzzfjs/2.htm, the last fzzfjs/1.htm. */
    private String pagePath(Body body, int page, int count) {
        return page == 0 ? listingPath(body) : body.folder() + (count - page) + ".htm";
    }

    private String pager(Body body, int page, int count) {
        String first = link("首页", listingPath(body), page > 0);
        String previous = link("上一页", pagePath(body, Math.max(0, page - 1), count), page > 0);
        String next = link("下一页", pagePath(body, page + 1, count), page + 1 < count);
        String last = link("尾页", pagePath(body, count - 1, count), page + 1 < count);
        return first + "&nbsp;" + previous + "&nbsp;" + next + "&nbsp;" + last;
    }

    private static String link(String label, String path, boolean live) {
        return live ? "<a href=\"" + path + "\">" + label + "</a>" : "<span>" + label + "</span>";
    }

    private static String type(Body body) {
        return body.isGovernment() ? "text/html; charset=gb2312" : "text/html";
    }

    private static Map<String, String> values(Body body, int number) {
        Map<String, String> values = new HashMap<>();
        values.put("county", body.county());
        values.put("siteid", Frame.siteId(body));
        values.put("clock", Frame.falseClock(number));
        return values;
    }

    /** Layout (d): bracketed labels on one line. */
    private static String metadata(Report report) {
        return Frame.metadata(
                "vsb-metadata.html", report, report.documentNumber().orElse(""), LocalDate::toString);
    }

    private static String body(List<ReportLine> lines) {
        StringBuilder html = new StringBuilder();
        for (ReportLine line : lines) {
            html.append(
                    switch (line.place()) {
                        case HEAD -> "<p align=center>";
                        case SIGNATURE -> "<p align=right>";
                        case BODY -> "<p>　　";
                    });
            html.append(Frame.escape(line.text())).append("</p>\n");
        }
        return html.toString();
    }
}
