package org.fazhi.harvest.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fazhi.harvest.source.Settings.Unexpected;

/**
 * All sources of a folder with the night's settings, read strictly.
 *
 * <p>Every {@code *.yml} and {@code *.yaml} below the folder is a source, save files named {@code nightly.yml}. The
 * night's settings are those of the folder itself or else of its parent. Where they stand in the folder itself and name
 * folders, only these are read.
 *
 * @param folder as the user named it
 * @param sources in the order of their files' paths
 */
public record SourceRegistry(Path folder, List<Source> sources, Nightly nightly) {

    private static final List<String> KEYS = List.of(
            "id",
            "publisher",
            "region",
            "issuer_kind",
            "report_kind",
            "listings",
            "documents",
            "title",
            "since",
            "delay",
            "allow_private_addresses");
    private static final List<String> LISTING_KEYS = List.of("url", "cms");
    private static final Pattern DIALECT = Pattern.compile("[a-z][a-z0-9_]{0,39}");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");

    public SourceRegistry {
        sources = List.copyOf(sources);
    }

    /**
     * Reads the sources below a folder.
     *
     * @throws ConfigurationException with every problem of every file
     */
    public static SourceRegistry read(Path jobsFolder) {
        return read(jobsFolder, Clock.system(ZoneOffset.UTC));
    }

    /** As {@link #read(Path)}; the clock bounds {@code since}. */
    public static SourceRegistry read(Path jobsFolder, Clock clock) {
        List<Problem> problems = new ArrayList<>();
        SourceRegistry registry = new Reader(clock, problems).read(jobsFolder);
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        return registry;
    }

    /** One reading: the problems found so far and the ids seen so far. */
    private static final class Reader {

        private final Clock clock;
        private final List<Problem> problems;
        private final Map<String, Path> ids = new HashMap<>();
        private final RegionCodes regions = RegionCodes.load();

        Reader(Clock clock, List<Problem> problems) {
            this.clock = clock;
            this.problems = problems;
        }

        SourceRegistry read(Path folder) {
            Optional<Path> nightlyFile = Files.isDirectory(folder) ? nightlyFile(folder) : Optional.empty();
            Nightly nightly =
                    nightlyFile.map(file -> Nightly.read(file, clock, problems)).orElse(Nightly.DEFAULTS);
            boolean ownNightly =
                    nightlyFile.isPresent() && folder.equals(nightlyFile.get().getParent());
            List<Path> folders = ownNightly && !nightly.folders().isEmpty() ? nightly.folders() : List.of(folder);
            List<Source> sources = new ArrayList<>();
            for (Path file : files(folders)) {
                YamlFile.read(file, KEYS, problems)
                        .flatMap(settings -> source(settings, nightly))
                        .ifPresent(sources::add);
            }
            return new SourceRegistry(folder, sources, nightly);
        }

        private Optional<Path> nightlyFile(Path folder) {
            Optional<Path> parent = Optional.ofNullable(folder.getParent())
                    .or(() -> Optional.ofNullable(
                            folder.toAbsolutePath().normalize().getParent()));
            return Stream.concat(Stream.of(folder), parent.stream())
                    .flatMap(place -> Nightly.FILE_NAMES.stream().map(place::resolve))
                    .filter(Files::isRegularFile)
                    .findFirst();
        }

        private List<Path> files(List<Path> folders) {
            List<Path> files = new ArrayList<>();
            for (Path folder : folders) {
                if (!Files.isDirectory(folder)) {
                    problems.add(new Problem(folder, 0, "jobs", "expected a folder, got nothing of that name"));
                    continue;
                }
                List<Path> found = filesBelow(folder);
                if (found.isEmpty()) {
                    problems.add(new Problem(folder, 0, "jobs", "expected at least one source file, got none"));
                } else if (found.size() > SettingBounds.MOST_FILES) {
                    problems.add(new Problem(
                            folder,
                            0,
                            "jobs",
                            "expected at most " + SettingBounds.MOST_FILES + " source files, got more"));
                } else {
                    files.addAll(found);
                }
            }
            return files;
        }

        private static List<Path> filesBelow(Path folder) {
            try (Stream<Path> walk = Files.walk(folder, SettingBounds.FOLDER_DEPTH)) {
                return walk.filter(Reader::isSourceFile)
                        .sorted()
                        .limit(SettingBounds.MOST_FILES + 1L)
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException(folder + ": cannot be listed", e);
            }
        }

