package org.fazhi.harvest.source;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fazhi.harvest.source.Settings.Unexpected;

/**
 * The night's settings, {@code nightly.yml}: what is harvested, when, and what holds for every source that does not say
 * otherwise.
 *
 * @param file where they were read; empty for {@link #DEFAULTS}
 * @param folders the folders of sources, resolved against the file
 * @param cron second, minute, hour, day of month, month, day of week; only its shape is checked here
 * @param cronLine 1-based line of {@code cron} in the file; 0 where the file does not say
 * @param zone the time zone of {@code cron}
 * @param concurrency hosts harvested at once
 * @param releases releases kept
 * @param contact address or mailbox that the User-Agent names
 * @param sampleSite true where the night serves the built-in fictional site on loopback
 * @param ocr true where PDFs that are scans are read by OCR, if the machine has it
 * @param delay default of {@link Source#delay}
 * @param since default of {@link Source#since}
 * @param withdrawnAfter nights on which a page that was read must be gone before it counts as withdrawn, where nothing else says so
 */
public record Nightly(
        Optional<Path> file,
        List<Path> folders,
        String cron,
        int cronLine,
        ZoneId zone,
        int concurrency,
        int releases,
        Optional<String> contact,
        boolean sampleSite,
        boolean ocr,
        Duration delay,
        int since,
        int withdrawnAfter) {

    /** The names a file of night settings has; such a file is not a source. */
    static final List<String> FILE_NAMES = List.of("nightly.yml", "nightly.yaml");

    /** What holds without a {@code nightly.yml}: two in the morning, eight hosts, two seconds, seven releases. */
    public static final Nightly DEFAULTS = new Nightly(
            Optional.empty(),
            List.of(),
            "0 0 2 * * *",
            0,
            ZoneId.of("Asia/Shanghai"),
            8,
            7,
            Optional.empty(),
            false,
            false,
            Duration.ofSeconds(2),
            2019,
            3);

    private static final List<String> KEYS = List.of(
            "folders",
            "cron",
            "zone",
            "concurrency",
            "releases",
            "contact",
            "sample_site",
            "ocr",
            "withdrawn_after",
            "defaults");
    private static final List<String> DEFAULT_KEYS = List.of("delay", "since");
    private static final Pattern CRON_FIELD = Pattern.compile("[0-9A-Za-z*/,\\-?#]{1,60}");
    private static final Pattern CONTACT =
            Pattern.compile("https?://[!-~]{3,200}|[^@\\s<>()]{1,64}@[A-Za-z0-9.-]{3,200}");

    public Nightly {
        folders = List.copyOf(folders);
    }

    /**
     * Reads night settings.
     *
     * @throws ConfigurationException with every problem of the file
     */
    public static Nightly read(Path file) {
        return read(file, Clock.system(ZoneOffset.UTC));
    }

    static Nightly read(Path file, Clock clock) {
        List<Problem> problems = new ArrayList<>();
        Nightly nightly = read(file, clock, problems);
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        return nightly;
    }

    /** Reads what can be read; with problems added the rest stands at its default. */
    static Nightly read(Path file, Clock clock, List<Problem> problems) {
        Optional<Settings> found = YamlFile.read(file, KEYS, problems);
        if (found.isEmpty()) {
            return DEFAULTS;
        }
        Settings settings = found.get();
        Path folder = Optional.ofNullable(file.getParent()).orElse(Path.of(""));
        List<Path> folders =
                settings.list("folders", text -> folder.resolve(text).normalize());
        Optional<Settings> defaults = settings.mapping("defaults", DEFAULT_KEYS);
        return new Nightly(
                Optional.of(file),
                folders,
                settings.optional("cron", Nightly::cron).orElse(DEFAULTS.cron),
                settings.has("cron") ? settings.line("cron") : 0,
                settings.optional("zone", Readings::zone).orElse(DEFAULTS.zone),
                settings.optional("concurrency", Readings.number(1, 64)).orElse(DEFAULTS.concurrency),
                settings.optional("releases", Readings.number(1, 365)).orElse(DEFAULTS.releases),
                settings.optional("contact", Nightly::contact),
                settings.optional("sample_site", Readings::flag).orElse(false),
                settings.optional("ocr", Readings::flag).orElse(DEFAULTS.ocr),
                defaults.flatMap(d -> d.optional(
                                "delay", Readings.duration(SettingBounds.LEAST_DELAY, SettingBounds.MOST_DELAY)))
                        .orElse(DEFAULTS.delay),
                defaults.flatMap(d -> d.optional("since", since(clock))).orElse(DEFAULTS.since),
                settings.optional("withdrawn_after", Readings.number(1, 365)).orElse(DEFAULTS.withdrawnAfter));
    }

    static java.util.function.Function<String, Integer> since(Clock clock) {
        // GB/T 2260 codes are known from 1981 on; a night in December may already ask for next year's reports.
        return Readings.number(RegionCodes.FIRST_YEAR, Year.now(clock).getValue() + 1);
    }

    private static String cron(String text) {
        List<String> fields = List.of(text.split("\\s+", -1));
        if (fields.size() != 6
                || !fields.stream().allMatch(f -> CRON_FIELD.matcher(f).matches())) {
            throw new Unexpected("six fields (second minute hour day month weekday)");
        }
        return String.join(" ", fields);
    }

    private static String contact(String text) {
        if (!CONTACT.matcher(text).matches()) {
            throw new Unexpected("an http or https address or a mailbox");
        }
        return text;
    }
}
