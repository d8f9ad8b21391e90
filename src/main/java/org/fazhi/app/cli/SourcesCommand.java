package org.fazhi.app.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.fazhi.app.batch.SourceStates;
import org.fazhi.app.batch.SourceStates.SourceState;
import org.fazhi.harvest.source.Source;
import org.fazhi.harvest.source.SourceRegistry;
import org.fazhi.harvest.state.WalkEnd;
import org.fazhi.harvest.state.WalkLog;
import org.fazhi.text.ExplainedWord;
import org.fazhi.warehouse.catalog.CoverageWord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the sources with what the last night brought of each. */
@Command(
        name = "sources",
        mixinStandardHelpOptions = true,
        subcommands = SourcesTestCommand.class,
        description = {
            "List the sources with the last night's fetches, the links taken and those rejected with the reasons.",
            "Example: java -jar target/fazhi.jar sources",
            "Example: java -jar target/fazhi.jar sources test https://www.example.gov.cn/fzzf/index.html"
        })
final class SourcesCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private NightOptions options = new NightOptions();

    @Override
    public Integer call() {
        SourceRegistry registry = new NightCommand(spec, options).registry();
        Optional<SourceStates> states = SourceStates.read(options.home());
        PrintWriter out = spec.commandLine().getOut();
        out.println(registry.sources().size() + " sources in " + registry.folder() + "; "
                + states.map(known -> "last night " + known.night()).orElse("no night yet"));
        for (Source source : registry.sources()) {
            print(
                    out,
                    source,
                    states.flatMap(known -> Optional.ofNullable(known.bySource().get(source.id()))));
            states.flatMap(known -> Optional.ofNullable(known.unseen().get(source.id())))
                    .ifPresent(reason -> out.println("  unseen     " + reason + ": " + meaning(reason)));
        }
        return ExitCode.OK;
    }

    private static String meaning(String reason) {
        ExplainedWord word = switch (reason) {
            case WalkLog.NO_LISTING -> CoverageWord.NO_LISTING;
            case WalkLog.NOT_WALKED -> CoverageWord.NOT_WALKED;
            default -> WalkEnd.of(reason);
        };
        return word.meaning() + " " + word.remedy();
    }

    private static void print(PrintWriter out, Source source, Optional<SourceState> state) {
        out.println();
        out.println(source.id() + "  " + Terminal.plain(source.publisher()) + "  " + source.file());
        if (state.isEmpty()) {
            out.println("  not tried yet");
            return;
        }
        if (!state.get().robots().isEmpty()) {
            out.println("  robots.txt " + counts(state.get().robots()));
        }
        out.println("  listings   " + counts(state.get().listings()));
        out.println("  documents  " + counts(state.get().documents()));
        out.println("  taken      " + counts(state.get().taken()));
        out.println("  rejected   " + counts(state.get().rejected()));
    }

    /** Such as {@code 6: 5 fetched, 1 gone}. */
    static String counts(Map<String, Long> counts) {
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        String words = counts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(count -> count.getValue() + " " + count.getKey())
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? "none" : all + ": " + words;
    }
}