        private static boolean isSourceFile(Path path) {
            String name = path.getFileName().toString();
            return (name.endsWith(".yml") || name.endsWith(".yaml"))
                    && !Nightly.FILE_NAMES.contains(name)
                    && Files.isRegularFile(path);
        }

        private Optional<Source> source(Settings settings, Nightly nightly) {
            int before = problems.size();
            Optional<String> id = settings.required("id", Readings::id);
            id.ifPresent(value -> refuseDoubled(settings, value));
            Optional<String> publisher = settings.required("publisher", Readings::name);
            Optional<String> region = settings.required("region", this::region);
            publisher.ifPresent(name -> region.ifPresent(code -> refuseAnotherPlace(settings, name, code)));
            Optional<IssuerKind> issuerKind = settings.required(
                    "issuer_kind",
                    Readings.code(
                            IssuerKind::ofCode,
                            Arrays.stream(IssuerKind.values()).map(IssuerKind::code)));
            Optional<ReportKind> reportKind = settings.required(
                    "report_kind",
                    Readings.code(
                            ReportKind::ofCode,
                            Arrays.stream(ReportKind.values()).map(ReportKind::code)));
            boolean isPrivate =
                    settings.optional("allow_private_addresses", Readings::flag).orElse(false);
            Function<String, URI> url = isPrivate ? Reader::loopbackUrl : Readings::url;
            List<Source.Listing> listings = listings(settings, url);
            List<URI> documents = settings.list("documents", url);
            Pattern title = settings.optional("title", Readings::pattern)
                    .orElseGet(() -> Pattern.compile(Source.DEFAULT_TITLE));
            int since = settings.optional("since", Nightly.since(clock)).orElse(nightly.since());
            Duration least = isPrivate ? Duration.ZERO : SettingBounds.LEAST_DELAY;
            Duration delay = settings.optional("delay", Readings.duration(least, SettingBounds.MOST_DELAY))
                    .orElse(nightly.delay());
            if (listings.isEmpty() && documents.isEmpty() && problems.size() == before) {
                settings.problem(
                        settings.line("listings"),
                        "listings",
                        "expected at least one address in listings or documents, got none");
            }
            if (problems.size() > before) {
                return Optional.empty();
            }
            return Optional.of(new Source(
                    id.orElseThrow(),
                    publisher.orElseThrow(),
                    region.orElseThrow(),
                    issuerKind.orElseThrow(),
                    reportKind.orElseThrow(),
                    listings,
                    documents,
                    title,
                    since,
                    delay,
                    isPrivate,
                    settings.file()));
        }

        private void refuseDoubled(Settings settings, String id) {
            Path other = ids.putIfAbsent(id, settings.file());
            if (other != null) {
                settings.problem(settings.line("id"), "id", "expected an id of its own, got " + id + " as in " + other);
            }
        }

        private String region(String text) {
            if (!regions.contains(text)) {
                throw new Unexpected("a GB/T 2260 code of six digits that the table of regions has");
            }
            return text;
        }

        private static void refuseAnotherPlace(Settings settings, String publisher, String code) {
            PublisherPlace places = PublisherPlace.listed();
            places.expected(publisher, code)
                    .ifPresent(expected -> settings.problem(
                            settings.line("region"),
                            "region",
                            "expected " + expected + ", got " + places.describe(code)));
        }

        private List<Source.Listing> listings(Settings settings, Function<String, URI> url) {
            List<Source.Listing> listings = new ArrayList<>();
            for (Settings listing : settings.mappings("listings", LISTING_KEYS)) {
                Optional<String> cms = listing.optional("cms", Reader::dialect);
                int line = listing.has("cms") ? listing.line("cms") : 0;
                listing.required("url", url).ifPresent(address -> listings.add(new Source.Listing(address, cms, line)));
            }
            return listings;
        }

        private static String dialect(String text) {
            if (!DIALECT.matcher(text).matches()) {
                throw new Unexpected("a listing dialect such as trs");
            }
            return text;
        }

        /** Private addresses are for samples and tests, which stay on this machine. */
        private static URI loopbackUrl(String text) {
            URI url = Readings.url(text);
            if (!LOOPBACK.matcher(url.getHost()).matches()) {
                throw new Unexpected("a loopback address where allow_private_addresses is true");
            }
            return url;
        }
    }
}
