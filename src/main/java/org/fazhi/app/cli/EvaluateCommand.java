package org.fazhi.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.fazhi.evaluation.Evaluation;
import org.fazhi.evaluation.FoundReport;
import org.fazhi.evaluation.LabelledReport;
import org.fazhi.reading.PageInput;
import org.fazhi.reading.Reading;
import org.fazhi.reading.ReportReader;
import org.fazhi.reading.indicators.IndicatorDictionary;
import org.fazhi.warehouse.release.PublishedReports;
import org.fazhi.warehouse.store.WarehouseHome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Scores what is read against labelled reports. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = {
            "Score extraction against labelled reports: precision, recall and F1.",
            "DIR holds NAME.meta.json and NAME.figures.jsonl; the text is NAME.txt or NAME.html in --texts.",
            "Example: java -jar target/fazhi.jar evaluate src/test/resources/org/fazhi/evaluation/test --differences"
        })
final class EvaluateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private NightOptions options = new NightOptions();

    @Parameters(paramLabel = "DIR", description = "Folder of labels.")
    private Path labels = Path.of(".");

    @Option(
            names = "--texts",
            paramLabel = "DIR",
            description = "Folder of the labelled texts (default: DIR itself, else reports beside it).")
    private Optional<Path> texts = Optional.empty();

    @Option(
            names = "--warehouse",
            description = "Score what stands in the published warehouse of --home, matched by issuer and report year.")
    private boolean fromWarehouse;

    @Option(names = "--differences", description = "Print every miss, spurious find and wrong value.")
    private boolean withDifferences;

    /** Labelled reports that the warehouse does not have. */
    private int absent;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        List<LabelledReport> reports = LabelledReport.readAll(labels);
        List<Evaluation> evaluations = new ArrayList<>();
        ReportReader reader = new ReportReader(IndicatorDictionary.read());
        for (LabelledReport report : reports) {
            FoundReport found = fromWarehouse ? published(report) : read(reader, text(report.name()));
            evaluations.add(Evaluation.of(report, found));
        }
        if (fromWarehouse) {
            long standing = evaluations.size() - absent;
            out.println(standing + " of " + evaluations.size() + " labelled reports stand in "
                    + new WarehouseHome(options.home()).published() + "; one that does not counts as empty");
        }
        new EvaluationPrinter(out).print(evaluations, withDifferences);
        return ExitCode.OK;
    }

    private FoundReport published(LabelledReport labels) {
        String issuer = labels.metadata().getOrDefault("issuer", "");
        int year = Integer.parseInt(labels.metadata().getOrDefault("report_year", "0"));
        try (PublishedReports reports = PublishedReports.open(new WarehouseHome(options.home()))) {
            Optional<FoundReport> found = reports.find(issuer, year).map(MartReport::found);
            if (found.isEmpty()) {
                absent++;
            }
            return found.orElse(FoundReport.NOTHING);
        }
    }

    /** A text that is not read counts as one in which nothing was found. */
    private FoundReport read(ReportReader reader, Path file) throws IOException {
        boolean isHtml = !file.toString().endsWith(".txt");
        Reading reading =
                reader.read(PageInput.alone(file.toUri(), PageFile.read(file).text(), isHtml));
        if (reading instanceof Reading.Read read) {
            return FoundReport.of(read.facts());
        }
        spec.commandLine().getErr().println(file + ": expected a report that can be read, got " + reading);
        return FoundReport.NOTHING;
    }

    private Path text(String name) {
        Path beside = labels.resolveSibling("reports");
        List<Path> folders = texts.map(List::of).orElse(List.of(labels, beside));
        return folders.stream()
                .flatMap(folder -> Stream.of(folder.resolve(name + ".txt"), folder.resolve(name + ".html")))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new LabelledReport.LabelException(
                        name + ": expected its text as " + name + ".txt or .html in " + folders + ", got none"));
    }
}
