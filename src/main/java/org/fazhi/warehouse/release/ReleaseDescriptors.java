package org.fazhi.warehouse.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fazhi.warehouse.descriptor.Croissant;
import org.fazhi.warehouse.descriptor.DataPackage;
import org.fazhi.warehouse.descriptor.PackagedFile;
import org.fazhi.warehouse.descriptor.PackagedRelease;
import org.fazhi.warehouse.descriptor.PackagedTable;

/** Writes what a release says of itself beside its manifest: {@code datapackage.json} and {@code croissant.json}. */
final class ReleaseDescriptors {

    private final Manifest manifest;
    private final List<PackagedTable> tables;

    /** @param manifest its files are not looked at */
    ReleaseDescriptors(Manifest manifest, List<PackagedTable> tables) {
        this.manifest = manifest;
        this.tables = tables;
    }

    /**
     * Writes both.
     *
     * @param entries the DuckDB file and all of the mirror
     * @return the files written
     */
    List<Path> write(Path folder, List<Manifest.FileEntry> entries) throws IOException {
        PackagedRelease release = packaged(entries);
        return List.of(
                Files.writeString(folder.resolve(Croissant.FILE), Croissant.of(release), StandardCharsets.UTF_8),
                Files.writeString(folder.resolve(DataPackage.FILE), DataPackage.of(release), StandardCharsets.UTF_8));
    }

    private PackagedRelease packaged(List<Manifest.FileEntry> entries) {
        List<PackagedFile> files = entries.stream()
                .map(entry -> new PackagedFile(entry.path(), entry.bytes(), entry.sha256()))
                .toList();
        PackagedFile warehouse = files.stream()
                .filter(file -> file.path().equals(Publisher.DUCKDB_FILE))
                .findFirst()
                .orElseThrow();
        return new PackagedRelease(
                manifest.release(),
                manifest.night(),
                manifest.publishedAt(),
                manifest.contentHash(),
                manifest.inputsFingerprint(),
                manifest.codeVersion(),
                manifest.schemaVersion(),
                warehouse,
                tables.stream().map(table -> table.withFilesOf(files)).toList(),
                manifest.sources().stream()
                        .map(source -> new PackagedRelease.Publisher(source.source(), source.publisher()))
                        .toList());
    }
}
