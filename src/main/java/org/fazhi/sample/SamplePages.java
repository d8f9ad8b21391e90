package org.fazhi.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The pages of the sample by family and path, in memory, in a folder, or on the class path as the build left them. */
final class SamplePages {

    /** Where the build puts the pages on the class path. */
    static final String FOLDER = "/sample-site";

    private static final String INDEX = "index.tsv";

    private final Map<String, Page> pages = new TreeMap<>();

    private SamplePages() {}

    /** Throws {@link IllegalArgumentException} where two pages claim one address. */
    static SamplePages of(List<Page> pages) {
        SamplePages all = new SamplePages();
        for (Page page : pages) {
            String key = page.family().code() + page.path();
            if (all.pages.put(key, page) != null) {
                throw new IllegalArgumentException("expected one page at " + key + ", got two");
            }
        }
        return all;
    }

    Optional<Page> at(Family family, String path) {
        return Optional.ofNullable(pages.get(family.code() + path));
    }

    List<Page> all() {
        return List.copyOf(pages.values());
    }

    /** Writes every page and an index; a file that already holds the same bytes is left as it is. */
    void write(Path folder) throws IOException {
        StringBuilder index = new StringBuilder();
        for (Map.Entry<String, Page> entry : pages.entrySet()) {
            Page page = entry.getValue();
            index.append(String.join(
                            "\t",
                            page.family().code(),
                            page.path(),
                            String.valueOf(page.status()),
                            page.contentType(),
                            page.modified().toString(),
                            page.location().orElse("")))
                    .append('\n');
            writeIfChanged(folder.resolve(entry.getKey()), page.body());
        }
        writeIfChanged(folder.resolve(INDEX), index.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void writeIfChanged(Path file, byte[] bytes) throws IOException {
        if (Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), bytes)) {
            return;
        }
        Path folder = file.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.write(file, bytes);
    }

    /** The pages the build wrote; throws {@link IllegalStateException} where it did not. */
    static SamplePages fromClassPath() {
        SamplePages all = new SamplePages();
        if (!Resource.exists(FOLDER + "/" + INDEX)) {
            throw new IllegalStateException("expected the sample site in " + FOLDER
                    + " on the class path, found none: run `mvn process-classes` once, which writes it");
        }
        Resource.text(FOLDER + "/" + INDEX).lines().forEach(line -> {
            String[] cells = line.split("\t", -1);
            Page page = new Page(
                    Family.ofCode(cells[0]),
                    cells[1],
                    Integer.parseInt(cells[2]),
                    cells[3],
                    LocalDate.parse(cells[4]),
                    Optional.of(cells[5]).filter(location -> !location.isEmpty()),
                    Resource.bytes(FOLDER + "/" + cells[0] + cells[1]));
            all.pages.put(cells[0] + cells[1], page);
        });
        return all;
    }
}
