package org.fazhi.warehouse.descriptor;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What both descriptors of a release are written from.
 *
 * @param publishedAt (UTC)
 * @param schemaVersion digest over the SQL that made the tables
 * @param inputsFingerprint over what was harvested
 * @param warehouse the DuckDB file
 * @param tables those that have Parquet files
 * @param publishers of the reports, as id and name
 */
public record PackagedRelease(
        String release,
        LocalDate night,
        Instant publishedAt,
        String contentHash,
        String inputsFingerprint,
        String codeVersion,
        String schemaVersion,
        PackagedFile warehouse,
        List<PackagedTable> tables,
        List<Publisher> publishers) {

    static final String NAME = "fazhi";

    static final String DESCRIPTION =
            "Every county, district, bureau and township in China publishes a yearly report on"
                    + " building a law-based government. fazhi harvests these reports, turns their prose into figures, and leads"
                    + " every number back to the sentence, the archived page and the URL it came from. All of it is stated by the"
                    + " reporting bodies themselves.";

    static final List<String> KEYWORDS = List.of(
            "法治政府建设年度报告",
            "law-based government",
            "China",
            "county",
            "administrative reconsideration",
            "administrative litigation");

    /** A body whose reports were harvested. */
    public record Publisher(String id, String name) {}

    Citation citation() {
        return new Citation(release, night, contentHash, codeVersion);
    }

    /** The same for two copies of one release, whoever serves them. */
    String urn() {
        byte[] identity = (NAME + " " + release + " " + contentHash).getBytes(StandardCharsets.UTF_8);
        return "urn:uuid:" + UUID.nameUUIDFromBytes(identity);
    }
}
