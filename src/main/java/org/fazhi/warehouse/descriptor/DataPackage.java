package org.fazhi.warehouse.descriptor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Describes a release after the Data Package Standard 2.0 (datapackage.org): a resource a table, its path a Parquet file or
 * a list of them. What the standard has no word for stands under words of its own, which it allows: {@code rowCount},
 * {@code contentHash}, {@code citation} and {@code bibtex}, {@code files} with a hash each where a table has several, and
 * {@code unit} and {@code usageWarnings} of a field.
 */
public final class DataPackage {

    /** Its name in the release folder. */
    public static final String FILE = "datapackage.json";

    private static final String PROFILES = "https://datapackage.org/profiles/2.0/";

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private DataPackage() {}

    /** The text of {@code datapackage.json}. */
    public static String of(PackagedRelease release) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("$schema", PROFILES + "datapackage.json");
        json.put("name", PackagedRelease.NAME);
        json.put("id", release.urn());
        json.put("title", Citation.TITLE);
        json.put("description", PackagedRelease.DESCRIPTION);
        json.put("version", release.release());
        json.put("created", release.publishedAt().toString());
        json.put("contentHash", release.contentHash());
        json.put("citation", release.citation().text());
        json.put("bibtex", release.citation().bibtex());
        json.put("keywords", PackagedRelease.KEYWORDS);
        json.put(
                "licenses",
                Stream.of(DataLicence.values()).map(DataPackage::licence).toList());
        json.put("contributors", List.of(program(release)));
        if (!release.publishers().isEmpty()) {
            json.put(
                    "sources",
                    release.publishers().stream()
                            .map(publisher -> Map.of("title", publisher.name()))
                            .distinct()
                            .toList());
        }
        json.put(
                "resources",
                release.tables().stream().map(DataPackage::resource).toList());
        return MAPPER.writeValueAsString(json) + "\n";
    }

    private static Map<String, Object> program(PackagedRelease release) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("title", PackagedRelease.NAME + " " + release.codeVersion());
        json.put("roles", List.of("compiler"));
        return json;
    }

    private static Map<String, Object> licence(DataLicence licence) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", licence.code());
        licence.url().ifPresent(url -> json.put("path", url));
        json.put("title", licence.title());
        return json;
    }

    private static Map<String, Object> resource(PackagedTable table) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("$schema", PROFILES + "dataresource.json");
        json.put("name", table.name());
        json.put("type", "table");
        json.put("description", table.meaning());
        if (!table.warnings().isEmpty()) {
            json.put("usageWarnings", table.warnings());
        }
        json.put("format", "parquet");
        json.put("mediatype", "application/vnd.apache.parquet");
        List<PackagedFile> files = table.files();
        if (files.size() == 1) {
            json.put("path", files.get(0).path());
            json.put("bytes", files.get(0).bytes());
            json.put("hash", hash(files.get(0)));
        } else {
            json.put("path", files.stream().map(PackagedFile::path).toList());
            json.put("bytes", files.stream().mapToLong(PackagedFile::bytes).sum());
            json.put("files", files.stream().map(DataPackage::file).toList());
        }
        json.put("rowCount", table.rows());
        json.put("licenses", List.of(licence(DataLicence.of(table.name()))));
        json.put("schema", schema(table));
        return json;
    }

    private static Map<String, Object> file(PackagedFile file) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("path", file.path());
        json.put("bytes", file.bytes());
        json.put("hash", hash(file));
        return json;
    }

    private static String hash(PackagedFile file) {
        return "sha256:" + file.sha256();
    }

    private static Map<String, Object> schema(PackagedTable table) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("$schema", PROFILES + "tableschema.json");
        json.put("fields", table.columns().stream().map(DataPackage::field).toList());
        table.key().ifPresent(key -> json.put("primaryKey", key));
        if (!table.references().isEmpty()) {
            json.put(
                    "foreignKeys",
                    table.references().stream()
                            .map(reference -> foreignKey(table, reference))
                            .toList());
        }
        return json;
    }

    /** A reference of a table to itself names no resource. */
    private static Map<String, Object> foreignKey(PackagedTable table, TableKeys.Reference reference) {
        Map<String, Object> there = new LinkedHashMap<>();
        if (!reference.to().equals(table.name())) {
            there.put("resource", reference.to());
        }
        there.put("fields", reference.toColumns());
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("fields", reference.columns());
        json.put("reference", there);
        return json;
    }

    private static Map<String, Object> field(PackagedColumn column) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", column.name());
        json.put("type", type(column));
        json.put("description", column.meaning());
        column.unit().ifPresent(unit -> json.put("unit", unit));
        if (!column.warnings().isEmpty()) {
            json.put("usageWarnings", column.warnings());
        }
        if (column.isRequired()) {
            json.put("constraints", Map.of("required", true));
        }
        return json;
    }

    private static String type(PackagedColumn column) {
        if (column.elementType().isPresent()) {
            return "array";
        }
        return switch (ColumnType.of(column.type())) {
            case TEXT -> "string";
            case INTEGER -> "integer";
            case NUMBER -> "number";
            case FLAG -> "boolean";
            case DATE -> "date";
            case INSTANT -> "datetime";
        };
    }
}
