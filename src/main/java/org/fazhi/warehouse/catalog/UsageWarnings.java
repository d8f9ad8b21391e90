package org.fazhi.warehouse.catalog;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.fazhi.text.YamlEntry;
import org.fazhi.warehouse.store.WarehouseFiles;

/** The vocabulary of usage warnings, read strictly: an unknown key or a code that stands twice is an error with its line. */
public final class UsageWarnings {

    private static final String FILE = "usage_warnings.yml";

    private final List<UsageWarning> warnings;

    private UsageWarnings(List<UsageWarning> warnings) {
        this.warnings = List.copyOf(warnings);
    }

    /**
     * Reads {@code usage_warnings.yml} of the warehouse folder.
     *
     * @throws IllegalArgumentException {@code file:line: key: expected …, got …}
     */
    public static UsageWarnings of(WarehouseFiles files) {
        YamlEntry root = YamlEntry.parse("warehouse/" + FILE, files.text(FILE));
        List<UsageWarning> read = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        YamlEntry list = YamlEntry.required(root.mapping(Set.of("warnings")), "warnings", root);
        for (YamlEntry entry : list.sequence()) {
            Map<String, YamlEntry> keys = entry.mapping(Set.of("code", "meaning", "remedy"));
            YamlEntry code = YamlEntry.required(keys, "code", entry);
            if (!code.text().matches("[a-z]+(_[a-z]+)*")) {
                throw code.error("a code such as part_year", code.text());
            }
            if (!codes.add(code.text())) {
                throw code.error("each code once", code.text() + " twice");
            }
            read.add(new UsageWarning(
                    code.text(),
                    YamlEntry.required(keys, "meaning", entry).text(),
                    YamlEntry.required(keys, "remedy", entry).text()));
        }
        return new UsageWarnings(read);
    }

    /** All warnings, in the order of the file. */
    public List<UsageWarning> all() {
        return warnings;
    }

    boolean knows(String code) {
        return warnings.stream().anyMatch(warning -> warning.code().equals(code));
    }

    String codes() {
        return warnings.stream().map(UsageWarning::code).collect(Collectors.joining(", "));
    }
}
