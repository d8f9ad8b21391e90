package org.fazhi.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hanweb columns: a recordset in the column page, the rest from dataproxy.jsp, articles pasted from Word in #zoom. */
final class HanwebFrame implements Frame {

    private static final int ROWS = 3;
    /** Pages whose records the column page brings along. */
    private static final int GROUP = 2;

    private static final String TYPE = "text/html;charset=UTF-8";
    private static final Pattern PASTED_RUN = Pattern.compile("[0-9][0-9.]*|%|（[一二三四五六七八九十]+）|[^0-9%（]+|（");

    @Override
    public String path(Body body, LocalDate published, int number) {
        return "/art/" + published.getYear() + "/" + published.getMonthValue() + "/" + published.getDayOfMonth()
                + "/art_" + body.column() + "_" + number + ".html";
    }

    @Override
    public String listingPath(Body body) {
        return body.folder() + "index.html";
    }

    @Override
    public Page article(Article article) {
        Map<String, String> values = values(article.body(), article.number());
        values.putAll(Frame.values(article, HanwebFrame::metadata, body(article.lines())));
        String html = Frame.fill("hanweb-article.html", values);
        return Page.of(Family.HANWEB, article.path(), TYPE, article.published(), Frame.utf8(html));
    }

    /** The column page, and the records that {@link Dataproxy} cuts its answers from. */
    @Override
    public List<Page> listing(Body body, List<Article> articles) {
        List<String> records = new ArrayList<>();
        for (Article article : articles) {
            records.add("<record><![CDATA[<li><a href=\"" + article.path() + "\" title=\""
                    + Frame.escape(article.title()) + "\" target=\"_blank\">" + Frame.escape(article.title())
                    + "</a><span>" + article.published() + "</span></li>]]></record>");
        }
        Map<String, String> values = values(body, body.column());
        values.put("unit", String.valueOf(body.column() + 4000));
        values.put("webid", "1");
        values.put("webname", body.county() + "人民政府");
        values.put("records", String.join("\n", records.subList(0, Math.min(ROWS * GROUP, records.size()))));
        values.put("perpage", String.valueOf(ROWS));
        values.put("groupsize", String.valueOf(GROUP));
        values.put("total", String.valueOf(records.size()));
        LocalDate modified = articles.get(0).published();
        return List.of(
                Page.of(
                        Family.HANWEB,
                        listingPath(body),
                        TYPE,
                        modified,
                        Frame.utf8(Frame.fill("hanweb-list.html", values))),
                Page.of(
                        Family.HANWEB,
                        Dataproxy.recordsPath(body.column()),
                        Dataproxy.TYPE,
                        modified,
                        Frame.utf8(String.join("\n", records))));
    }

    private static Map<String, String> values(Body body, int number) {
        Map<String, String> values = new HashMap<>();
        values.put("county", body.county());
        values.put("issuer", body.publisher());
        values.put("column", String.valueOf(body.column()));
        values.put("siteid", Frame.siteId(body));
        values.put("clock", Frame.falseClock(number));
        return values;
    }

    /** Layout (c) for governments, (b) with rows left in comments for bureaus. */
    private static String metadata(Report report) {
        return Frame.metadata(
                report.body().isGovernment() ? "hanweb-government-metadata.html" : "hanweb-bureau-metadata.html",
                report,
                report.documentNumber().orElse(""),
                LocalDate::toString);
    }

    /** Word's markup: a number and its unit in different spans, chapter numbers between conditional comments. */
    private static String body(List<ReportLine> lines) {
        StringBuilder html = new StringBuilder();
        for (ReportLine line : lines) {
            html.append(
                    switch (line.place()) {
                        case HEAD -> "<p class=\"MsoNormal\" align=\"center\">";
                        case SIGNATURE -> "<p class=\"MsoNormal\" align=\"right\">";
                        case BODY -> "<p class=\"MsoNormal\" style=\"text-indent:32.0pt;mso-char-indent-count:2\">";
                    });
            Matcher runs = PASTED_RUN.matcher(line.text());
            while (runs.find()) {
                String run = Frame.escape(runs.group());
                if (runs.start() == 0 && line.level() == 2) {
                    html.append("<!--[if !supportLists]--><span style=\"mso-list:Ignore\">")
                            .append(run)
                            .append("</span><!--[endif]-->");
                } else if (runs.start() < line.headingEnd()) {
                    html.append("<b><span style=\"font-family:黑体\">")
                            .append(run)
                            .append("</span></b>");
                } else if (Character.isDigit(run.charAt(0))) {
                    html.append("<span lang=\"EN-US\">").append(run).append("</span>");
                } else {
                    html.append("<span style=\"font-family:仿宋\">").append(run).append("</span>");
                }
            }
            html.append("<o:p></o:p></p>\n");
        }
        return html.toString();
    }
}
