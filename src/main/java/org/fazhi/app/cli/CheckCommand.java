package org.fazhi.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fazhi.harvest.fetch.FetchRequest;
import org.fazhi.harvest.fetch.FetchResult;
import org.fazhi.harvest.fetch.FetchSettings;
import org.fazhi.harvest.fetch.FetchState;
import org.fazhi.harvest.fetch.Fetcher;
import org.fazhi.harvest.fetch.RobotsStore;
import org.fazhi.harvest.fetch.Validators;
import org.fazhi.harvest.source.Nightly;
import org.fazhi.reading.PageInput;
import org.fazhi.reading.PayloadReader;
import org.fazhi.reading.Reading;
import org.fazhi.reading.ReportReader;
import org.fazhi.reading.attachment.AttachmentLimits;
import org.fazhi.reading.attachment.AttachmentReader;
import org.fazhi.reading.indicators.Explanation;
import org.fazhi.reading.indicators.IndicatorDictionary;
import org.fazhi.reading.indicators.Trial;
import org.fazhi.reading.reason.Reason;
import org.fazhi.warehouse.review.ReviewEntry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what would be extracted from one page. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Show what would be extracted from one page, writing nothing.",
            "Printed are metadata, sections, each figure with its sentence, indicator and span, the report's checks",
            "against itself, what was cut and what was repaired.",
            "Example: java -jar target/fazhi.jar check https://www.example.gov.cn/xxgk/202401/t20240115_1.html",
            "Example: java -jar target/fazhi.jar check report.pdf",
            "Example: java -jar target/fazhi.jar check report.txt --explain 12"
        })
final class CheckCommand implements Callable<Integer> {

    private static final Pattern FIGURE_ID = Pattern.compile(".*-f([0-9]{1,6})");

    private static final int MOST_UNFIT = 8;

