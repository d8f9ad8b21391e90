package org.fazhi.warehouse.descriptor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Describes a release after Croissant 1.1 (mlcommons.org/croissant/1.1): a FileObject for the DuckDB file and for every
 * table of one file, a FileSet for a table of several, and a RecordSet a table. Where it came from is said in PROV-O, as
 * the section on provenance recommends.
 */
public final class Croissant {

    /** Its name in the release folder. */
    public static final String FILE = "croissant.json";

    static final String CONFORMS_TO = "http://mlcommons.org/croissant/1.1";

    private static final String PARQUET = "application/vnd.apache.parquet";

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Croissant() {}

    /** The text of {@code croissant.json}. */
    public static String of(PackagedRelease release) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("@context", context());
        json.put("@type", "sc:Dataset");
        json.put("@id", release.urn());
        json.put("conformsTo", CONFORMS_TO);
        json.put("name", PackagedRelease.NAME);
        json.put("description", PackagedRelease.DESCRIPTION);
        json.put("url", release.urn());
        json.put("version", release.release());
        json.put("sdVersion", release.schemaVersion());
        json.put("identifier", release.contentHash());
        json.put("isLiveDataset", false);
        json.put("datePublished", release.publishedAt().toString());
        json.put("inLanguage", List.of("zh", "en"));
        json.put("keywords", PackagedRelease.KEYWORDS);
        json.put(
                "license",
                Stream.of(DataLicence.values()).map(Croissant::licence).toList());
        json.put("creator", creator());
        json.put("citeAs", release.citation().bibtex());
        json.put("prov:wasDerivedFrom", origins(release));
        json.put("prov:wasGeneratedBy", night(release));
        json.put("distribution", distribution(release));
        json.put(
                "recordSet", release.tables().stream().map(Croissant::recordSet).toList());
        return MAPPER.writeValueAsString(json) + "\n";
    }

    /** The terms used here, each under the name that the specification's appendix gives it. */
    private static Map<String, Object> context() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("@language", "en");
        json.put("@vocab", "http://schema.org/");
        json.put("sc", "http://schema.org/");
        json.put("cr", "http://mlcommons.org/croissant/");
        json.put("dct", "http://purl.org/dc/terms/");
        json.put("prov", "http://www.w3.org/ns/prov#");
        json.put("conformsTo", "dct:conformsTo");
        Map<String, Object> dataType = new LinkedHashMap<>();
        dataType.put("@id", "cr:dataType");
        dataType.put("@type", "@vocab");
        json.put("dataType", dataType);
        for (String term : List.of(
                "arrayShape",
                "citeAs",
                "column",
                "extract",
                "field",
                "fileObject",
                "fileSet",
                "includes",
                "isArray",
                "isLiveDataset",
                "key",
                "recordSet",
                "references",
                "sdVersion",
                "source")) {
            json.put(term, "cr:" + term);
        }
        return json;
    }

    private static Map<String, Object> creator() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("@type", "sc:Organization");
        json.put("name", PackagedRelease.NAME);
        return json;
    }

    private static Object licence(DataLicence licence) {
        Optional<String> url = licence.url();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("@type", "sc:CreativeWork");
        json.put("name", licence.code());
        url.ifPresent(address -> json.put("url", address));
        json.put("description", licence.title());
        return json;
    }

    private static List<Object> origins(PackagedRelease release) {
        List<Object> origins = new ArrayList<>();
        Map<String, Object> archive = new LinkedHashMap<>();
        archive.put("@type", "prov:Entity");
        archive.put("@id", "archive");
        archive.put(
                "prov:label",
                "The WARC archive of the harvested pages; mart_document names the URL and the digest of each");
        archive.put("prov:value", release.inputsFingerprint());
        origins.add(archive);
        for (PackagedRelease.Publisher publisher : release.publishers()) {
            Map<String, Object> source = new LinkedHashMap<>();
            source.put("@type", "prov:Entity");
            source.put("@id", "source/" + publisher.id());
            source.put("prov:label", "Reports of " + publisher.name());
            origins.add(source);
        }
        return origins;
    }

    private static Map<String, Object> night(PackagedRelease release) {
        Map<String, Object> program = new LinkedHashMap<>();
        program.put("@type", List.of("prov:SoftwareAgent", "sc:SoftwareApplication"));
        program.put("name", PackagedRelease.NAME);
        program.put("softwareVersion", release.codeVersion());
        Map<String, Object> night = new LinkedHashMap<>();
        night.put("@type", "prov:Activity");
        night.put("prov:label", "Night of " + release.night() + ": read, loaded, audited, published");
        night.put("prov:endedAtTime", release.publishedAt().toString());
        night.put("prov:used", Map.of("@id", "archive"));
        night.put("prov:wasAssociatedWith", program);
        return night;
    }

    private static List<Object> distribution(PackagedRelease release) {
        List<Object> distribution = new ArrayList<>();
        distribution.add(fileObject(release.warehouse().path(), release.warehouse(), "application/vnd.duckdb"));
        for (PackagedTable table : release.tables()) {
            if (table.files().size() == 1) {
                distribution.add(fileObject(filesOf(table), table.files().get(0), PARQUET));
            } else {
                Map<String, Object> json = new LinkedHashMap<>();
                json.put("@type", "cr:FileSet");
                json.put("@id", filesOf(table));
                json.put("name", filesOf(table));
                json.put(
                        "description",
                        "A file a province and report year; manifest.json and datapackage.json hold the SHA-256 of each");
                json.put("encodingFormat", PARQUET);
                json.put("includes", table.glob());
                distribution.add(json);
            }
        }
        return distribution;
    }

    private static Map<String, Object> fileObject(String id, PackagedFile file, String mediaType) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("@type", "cr:FileObject");
        json.put("@id", id);
        json.put("name", file.path().substring(file.path().lastIndexOf('/') + 1));
        json.put("contentUrl", file.path());
        json.put("contentSize", file.bytes() + " B");
        json.put("encodingFormat", mediaType);
        json.put("sha256", file.sha256());
        return json;
    }

    private static String filesOf(PackagedTable table) {
        return table.name() + "-files";
    }

    private static Map<String, Object> recordSet(PackagedTable table) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("@type", "cr:RecordSet");
        json.put("@id", table.name());
        json.put("name", table.name());
        json.put("description", described(table.meaning(), table.warnings()) + " " + table.rows() + " rows.");
        table.key()
                .ifPresent(key -> json.put(
                        "key",
                        key.stream()
                                .map(column -> reference(table.name(), column))
                                .toList()));
        json.put(
                "field",
                table.columns().stream().map(column -> field(table, column)).toList());
        return json;
    }

    private static Map<String, Object> field(PackagedTable table, PackagedColumn column) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("@type", "cr:Field");
        json.put("@id", table.name() + "/" + column.name());
        json.put("name", column.name());
        json.put("description", described(column.meaning(), column.warnings()));
        json.put("dataType", dataType(column.elementType().orElse(column.type())));
        if (column.elementType().isPresent()) {
            json.put("isArray", true);
            json.put("arrayShape", "-1");
        }
        column.unit().ifPresent(unit -> json.put("unitText", unit));
        Map<String, Object> source = new LinkedHashMap<>();
        source.put(table.files().size() == 1 ? "fileObject" : "fileSet", Map.of("@id", filesOf(table)));
        source.put("extract", Map.of("column", column.name()));
        json.put("source", source);
        List<Map<String, String>> references = new ArrayList<>();
        for (TableKeys.Reference reference : table.references()) {
            int place = reference.columns().indexOf(column.name());
            if (place >= 0) {
                references.add(reference(reference.to(), reference.toColumns().get(place)));
            }
        }
        if (!references.isEmpty()) {
            json.put("references", references.size() == 1 ? references.get(0) : references);
        }
        return json;
    }

    private static String described(String meaning, List<String> warnings) {
        return meaning + "." + (warnings.isEmpty() ? "" : " Before use: " + String.join(", ", warnings) + ".");
    }

    private static Map<String, String> reference(String table, String column) {
        return Map.of("@id", table + "/" + column);
    }

    private static String dataType(String type) {
        return switch (ColumnType.of(type)) {
            case TEXT -> "sc:Text";
            case INTEGER -> "sc:Integer";
            case NUMBER -> "sc:Float";
            case FLAG -> "sc:Boolean";
            case DATE -> "sc:Date";
            case INSTANT -> "sc:DateTime";
        };
    }
}
