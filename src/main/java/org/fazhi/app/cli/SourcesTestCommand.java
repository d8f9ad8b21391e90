package org.fazhi.app.cli;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.fazhi.harvest.crawl.ListingCrawl;
import org.fazhi.harvest.crawl.WalkTally;
import org.fazhi.harvest.discovery.JudgedLink;
import org.fazhi.harvest.discovery.ListingReader;
import org.fazhi.harvest.discovery.ListingRequest;
import org.fazhi.harvest.discovery.ListingResponse;
import org.fazhi.harvest.discovery.ListingWalk;
import org.fazhi.harvest.discovery.Verdict;
import org.fazhi.harvest.fetch.FetchResult;
import org.fazhi.harvest.fetch.FetchSettings;
import org.fazhi.harvest.fetch.Fetcher;
import org.fazhi.harvest.fetch.RobotsStore;
import org.fazhi.harvest.source.IssuerKind;
import org.fazhi.harvest.source.ReportKind;
import org.fazhi.harvest.source.Source;
import org.fazhi.harvest.source.SourceRegistry;
import org.fazhi.harvest.state.WalkEnd;
import org.fazhi.harvest.state.WalkLog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tries a listing. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        header = "Walk one listing and say what a night would take of it. Writes nothing.",
        description = {
            "Says which dialect it speaks, which pages were asked for, which documents would be",
            "taken and which rejected, and why. A listing of --jobs is tried with its source's settings.",
            "Example: java -jar target/fazhi.jar sources test https://www.example.gov.cn/fzzf/index.html --since 2021"
        })
final class SourcesTestCommand implements Callable<Integer> {

    private static final Duration DELAY = Duration.ofSeconds(2);
    private static final int FIRST_YEAR = 2019;
    private static final int LONGEST_TITLE = 80;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private NightOptions options = new NightOptions();

    @Parameters(paramLabel = "URL", description = "The http(s) address of a listing.")
    private String address = "";

    @Option(
            names = "--cms",
            paramLabel = "DIALECT",
            description = "Read it by this dialect instead of recognising one.")
    private Optional<String> cms = Optional.empty();

    @Option(names = "--since", paramLabel = "YEAR", description = "First report year wanted (default: 2019).")
    private Optional<Integer> since = Optional.empty();

    @Option(names = "--pages", paramLabel = "N", description = "Walk through N pages at most (default: 200).")
    private int pages = ListingWalk.MOST_PAGES;

    @Option(names = "--allow-private", description = "Let URL be a loopback address.")
    private boolean allowPrivate;

    @Override
    public Integer call() {
        URI url = url();
        cms.filter(name -> !new ListingReader().names().contains(name)).ifPresent(name -> {
            throw new UsageException(
                    "--cms: expected one of " + String.join(", ", new ListingReader().names()) + ", got " + name);
        });
        Source source = source(url);
        PrintWriter out = spec.commandLine().getOut();
        ListingWalk walk = new ListingWalk(
                source,
                source.listings().get(0),
                new ListingReader(),
                Math.max(1, Math.min(pages, ListingWalk.MOST_PAGES)));
        WalkTally tally = new WalkTally(source, source.listings().get(0), "test");
        List<JudgedLink> links = walk(source, walk, tally, out);
        WalkEnd end = tally.entry(walk).map(WalkLog.Entry::end).orElse(WalkEnd.FAILED);
        out.println("dialect  " + walk.dialect().orElse("none"));
        out.println("pages    " + walk.pages() + ", ended as " + end.code());
        if (!end.isWhole()) {
            out.println("unseen   " + end.meaning() + " What it lacks is unseen, not missing.");
            out.println("to do    " + end.remedy());
        }
        printTaken(out, links);
        printRejected(out, links);
        return end.isWhole() ? ExitCode.OK : ExitCode.NIGHT_FAILED;
    }

    private URI url() {
        if (!address.startsWith("http://") && !address.startsWith("https://")) {
            throw new UsageException("URL: expected an http or https address, got " + Terminal.clip(address, 200));
        }
        try {
            return URI.create(address);
        } catch (IllegalArgumentException e) {
            throw new UsageException("URL: expected an http or https address, got " + Terminal.clip(address, 200));
        }
    }

