package org.fazhi.warehouse.descriptor;

import java.util.Optional;

/** What may be done with which part of a release, as far as that can be said. */
enum DataLicence {
    /** What this program's authors wrote. */
    PROGRAM(
            "Apache-2.0",
            "https://www.apache.org/licenses/LICENSE-2.0",
            "Apache-2.0 for what fazhi's authors wrote: the dictionary of indicators, units and due dates, the catalog and"
                    + " these descriptions"),
    /** What yescallop/areacodes gave. */
    REGIONS(
            "CC0-1.0",
            "https://creativecommons.org/publicdomain/zero/1.0/",
            "CC0 1.0 for the table of GB/T 2260 codes (dim_region), from yescallop/areacodes"),
    /** What governments published. */
    REPORTS(
            "notspecified",
            "",
            "No licence is given for what was read from reports: the figures are facts stated in public reports of Chinese"
                    + " government bodies, the texts and sentences are quoted from those reports, and fazhi claims no right"
                    + " in either");

    private final String code;
    private final String url;
    private final String title;

    DataLicence(String code, String url, String title) {
        this.code = code;
        this.url = url;
        this.title = title;
    }

    static DataLicence of(String table) {
        if (table.equals("dim_region")) {
            return REGIONS;
        }
        boolean isOurs = table.matches("dim_indicator|dim_unit|due_rule|usage_warning|catalog_.*");
        return isOurs ? PROGRAM : REPORTS;
    }

    /** Identifier at the Open Definition. */
    String code() {
        return code;
    }

    Optional<String> url() {
        return url.isEmpty() ? Optional.empty() : Optional.of(url);
    }

    String title() {
        return title;
    }
}
