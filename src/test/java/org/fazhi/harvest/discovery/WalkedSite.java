package org.fazhi.harvest.discovery;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fazhi.harvest.discovery.ListingWalk.Stop;
import org.fazhi.harvest.source.QingheSource;
import org.fazhi.harvest.source.Source;

/** Pages of a fictional site, walked without a network; keys are paths, with the query where there is one. */
final class WalkedSite {

    private final Source source;
    private final Map<String, String> pages = new HashMap<>();
    private final Map<String, String> moved = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final List<JudgedLink> links = new ArrayList<>();

    WalkedSite(String start) {
        source = LinkFilterTest.source(URI.create("http://www.qinghe.gov.cn" + start));
    }

    /** A site of another body of the county. */
    WalkedSite(String start, String publisher) {
        source = QingheSource.listedAt(URI.create("http://www.qinghe.gov.cn" + start), publisher);
    }

    WalkedSite page(String path, String body) {
        pages.put(path, body);
        return this;
    }

    /** Asked for one address, the site answers from another. */
    WalkedSite moved(String path, String to) {
        moved.put(path, to);
        return this;
    }

    Stop walk() {
        asked.clear();
        links.clear();
        ListingWalk walk = new ListingWalk(source, source.listings().get(0));
        for (Optional<ListingRequest> next = walk.next(); next.isPresent(); next = walk.next()) {
            URI url = next.get().url();
            String name = name(url);
            asked.add(name);
            URI reached = url.resolve(moved.getOrDefault(name, name));
            Optional<String> body = Optional.ofNullable(pages.get(name(reached)));
            if (body.isEmpty()) {
                walk.miss();
            } else {
                links.addAll(walk.accept(new ListingResponse(next.get(), reached, body.get())));
            }
        }
        return walk.stop().orElseThrow();
    }

    private static String name(URI url) {
        return url.getRawPath() + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery());
    }

    /** Of the last walk, in order. */
    List<String> asked() {
        return asked;
    }

    /** Titles of the dated rows of the last walk. */
    List<String> titles() {
        return links.stream()
                .filter(row -> row.link().date().isPresent())
                .map(row -> row.link().title())
                .toList();
    }

    /** Addresses of the rows of the last walk that were taken. */
    List<String> taken() {
        return links.stream()
                .filter(row -> row.verdict() instanceof Verdict.Taken)
                .map(row -> row.link().url().getPath())
                .toList();
    }

    /** Addresses of all rows of the last walk. */
    List<String> listed() {
        return links.stream().map(row -> row.link().url().getPath()).toList();
    }

    /** A list of rows, each on a year, listed in January of the next. */
    static String years(Integer... years) {
        return List.of(years).stream()
                .map(year -> row("/fzzf/r" + year + ".html", year + "年法治政府建设年度报告", (year + 1) + "-01-05"))
                .collect(Collectors.joining("\n", "<ul>", "</ul>"));
    }

    /** Rows of one day, numbered. */
    static String rows(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(i -> row("/fzzf/d" + i + ".html", "清禾县第" + i + "号2023年法治政府建设年度报告", "2024-01-05"))
                .collect(Collectors.joining("\n", "<ul>", "</ul>"));
    }

    static String row(String url, String title, String date) {
        return "<li><a href='" + url + "'>清禾县" + title.replace("清禾县", "") + "</a><span>" + date + "</span></li>";
    }
}