    private static final Duration DELAY = Duration.ofSeconds(2);

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "URL|FILE",
            description = "An http(s) address, or a file: PDF, Word, spreadsheet or OFD by its bytes; else .txt is"
                    + " plain text and anything else HTML.")
    private String page = "";

    @Option(
            names = "--explain",
            paramLabel = "N",
            description =
                    "Say of figure N, counted from 1 as printed, or of a figure_id of the warehouse, which rules were tried and why one won, with an entry to review it by.")
    private Optional<String> explained = Optional.empty();

    @Option(names = "--allow-private", description = "Let URL be a loopback address.")
    private boolean allowPrivate;

    @Override
    public Integer call() throws IOException {
        IndicatorDictionary dictionary = IndicatorDictionary.read();
        PayloadReader reader =
                new PayloadReader(new ReportReader(dictionary), new AttachmentReader(AttachmentLimits.USUAL));
        Reading reading = read(reader);
        PrintWriter out = spec.commandLine().getOut();
        if (reading instanceof Reading.Read read) {
            if (explained.isPresent()) {
                explain(dictionary, read, number(explained.get()), address(), out);
            } else {
                new ReadingPrinter(out).print(read);
            }
        } else {
            out.println(Terminal.plain(page + ": " + ending(reading)));
            reason(reading).ifPresent(reason -> out.println(reason.meaning() + " " + reason.remedy()));
            explained.ifPresent(number -> out.println("--explain " + number
                    + ": there is no figure to explain, for no figures are taken from a page that is kept back"));
        }
        return ExitCode.OK;
    }

    /** A figure's number as it is printed, counted from 1; a figure_id ends with the ordinal, counted from 0. */
    private static int number(String text) {
        Matcher id = FIGURE_ID.matcher(text);
        if (id.matches()) {
            return Integer.parseInt(id.group(1)) + 1;
        }
        if (text.matches("[0-9]{1,6}")) {
            return Integer.parseInt(text);
        }
        throw new UsageException(
                "--explain: expected a figure's number as check prints it, or a figure_id of the warehouse"
                        + " such as 51d4…-1-f7, got " + Terminal.clip(text, 60));
    }

    private static Optional<Reason> reason(Reading reading) {
        if (reading instanceof Reading.Quarantined quarantined) {
            return Optional.of(quarantined.reason());
        }
        return reading instanceof Reading.Ignored ignored ? Optional.of(ignored.reason()) : Optional.empty();
    }

    private static String ending(Reading reading) {
        if (reading instanceof Reading.Quarantined quarantined) {
            return "quarantined: " + quarantined.reason().code() + ": " + quarantined.detail();
        }
        if (reading instanceof Reading.Ignored ignored) {
            return "ignored: " + ignored.reason().code() + ": " + ignored.detail();
        }
        return "read";
    }

    private Reading read(PayloadReader reader) throws IOException {
        if (address().isPresent()) {
            FetchResult.Fetched fetched = fetched(url());
            return reader.read(
                    fetched.payload(),
                    fetched.contentType(),
                    PageInput.alone(fetched.trace().finalUrl(), "", true));
        }
        Path file = Path.of(page);
        byte[] bytes = PageFile.bytes(file);
        return reader.read(
                bytes,
                Optional.empty(),
                PageInput.alone(file.toAbsolutePath().toUri(), "", !page.endsWith(".txt")),
                PageFile::beside);
    }

    /** Where the page stands on the web; empty for a file. */
    private Optional<String> address() {
        return page.startsWith("http://") || page.startsWith("https://") ? Optional.of(page) : Optional.empty();
    }

    private URI url() {
        try {
            URI url = new URI(page);
            if (url.getHost() != null) {
                return url;
            }
        } catch (URISyntaxException e) {
            throw new UsageException(page + ": expected an http or https address, got " + e.getMessage());
        }
        throw new UsageException(page + ": expected an http or https address, got one without a host");
    }

    private FetchResult.Fetched fetched(URI url) {
        Fetcher fetcher = new Fetcher(
                FetchSettings.of(Optional.empty()),
                RobotsStore.inMemory(),
                Fetcher.Surroundings.real(Clock.systemUTC()));
        FetchResult result = fetcher.fetch(new FetchRequest(
                url,
                FetchRequest.Kind.DOCUMENT,
                Optional.empty(),
                Optional.empty(),
                DELAY,
                allowPrivate,
                Validators.NONE));
        if (result instanceof FetchResult.Fetched fetched) {
            return fetched;
        }
        String hint = result.ending() == FetchState.UNSAFE && !allowPrivate
                ? "; --allow-private lets it be a loopback address"
                : "";
        throw new UsageException(url + ": expected a page, got " + result.state() + ": " + result.reason() + hint);
    }

    /** The rules that fit, best first, and some of those that do not, with the condition that failed: its domain's first. */
    private static void trials(Explanation explanation, PrintWriter out) {
        List<Trial> fit = explanation.trials().stream().filter(Trial::fits).toList();
        fit.forEach(trial -> out.println(Terminal.plain(String.format(
                Locale.ROOT, "  fits %6.2f  %s: %s (%s)", trial.score(), trial.rule(), trial.code(), trial.reason()))));
        String domain = domain(explanation.figure().code().orElse(""));
        List<Trial> unfit = explanation.trials().stream()
                .filter(trial -> !trial.fits())
                .sorted(Comparator.comparing(
                        (Trial trial) -> !domain(trial.code()).equals(domain)))
                .toList();
        unfit.stream()
                .limit(MOST_UNFIT)
                .forEach(trial -> out.println(Terminal.plain(
                        "  fits not     " + trial.rule() + ": " + trial.code() + " (" + trial.reason() + ")")));
        if (unfit.size() > MOST_UNFIT) {
            out.println("  " + (unfit.size() - MOST_UNFIT) + " rules more do not fit");
        }
    }

    private static String domain(String code) {
        return code.substring(0, Math.max(0, code.indexOf('.')));
    }

    private static void explain(
            IndicatorDictionary dictionary, Reading.Read read, int number, Optional<String> url, PrintWriter out) {
        int count = read.figures().size();
        if (number < 1 || number > count) {
            throw new UsageException("--explain: expected a figure from 1 to " + count + ", got " + number);
        }
        Explanation explanation = ReportReader.matcher(dictionary)
                .explain(
                        read.outline(),
                        read.figures().stream().map(coded -> coded.figure()).toList(),
                        read.figures().get(number - 1).figure(),
                        read.facts().issuer());
        out.println(Terminal.plain(explanation.context()));
        out.println("decided: " + explanation.figure().code().orElse("no indicator") + " by "
                + explanation.figure().rule());
        trials(explanation, out);
        out.println("to review it, paste into a file of reviews/, put right what is wrong, and fill in:");
        LocalDate today = LocalDate.ofInstant(Clock.systemUTC().instant(), Nightly.DEFAULTS.zone());
        ReviewEntry.lines(url, read.facts(), read.facts().figures().get(number - 1), today)
                .forEach(out::println);
    }
}
