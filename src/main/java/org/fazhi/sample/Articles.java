package org.fazhi.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What stands in each body's column: its reports, and the look-alikes of {@code lookalikes.yml} among them. */
final class Articles {

    private final FactTable facts;
    private final ReportText text = new ReportText(Sentences.read());
    private final List<Wording> lookAlikes = Wording.readAll("lookalikes.yml");

    Articles(FactTable facts) {
        this.facts = facts;
    }

    /** The body's articles, newest first; the first report year's number is the lowest. */
    List<Article> of(Body body) {
        List<Article> unnumbered = new ArrayList<>();
        for (Report report : facts.reportsOf(body)) {
            unnumbered.add(new Article(
                    body,
                    "report",
                    report.title(),
                    report.published(),
                    0,
                    "",
                    report.damage().apply(text.lines(report)),
                    Optional.of(report)));
        }
        unnumbered.addAll(lookAlikes(body));
        unnumbered.sort(Comparator.comparing(Article::published).thenComparing(Article::title));
        Frame frame = Frame.of(body.family());
        List<Article> articles = new ArrayList<>();
        for (Article article : unnumbered) {
            int number = body.column() * 100 + articles.size() + 1;
            articles.add(
                    0,
                    new Article(
                            body,
                            article.kind(),
                            article.title(),
                            article.published(),
                            number,
                            frame.path(body, article.published(), number),
                            article.lines(),
                            article.report()));
            if (articles.size() > 99) {
                throw new IllegalStateException(body.publisher() + ": expected at most 99 articles");
            }
        }
        return articles;
    }

    private List<Article> lookAlikes(Body body) {
        List<Article> articles = new ArrayList<>();
        for (Wording entry : lookAlikes) {
            if (!entry.texts("bodies").contains(body.issuerKind())) {
                continue;
            }
            for (String year : entry.texts("years")) {
                articles.add(lookAlike(new BodyYear(body, Integer.parseInt(year)), entry));
            }
        }
        return articles;
    }

    private static Article lookAlike(BodyYear occasion, Wording entry) {
        String title = Sentences.words(entry.text("title"), occasion);
        int month = entry.number("month");
        int day = 1 + occasion.choice("day" + title, 28);
        LocalDate published =
                month == 0 ? LocalDate.of(occasion.year(), 12, day) : LocalDate.of(occasion.year() + 1, month, day);
        List<ReportLine> lines = List.of(ReportLine.paragraph(Sentences.words(entry.text("text"), occasion)));
        return new Article(occasion.body(), entry.text("kind"), title, published, 0, "", lines, Optional.empty());
    }
}
