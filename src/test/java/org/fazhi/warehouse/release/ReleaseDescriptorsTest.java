package org.fazhi.warehouse.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.fazhi.warehouse.Home;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a release says of itself is valid and true. */
class ReleaseDescriptorsTest {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @TempDir
    private static Path root;

    private static Home home;
    private static Manifest manifest;
    private static Path folder;

    /** Nothing but {@link HomeDescriptorsTest} changes what was published. */
    @BeforeAll
    static void publish() {
        home = MirroredHome.in(root);
        manifest = home.published();
        folder = home.home.release(manifest.release());
    }

    private JsonNode json(String name) throws IOException {
        return MAPPER.readTree(Files.readString(folder.resolve(name)));
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(item.asString()));
        return texts;
    }

    private static List<Error> faults(String json) throws IOException {
        try (InputStream profile = ReleaseDescriptorsTest.class.getResourceAsStream(
                "/org/fazhi/warehouse/descriptor/datapackage-2.0.schema.json")) {
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(new String(profile.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
            return schema.validate(
                    json,
                    InputFormat.JSON,
                    context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
        }
    }

    @Test
    void theDataPackagePassesTheProfileOfItsStandard() throws IOException {
        assertThat(faults(Files.readString(folder.resolve("datapackage.json")))).isEmpty();
    }

    /** A validator that accepts all would not be noticed. */
    @Test
    void theProfileRefusesWhatIsNoDataPackage() throws IOException {
        ObjectNode pathless = (ObjectNode) json("datapackage.json");
        ((ObjectNode) pathless.get("resources").get(0)).remove("path");
        assertThat(faults(pathless.toString())).isNotEmpty();
        ObjectNode climbing = (ObjectNode) json("datapackage.json");
        ((ObjectNode) climbing.get("resources").get(0)).put("path", "../fazhi.duckdb");
        assertThat(faults(climbing.toString())).isNotEmpty();
        ObjectNode undated = (ObjectNode) json("datapackage.json");
        undated.put("created", "yesterday");
        assertThat(faults(undated.toString())).isNotEmpty();
    }

    @Test
    void theDataPackageNamesEveryParquetFileWithItsHashAndNoOther() throws IOException {
        Set<String> described = new TreeSet<>();
        for (JsonNode resource : json("datapackage.json").get("resources")) {
            if (resource.get("path").isArray()) {
                assertThat(texts(resource.get("path"))).hasSizeGreaterThan(1);
                long bytes = 0;
                for (JsonNode file : resource.get("files")) {
                    described.add(file.get("path").asString() + " "
                            + file.get("bytes").asLong() + " "
                            + file.get("hash").asString());
                    bytes += file.get("bytes").asLong();
                }
                assertThat(texts(resource.get("path")))
                        .containsExactlyElementsOf(resource.get("files").findValuesAsString("path"));
                assertThat(resource.get("bytes").asLong()).isEqualTo(bytes);
            } else {
                described.add(resource.get("path").asString() + " "
                        + resource.get("bytes").asLong() + " "
                        + resource.get("hash").asString());
            }
        }
        Set<String> expected = new TreeSet<>();
        manifest.files().stream()
                .filter(file -> file.path().startsWith("parquet/"))
                .forEach(file -> expected.add(file.path() + " " + file.bytes() + " sha256:" + file.sha256()));
        assertThat(described).isEqualTo(expected).hasSizeGreaterThan(40);
    }

    @Test
    void theDataPackageDescribesRowsColumnsAndKeysAsTheyAre() throws IOException {
        List<String> names = new ArrayList<>();
        for (JsonNode resource : json("datapackage.json").get("resources")) {
            String table = resource.get("name").asString();
            names.add(table);
            assertThat(home.rows("SELECT count(*) FROM " + table))
                    .containsExactly(resource.get("rowCount").asString());
            List<String> fields = new ArrayList<>();
            for (JsonNode field : resource.get("schema").get("fields")) {
                fields.add(field.get("name").asString());
                assertThat(field.get("description").asString())
                        .as(table + " " + field)
                        .isNotBlank();
            }
            assertThat(home.rows("SELECT column_name FROM (DESCRIBE FROM " + table + ")"))
                    .isEqualTo(fields);
            JsonNode key = resource.get("schema").path("primaryKey");
            if (key.isArray()) {
                String columns = "\"" + String.join("\", \"", texts(key)) + "\"";
                assertThat(home.rows("SELECT " + columns + " FROM " + table + " GROUP BY ALL HAVING count(*) > 1"))
                        .as(table)
                        .isEmpty();
                assertThat(home.rows("SELECT count(*) FROM " + table + " WHERE concat_ws('', " + columns + ") = '' OR ("
                                + columns.replace(",", " IS NULL OR ") + " IS NULL)"))
                        .containsExactly("0");
            }
        }
        assertThat(names).containsAll(manifest.rows().keySet()).doesNotHaveDuplicates();
    }

    @Test
    void everyForeignKeyOfTheDataPackageHolds() throws IOException {
        int count = 0;
        for (JsonNode resource : json("datapackage.json").get("resources")) {
            String table = resource.get("name").asString();
            for (JsonNode key : resource.get("schema").path("foreignKeys")) {
                String to = key.get("reference").path("resource").asString(table);
                List<String> from = texts(key.get("fields"));
                List<String> there = texts(key.get("reference").get("fields"));
                List<String> pairs = new ArrayList<>();
                List<String> stated = new ArrayList<>();
                for (int i = 0; i < from.size(); i++) {
                    pairs.add("a." + from.get(i) + " = b." + there.get(i));
                    stated.add("a." + from.get(i) + " IS NOT NULL");
                }
                assertThat(home.rows("SELECT count(*) FROM " + table + " AS a ANTI JOIN " + to + " AS b ON "
                                + String.join(" AND ", pairs) + " WHERE " + String.join(" AND ", stated)))
                        .as(table + " " + key)
                        .containsExactly("0");
                count++;
            }
        }
        assertThat(count).isGreaterThan(12);
    }

    @Test
    void theDataPackageMapsEveryTypeAndSaysWhatIsRequired() throws IOException {
        JsonNode document = field("mart_document", "fetched_at");
        assertThat(document.get("type").asString()).isEqualTo("datetime");
        assertThat(document.has("constraints")).isFalse();
        assertThat(field("mart_document", "document_id")
                        .get("constraints")
                        .get("required")
                        .asBoolean())
                .isTrue();
        assertThat(field("dim_region", "is_fictional")
                        .get("constraints")
                        .get("required")
                        .asBoolean())
                .isTrue();
        assertThat(field("dim_region", "is_fictional").get("type").asString()).isEqualTo("boolean");
        assertThat(field("dim_region", "split_codes").get("type").asString()).isEqualTo("array");
        assertThat(field("mart_document", "written_date").get("type").asString())
                .isEqualTo("date");
        assertThat(field("mart_figure", "value").get("type").asString()).isEqualTo("number");
        assertThat(field("mart_figure", "confidence").get("type").asString()).isEqualTo("number");
        assertThat(field("mart_figure", "ordinal").get("type").asString()).isEqualTo("integer");
        assertThat(field("audit_finding", "row_count").get("type").asString()).isEqualTo("integer");
        assertThat(field("mart_figure", "value").get("unit").asString()).isEqualTo("column:unit");
        assertThat(texts(field("mart_observation", "value").get("usageWarnings")))
                .contains("self_reported");
        assertThat(field("mart_figure", "raw").get("type").asString()).isEqualTo("string");
    }

    private JsonNode field(String table, String column) throws IOException {
        for (JsonNode resource : json("datapackage.json").get("resources")) {
            for (JsonNode field : resource.get("schema").get("fields")) {
                if (resource.get("name").asString().equals(table)
                        && field.get("name").asString().equals(column)) {
                    return field;
                }
            }
        }
        throw new AssertionError(table + "." + column);
    }

    @Test
    void bothSayWhichReleaseHowToCiteItAndWhatIsLicensed() throws IOException {
        JsonNode data = json("datapackage.json");
        JsonNode croissant = json("croissant.json");
        assertThat(data.get("version").asString()).isEqualTo(manifest.release());
        assertThat(data.get("created").asString())
                .isEqualTo(manifest.publishedAt().toString());
        assertThat(data.get("citation").asString())
                .contains("release " + manifest.release(), "content hash " + manifest.contentHash(), "fazhi test");
        assertThat(data.get("bibtex").asString())
                .startsWith("@misc{fazhi-" + manifest.release() + ",\n")
                .contains("year = {2026}", manifest.contentHash());
        assertThat(texts(data.get("sources").get(0))).isNotEmpty();
        assertThat(data.get("sources").findValuesAsString("title")).containsExactly("石桥县人民政府", "郯城县人民政府");
        assertThat(data.get("licenses").findValuesAsString("name"))
                .containsExactly("Apache-2.0", "CC0-1.0", "notspecified");
        assertThat(licence(data, "mart_figure")).isEqualTo("notspecified");
        assertThat(licence(data, "dim_source")).isEqualTo("notspecified");
        assertThat(licence(data, "dim_region")).isEqualTo("CC0-1.0");
        assertThat(licence(data, "dim_indicator")).isEqualTo("Apache-2.0");

        assertThat(croissant.get("version").asString()).isEqualTo(manifest.release());
        assertThat(croissant.get("citeAs")).isEqualTo(data.get("bibtex"));
        assertThat(croissant.get("datePublished").asString())
                .isEqualTo(manifest.publishedAt().toString());
        assertThat(croissant.get("url")).isEqualTo(data.get("id"));
        assertThat(croissant.get("license").findValuesAsString("name"))
                .isEqualTo(data.get("licenses").findValuesAsString("name"));
        assertThat(croissant.get("prov:wasGeneratedBy").findValuesAsString("softwareVersion"))
                .containsExactly("test");
        assertThat(croissant.get("prov:wasDerivedFrom").findValuesAsString("@id"))
                .containsExactly("archive", "source/shiqiao", "source/tancheng");
        assertThat(croissant.get("prov:wasDerivedFrom").get(0).get("prov:value").asString())
                .isEqualTo(manifest.inputsFingerprint());
    }

    private static String licence(JsonNode data, String table) {
        for (JsonNode resource : data.get("resources")) {
            if (resource.get("name").asString().equals(table)) {
                return resource.get("licenses").get(0).get("name").asString();
            }
        }
        throw new AssertionError(table);
    }

    /** Croissant 1.1, Dataset-level Information, Required, and Modified and Added Properties. */
    @Test
    void theCroissantHasWhatItsSpecificationRequires() throws IOException {
        JsonNode croissant = json("croissant.json");
        for (String required : List.of(
                "@context",
                "@type",
                "conformsTo",
                "description",
                "license",
                "name",
                "url",
                "creator",
                "datePublished",
                "distribution",
                "recordSet")) {
            assertThat(croissant.has(required)).as(required).isTrue();
        }
        assertThat(croissant.get("@type").asString()).isEqualTo("sc:Dataset");
        assertThat(croissant.get("conformsTo").asString()).isEqualTo("http://mlcommons.org/croissant/1.1");
        JsonNode context = croissant.get("@context");
        assertThat(context.get("@vocab").asString()).isEqualTo("http://schema.org/");
        assertThat(context.get("cr").asString()).isEqualTo("http://mlcommons.org/croissant/");
        assertThat(context.get("conformsTo").asString()).isEqualTo("dct:conformsTo");
        assertThat(context.get("prov").asString()).isEqualTo("http://www.w3.org/ns/prov#");
        for (String term :
                List.of("citeAs", "column", "extract", "field", "fileObject", "fileSet", "includes", "key")) {
            assertThat(context.get(term).asString()).isEqualTo("cr:" + term);
        }
    }

    @Test
    void theFilesOfTheCroissantAreThoseOfTheRelease() throws IOException {
        Set<String> found = new TreeSet<>();
        Set<String> types = new TreeSet<>();
        for (JsonNode file : json("croissant.json").get("distribution")) {
            types.add(file.get("@type").asString());
            if (file.get("@type").asString().equals("cr:FileObject")) {
                String path = file.get("contentUrl").asString();
                found.add(path);
                assertThat(manifest.files())
                        .contains(new Manifest.FileEntry(
                                path,
                                Long.parseLong(
                                        file.get("contentSize").asString().replace(" B", "")),
                                file.get("sha256").asString()));
            } else {
                PathMatcher matcher = FileSystems.getDefault()
                        .getPathMatcher("glob:" + file.get("includes").asString());
                manifest.files().stream()
                        .map(Manifest.FileEntry::path)
                        .filter(path -> matcher.matches(Path.of(path)))
                        .forEach(found::add);
            }
        }
        Set<String> expected = new TreeSet<>();
        manifest.files().stream()
                .map(Manifest.FileEntry::path)
                .filter(path -> !path.endsWith(".json"))
                .forEach(expected::add);
        assertThat(found).isEqualTo(expected);
        assertThat(types).containsExactly("cr:FileObject", "cr:FileSet");
    }

    @Test
    void everyIdOfTheCroissantIsUniqueAndEveryReferenceLeadsToOne() throws IOException {
        JsonNode croissant = json("croissant.json");
        Set<String> ids = new HashSet<>();
        List<String> references = new ArrayList<>();
        for (String part : List.of("distribution", "recordSet", "prov:wasDerivedFrom", "prov:wasGeneratedBy")) {
            collect(croissant.get(part), ids, references);
        }
        assertThat(ids).containsAll(references);
        assertThat(references)
                .contains("mart_figure/figure_id", "mart_figure-files", "dim_region/region_key", "archive");
        JsonNode observation = recordSet(croissant, "mart_observation");
        assertThat(observation.get("key").findValuesAsString("@id"))
                .containsExactly(
                        "mart_observation/issuer_key",
                        "mart_observation/report_year",
                        "mart_observation/indicator_code");
        assertThat(texts(dataTypes(croissant)))
                .containsOnly("sc:Text", "sc:Integer", "sc:Float", "sc:Boolean", "sc:Date", "sc:DateTime");
        for (JsonNode field : recordSet(croissant, "dim_region").get("field")) {
            boolean isList = field.get("name").asString().endsWith("_codes");
            assertThat(field.path("isArray").asBoolean(false)).isEqualTo(isList);
        }
    }

    private static JsonNode dataTypes(JsonNode croissant) {
        var types = MAPPER.createArrayNode();
        croissant.get("recordSet").findValuesAsString("dataType").forEach(types::add);
        return types;
    }

    private static JsonNode recordSet(JsonNode croissant, String name) {
        for (JsonNode set : croissant.get("recordSet")) {
            if (set.get("@id").asString().equals(name)) {
                return set;
            }
        }
        throw new AssertionError(name);
    }

    /** An object with an id alone is a reference, any other names itself. */
    private static void collect(JsonNode node, Set<String> ids, List<String> references) {
        if (node.isObject() && node.has("@id")) {
            if (node.size() == 1) {
                references.add(node.get("@id").asString());
            } else {
                assertThat(ids.add(node.get("@id").asString()))
                        .as(node.get("@id").asString())
                        .isTrue();
            }
        }
        node.forEach(child -> collect(child, ids, references));
    }
}
