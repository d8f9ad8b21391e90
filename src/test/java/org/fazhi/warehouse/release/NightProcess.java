package org.fazhi.warehouse.release;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import org.fazhi.harvest.source.IssuerKind;
import org.fazhi.warehouse.Home;
import org.fazhi.warehouse.Reports;
import org.fazhi.warehouse.audit.AuditReport;
import org.fazhi.warehouse.store.LoadProgress;

/** What tests run in processes of their own: a night to be killed, and readers that never pause. */
final class NightProcess {

    /** Asks for one number of the release, by three ways; they agree in a whole release. */
    private static final List<String> QUESTIONS = List.of(
            "SELECT DISTINCT value::INTEGER FROM mart_observation",
            "SELECT DISTINCT value::INTEGER FROM mart_figure WHERE is_current",
            "SELECT DISTINCT replace(replace(text, '受理', ''), '件。', '')::INTEGER FROM mart_document WHERE is_current");

    private NightProcess() {}

    /**
     * {@code night FOLDER VALUE} runs one night, with {@code KILOBYTES} after it no file of which may be larger;
     * {@code read FILE STOP} reads until the file STOP is there.
     */
    public static void main(String[] args) throws Exception {
        if (args[0].equals("night")) {
            night(Path.of(args[1]), Integer.parseInt(args[2]), List.of(args).subList(3, args.length));
        } else {
            read(Path.of(args[1]), Path.of(args[2]));
        }
    }

    /** The reports of a night, every number of which is the value. */
    static void fill(Home home, int value) {
        home.sources.clear();
        home.extracts.clear();
        home.sources.add(Reports.source("yunxi", "云溪县人民政府", "990101", IssuerKind.GOVERNMENT, 2020));
        for (int year = 2020; year < 2025; year++) {
            home.extracts.add(Reports.report("990101", "云溪县人民政府", "government", year)
                    .figure("受理", value + "件", Integer.toString(value), "件", "reconsideration.accepted")
                    .extract("yunxi", "http://yunxi.example/" + year, "sha256:" + value, Reports.FETCHED));
        }
    }

    private static void boundFiles(String kilobytes) throws Exception {
        // DuckDB unpacks its library into a file first.
        DriverManager.getConnection("jdbc:duckdb:").close();
        int code = new ProcessBuilder(
                        "prlimit",
                        "--pid",
                        Long.toString(ProcessHandle.current().pid()),
                        "--fsize=" + kilobytes + "000")
                .inheritIO()
                .start()
                .waitFor();
        if (code != 0) {
            throw new IllegalStateException("prlimit: expected 0, got " + code);
        }
    }

    private static void night(Path folder, int value, List<String> kilobytes) throws Exception {
        Home home = new Home(folder, folder.resolve("warehouse-" + value));
        fill(home, value);
        for (String bound : kilobytes) {
            boundFiles(bound);
        }
        LoadProgress said = (stage, count) -> System.out.println(stage);
        BuildOutcome outcome = home.builder().build(home.input(), said);
        if (outcome instanceof BuildOutcome.Built built) {
            AuditReport report = home.auditor().audit(built.release().file(), said);
            home.publisher().publish(built.release(), report, said);
        }
        System.out.println("done");
    }

    private static void read(Path file, Path stop) throws Exception {
        long reads = 0;
        long changes = 0;
        String last = "";
        while (!Files.exists(stop)) {
            String seen = number(file);
            if (!seen.equals(last)) {
                changes++;
                last = seen;
            }
            reads++;
        }
        System.out.println(reads + " " + changes);
    }

    /** The number of the release that stands. */
    static String number(Path file) throws Exception {
        try (Connection reader = Home.reader(file)) {
            String number = "";
            for (String question : QUESTIONS) {
                List<String> got = Home.rows(reader, question);
                if (got.size() != 1 || !(number.isEmpty() || got.get(0).equals(number))) {
                    throw new IllegalStateException("a mix of releases: " + number + " and " + got);
                }
                number = got.get(0);
            }
            return number;
        }
    }

    /** Starts this class in a process of its own, with what it prints in one stream. */
    static Process start(String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                NightProcess.class.getName()));
        command.addAll(List.of(args));
        return new ProcessBuilder(command)
                .directory(new File("").getAbsoluteFile())
                .redirectErrorStream(true)
                .start();
    }
}
