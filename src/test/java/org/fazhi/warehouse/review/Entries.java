package org.fazhi.warehouse.review;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fazhi.warehouse.Home;
import org.fazhi.warehouse.load.IndicatorEntry;
import org.fazhi.warehouse.store.WarehouseFiles;

/** Writes files of reviews and reads them against the indicators of {@link Home}. */
public final class Entries {

    public static final LocalDate TODAY = LocalDate.of(2026, 1, 10);

    /** What an entry ends with. */
    public static final String SIGNED = "  by: 张三\n  on: 2026-01-09\n  why: 与原文核对\n";

    static final Map<String, String> UNITS =
            Home.INDICATORS.stream().collect(Collectors.toMap(IndicatorEntry::code, IndicatorEntry::unit));

    /** Read once: the mutants of this room are tried on many small tests. */
    static final UnitClasses UNIT_CLASSES = UnitClasses.read(WarehouseFiles.bundled());

    private Entries() {}

    /** An entry on a number of the page. */
    public static String of(String url, String sentence, String raw, String verdict) {
        return "- document: {url: \"" + url + "\"}\n  sentence: \"" + sentence + "\"\n  raw: \"" + raw + "\"\n  "
                + verdict.replace("\n", "\n  ") + "\n" + SIGNED;
    }

    /** An entry on the document itself, which is named as given. */
    public static String ofDocument(String document, String verdict) {
        return "- document: {" + document + "}\n  " + verdict.replace("\n", "\n  ") + "\n" + SIGNED;
    }

    /** @param folder is made where it is not there */
    public static Reviews read(Path folder, String... entries) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("a.yml"), String.join("", entries));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Reviews.read(List.of(folder), UNITS, () -> UNIT_CLASSES, TODAY);
    }
}
