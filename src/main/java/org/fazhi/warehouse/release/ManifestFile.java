package org.fazhi.warehouse.release;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fazhi.warehouse.store.WarehouseException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes {@code manifest.json}. */
final class ManifestFile {

    static final String NAME = "manifest.json";

    private static final int MAX_BYTES = 64 << 20;

    /** A manifest of an earlier program lacks what was added since; one of a later program may hold more. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private ManifestFile() {}

    static Manifest read(Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            Manifest manifest =
                    MAPPER.readValue(new String(stream.readNBytes(MAX_BYTES), StandardCharsets.UTF_8), Manifest.class);
            if (manifest == null) {
                throw new WarehouseException(file + ": expected the manifest of a release, got null");
            }
            return manifest;
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": not readable", e);
        } catch (JacksonException e) {
            throw new WarehouseException(file + ": expected the manifest of a release, got: " + e.getMessage(), e);
        }
    }

    static void write(Path file, Manifest manifest) throws IOException {
        Files.writeString(file, MAPPER.writeValueAsString(manifest) + "\n", StandardCharsets.UTF_8);
    }
}
