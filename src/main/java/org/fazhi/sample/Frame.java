package org.fazhi.sample;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts articles and lists into the pages of one family of sites. */
sealed interface Frame permits TrsFrame, HanwebFrame, VsbFrame {

    Pattern SLOT = Pattern.compile("\\$\\{([a-z]+)}");

    static Frame of(Family family) {
        return switch (family) {
            case TRS -> new TrsFrame();
            case HANWEB -> new HanwebFrame();
            case VSB -> new VsbFrame();
        };
    }

    /** Where an article of that day and number stands. */
    String path(Body body, LocalDate published, int number);

    Page article(Article article);

    /** The pages of a body's column, newest article first; the first page is the one {@code jobs/sample} names. */
    List<Page> listing(Body body, List<Article> articles);

    /** Path of the first page of a body's column. */
    String listingPath(Body body);

    /** Fills the slots of a template under {@code frames/}; every slot needs a value. */
    static String fill(String template, Map<String, String> values) {
        Matcher slots = SLOT.matcher(Resource.text("frames/" + template));
        return slots.replaceAll(slot -> {
            String value = values.get(slot.group(1));
            if (value == null) {
                throw new IllegalArgumentException("frames/" + template + ": expected a value for " + slot.group());
            }
            return Matcher.quoteReplacement(value);
        });
    }

    /** A clock in the page's head that has nothing to do with the article, as on real pages. */
    static String falseClock(int number) {
        return "20" + (18 + number % 4) + "年" + (1 + number % 12) + "月" + (1 + number % 28) + "日 星期四";
    }

    static String siteId(Body body) {
        return body.regionCode() + "0001";
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\u00a0", "&nbsp;");
    }

    static byte[] utf8(String html) {
        return html.getBytes(StandardCharsets.UTF_8);
    }

    /** Fills a metadata template with what the report's metadata block states. */
    static String metadata(String template, Report report, String number, Function<LocalDate, String> date) {
        return fill(
                template,
                Map.of(
                        "index", report.indexNumber(),
                        "issuer", report.body().publisher(),
                        "title", escape(report.title()),
                        "number", number,
                        "written", date.apply(report.written()),
                        "published", date.apply(report.published())));
    }

    /** What every family's article template asks for besides its own. */
    static Map<String, String> values(Article article, Function<Report, String> metadata, String body) {
        return Map.of(
                "title", escape(article.title()),
                "published", article.published().toString(),
                "minute", String.valueOf(10 + article.number() % 50),
                "metadata", article.report().map(metadata).orElse(""),
                "body", body,
                "related", related(article));
    }

    /** A list of titles below a report, as 相关解读. */
    static String related(Article article) {
        return article.isReport()
                ? "<div class=\"related\"><h4>相关解读</h4><ul><li>一图读懂《" + escape(article.title())
                        + "》</li><li>相关附件：无</li></ul></div>"
                : "";
    }
}
