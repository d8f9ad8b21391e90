package org.fazhi.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes the fictional sites from the table of facts. The build runs {@link #main} before packaging; the pages then travel on
 * the class path. The same tables give the same bytes at every run.
 */
public final class SampleGenerator {

    private static final LocalDate FOUNDED = LocalDate.of(2024, 1, 2);

    private SampleGenerator() {}

    /** Writes all pages under the folder that is the one argument. */
    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            throw new IllegalArgumentException("expected one folder to write to, got " + args.length + " arguments");
        }
        write(Path.of(args[0]));
    }

    static void write(Path folder) throws IOException {
        SamplePages.of(pages()).write(folder);
    }

    /** Every page of every family. */
    static List<Page> pages() {
        FactTable facts = FactTable.read();
        Articles articles = new Articles(facts);
        List<Page> pages = new ArrayList<>();
        List<String> denied = new ArrayList<>();
        for (Body body : facts.bodies()) {
            Frame frame = Frame.of(body.family());
            List<Article> column = articles.of(body);
            pages.addAll(frame.listing(body, column));
            for (Article article : column) {
                pages.addAll(served(frame, article));
                article.report()
                        .filter(report -> report.state() == Report.State.DENIED)
                        .ifPresent(report -> denied.add(article.path()));
            }
        }
        for (Family family : Family.values()) {
            pages.add(robots(
                    family,
                    denied.stream()
                            .filter(path -> pages.stream()
                                    .anyMatch(page -> page.family() == family
                                            && page.path().equals(path)))
                            .toList()));
        }
        return pages;
    }

    /** What the host answers where the article should be; nothing at all where it is gone. */
    private static List<Page> served(Frame frame, Article article) {
        Page page = frame.article(article);
        Report.State state = article.report().map(Report::state).orElse(Report.State.PUBLISHED);
        return switch (state) {
            case PUBLISHED, DENIED -> List.of(page);
            case GONE -> List.of();
            case REDIRECTED -> {
                String moved = "/moved" + article.path();
                yield List.of(
                        new Page(
                                page.family(),
                                article.path(),
                                301,
                                page.contentType(),
                                page.modified(),
                                Optional.of(moved),
                                new byte[0]),
                        new Page(
                                page.family(),
                                moved,
                                200,
                                page.contentType(),
                                page.modified(),
                                Optional.empty(),
                                page.body()));
            }
            case SOFT_404 ->
                List.of(stub(
                        page,
                        200,
                        "<html><head><meta http-equiv=\"refresh\" content=\"0;URL=../\"></head><body></body></html>"));
            case BLOCKED ->
                List.of(stub(
                        page,
                        412,
                        "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><script>var $_ts=window['$_ts']||{};"
                                + "$_ts.nsd=60917;$_ts.cd=\"qEWqrrlc\";_$z0();</script></head><body></body></html>"));
        };
    }

    private static Page stub(Page page, int status, String html) {
        byte[] body = html.getBytes(StandardCharsets.US_ASCII);
        return new Page(page.family(), page.path(), status, "text/html", page.modified(), Optional.empty(), body);
    }

    private static Page robots(Family family, List<String> denied) {
        StringBuilder rules = new StringBuilder("User-agent: *\nDisallow: /manage/\n");
        denied.forEach(path -> rules.append("Disallow: ").append(path).append('\n'));
        byte[] body = rules.toString().getBytes(StandardCharsets.US_ASCII);
        return Page.of(family, "/robots.txt", "text/plain", FOUNDED, body);
    }
}