    /** The source that lists the address, else one of defaults. */
    private Source source(URI url) {
        List<Source> known = Files.isDirectory(options.jobs())
                ? SourceRegistry.read(options.jobs()).sources()
                : List.of();
        Optional<Source> own = known.stream()
                .filter(source -> source.listings().stream()
                        .anyMatch(listing -> listing.url().equals(url)))
                .findFirst();
        Optional<String> dialect = cms.or(() -> own.flatMap(source -> source.listings().stream()
                .filter(listing -> listing.url().equals(url))
                .findFirst()
                .flatMap(Source.Listing::cms)));
        return new Source(
                own.map(Source::id).orElse("test"),
                own.map(Source::publisher).orElse("test"),
                own.map(Source::region).orElse("990000"),
                own.map(Source::issuerKind).orElse(IssuerKind.GOVERNMENT),
                own.map(Source::reportKind).orElse(ReportKind.RULE_OF_LAW),
                List.of(new Source.Listing(url, dialect)),
                List.of(),
                own.map(Source::title).orElseGet(() -> Pattern.compile(Source.DEFAULT_TITLE)),
                since.orElseGet(() -> own.map(Source::since).orElse(FIRST_YEAR)),
                own.map(Source::delay).orElse(DELAY),
                allowPrivate || own.map(Source::allowPrivateAddresses).orElse(false),
                own.map(Source::file).orElse(Path.of("test")));
    }

    private static List<JudgedLink> walk(Source source, ListingWalk walk, WalkTally tally, PrintWriter out) {
        Fetcher fetcher = new Fetcher(
                FetchSettings.of(Optional.empty()),
                RobotsStore.inMemory(),
                Fetcher.Surroundings.real(Clock.systemUTC()));
        List<JudgedLink> links = new ArrayList<>();
        for (Optional<ListingRequest> next = walk.next(); next.isPresent(); next = walk.next()) {
            FetchResult result = fetcher.fetch(ListingCrawl.request(source, next.get()));
            tally.asked(result);
            String line = next.get().method() + " " + next.get().url()
                    + next.get().formBody().map(form -> " " + form).orElse("");
            if (result instanceof FetchResult.Fetched fetched) {
                List<JudgedLink> fresh = walk.accept(new ListingResponse(
                        next.get(), fetched.trace().finalUrl(), fetched.text().text()));
                links.addAll(fresh);
                tally.given(fresh.stream()
                        .map(link -> ListingCrawl.judged(
                                source, source.listings().get(0).url(), link))
                        .toList());
                out.println(Terminal.plain(line) + ": " + fresh.size() + " new rows");
            } else {
                walk.miss();
                out.println(Terminal.plain(line) + ": " + result.state() + ", " + Terminal.plain(result.reason()));
            }
        }
        return links;
    }

    private static void printTaken(PrintWriter out, List<JudgedLink> links) {
        List<JudgedLink> taken = links.stream()
                .filter(link -> link.verdict() instanceof Verdict.Taken)
                .toList();
        out.println("taken    " + taken.size());
        for (JudgedLink link : taken) {
            OptionalInt year = ((Verdict.Taken) link.verdict()).reportYear();
            out.println("  " + (year.isPresent() ? Integer.toString(year.getAsInt()) : "year?") + "  " + row(link)
                    + "  " + Terminal.plain(link.link().url().toString()));
        }
    }

    private static void printRejected(PrintWriter out, List<JudgedLink> links) {
        Map<String, List<JudgedLink>> byReason = new TreeMap<>();
        for (JudgedLink link : links) {
            if (link.verdict() instanceof Verdict.Rejected rejected) {
                byReason.computeIfAbsent(rejected.reason().code(), reason -> new ArrayList<>())
                        .add(link);
            }
        }
        out.println(
                "rejected " + byReason.values().stream().mapToInt(List::size).sum());
        byReason.forEach((reason, rows) -> {
            out.println("  " + reason + " " + rows.size());
            rows.forEach(link -> out.println("    " + row(link)));
        });
    }

    private static String row(JudgedLink link) {
        return link.link().date().map(LocalDate::toString).orElse("no date   ") + "  "
                + Terminal.clip(link.link().title(), LONGEST_TITLE);
    }
}
