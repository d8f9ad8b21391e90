package org.fazhi.app.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.fazhi.app.batch.StepProgress;

/** Shows the night's steps: a bar a step on a terminal, two plain lines a step in a log. */
final class TerminalProgress implements StepProgress {

    private final PrintWriter out;
    private final Clock clock;
    private final boolean isTerminal;
    private final Map<String, ProgressBar> bars = new ConcurrentHashMap<>();
    private final Map<String, Instant> begun = new ConcurrentHashMap<>();

    TerminalProgress(PrintWriter out, Clock clock, boolean isTerminal) {
        this.out = out;
        this.clock = clock;
        this.isTerminal = isTerminal;
    }

    @Override
    public void begin(String step, long total) {
        begun.put(step, clock.instant());
        if (isTerminal) {
            bars.put(
                    step,
                    new ProgressBarBuilder()
                            .setTaskName(padded(step))
                            .setInitialMax(total)
                            .setStyle(ProgressBarStyle.ASCII)
                            .setUpdateIntervalMillis(200)
                            .clearDisplayOnFinish()
                            .build());
        } else {
            out.println(padded(step) + (total > 0 ? " … " + total : " …"));
        }
    }

    @Override
    public void advance(String step, long by) {
        ProgressBar bar = bars.get(step);
        if (bar != null) {
            bar.stepBy(by);
        }
    }

    @Override
    public void end(String step, String summary) {
        ProgressBar bar = bars.remove(step);
        if (bar != null) {
            bar.close();
        }
        Instant start = begun.getOrDefault(step, clock.instant());
        double seconds = Duration.between(start, clock.instant()).toMillis() / 1000.0;
        out.println(padded(step) + String.format(Locale.ROOT, " %6.1f s  ", seconds) + summary);
    }

    @Override
    public void stopping() {
        out.println("Stopping behind the present chunk; the same command resumes the night.");
    }

    @Override
    public void warn(String warning) {
        out.println(Terminal.plain(warning));
    }

    private static String padded(String step) {
        return String.format(Locale.ROOT, "%-9s", step);
    }
}
