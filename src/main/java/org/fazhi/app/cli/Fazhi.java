package org.fazhi.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fazhi.app.batch.Causes;
import org.fazhi.app.batch.HomeInUse;
import org.fazhi.app.batch.HomeUnusable;
import org.fazhi.evaluation.LabelledReport;
import org.fazhi.harvest.source.ConfigurationException;
import org.fazhi.reading.attachment.AttachmentChild;
import org.fazhi.warehouse.store.WarehouseException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Entry point of the program. Without a command it harvests. */
@Command(
        name = "fazhi",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        description = "Loads the yearly rule-of-law reports of Chinese governments into a DuckDB warehouse.",
        subcommands = {
            HarvestCommand.class,
            ReprocessCommand.class,
            CheckCommand.class,
            EvaluateCommand.class,
            StatusCommand.class,
            SourcesCommand.class,
            ScheduleCommand.class,
            SampleCommand.class,
            ReleasesCommand.class,
            RollbackCommand.class,
            DiffCommand.class,
            ExportCommand.class
        },
        footer = {
            "",
            "Without a command: harvest. Exit codes: 0 done, 1 unexpected fault, 2 bad command line, source, label, review or",
            "home (nothing written), 3 a step failed (run again to resume) or a listing that was tried was not read to its",
            "end, 4 the audit refused the release or there is no document to publish (the old one stands), 5 the home is in",
            "use by another run, 143 ended by SIGTERM (run again to resume).",
            "",
            "Example: java -jar target/fazhi.jar harvest --jobs jobs/cn --home ../fazhi-cn"
        })
public final class Fazhi implements java.util.concurrent.Callable<Integer> {

    /** ENOSPC, EDQUOT and EFBIG as Linux and macOS word them, and ERROR_DISK_FULL of Windows. */
    private static final Pattern FULL_DISK =
            Pattern.compile("No space left on device|Disk quota exceeded|File too large|not enough space on the disk");

    private static final int HELP_WIDTH = 120;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private NightOptions options = new NightOptions();

    @Override
    public Integer call() {
        return new NightCommand(spec, options).harvest();
    }

    public static void main(String[] args) throws IOException {
        if (args.length > 0 && args[0].equals(AttachmentChild.COMMAND)) {
            // This is a child that reads one file for its parent; it needs neither commands nor Spring.
            AttachmentChild.main(Arrays.copyOfRange(args, 1, args.length));
            return;
        }
        // Whatever the locale of a cron job says: the reports are Chinese.
        Charset charset = StandardCharsets.UTF_8;
        System.exit(run(args, new PrintWriter(System.out, true, charset), new PrintWriter(System.err, true, charset)));
    }

    /** Runs one command line and returns its exit code; see {@link ExitCode}. */
    static int run(String[] args, PrintWriter out, PrintWriter err) {
        CommandLine commandLine = new CommandLine(new Fazhi());
        // Lines of help and examples are written to this width and so stand as they are, an example on one line.
        commandLine.setUsageHelpWidth(HELP_WIDTH);
        commandLine.setExecutionStrategy(Fazhi::helpOrRun);
        commandLine.setOut(out);
        commandLine.setErr(err);
        commandLine.setExecutionExceptionHandler((fault, command, parsed) -> explain(fault, command.getErr()));
        return commandLine.execute(args);
    }

    /** Help is answered before logging is touched, which would load Spring's part of it. */
    private static int helpOrRun(CommandLine.ParseResult parsed) {
        Integer helped = CommandLine.executeHelpRequest(parsed);
        if (helped != null) {
            return helped;
        }
        Terminal.quietLogs();
        return new CommandLine.RunLast().execute(parsed);
    }

    /** What was expected and went wrong is said in a line; anything else with its trace. */
    static int explain(Exception fault, PrintWriter err) {
        if (fault instanceof ConfigurationException
                || fault instanceof LabelledReport.LabelException
                || fault instanceof WarehouseException
                || fault instanceof HomeUnusable
                || fault instanceof UsageException) {
            err.println(fault.getMessage());
            return ExitCode.USAGE;
        }
        if (fault instanceof HomeInUse) {
            err.println(fault.getMessage());
            return ExitCode.HOME_IN_USE;
        }
        Optional<String> full = fullDisk(fault);
        if (full.isPresent()) {
            err.println("expected room on the disk of the home, got: " + full.get()
                    + "; the release that stands is untouched. Make room and run the same command again");
            return ExitCode.NIGHT_FAILED;
        }
        fault.printStackTrace(err);
        return ExitCode.SOFTWARE;
    }

    /** What the operating system says where a disk, a quota or the bound of a file is full, however deep it was hit. */
    private static Optional<String> fullDisk(Throwable fault) {
        return Causes.of(fault)
                .filter(IOException.class::isInstance)
                .map(cause -> String.valueOf(cause.getMessage()))
                .filter(message -> FULL_DISK.matcher(message).find())
                .findFirst();
    }
}
