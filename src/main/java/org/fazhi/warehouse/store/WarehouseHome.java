package org.fazhi.warehouse.store;

import java.nio.file.Path;

/**
 * Where the warehouse keeps its files under the home folder.
 *
 * @param root the folder named by {@code --home}
 */
public record WarehouseHome(Path root) {

    /** What readers open. */
    public Path published() {
        return root.resolve("fazhi.duckdb");
    }

    /** What readers of Parquet open: a folder a mart. */
    public Path parquet() {
        return root.resolve("parquet");
    }

    /** One folder a release. */
    public Path releases() {
        return root.resolve("releases");
    }

    public Path release(String id) {
        return releases().resolve(id);
    }

    /** Names the release that stands; replacing it is the one act that publishes. */
    public Path latest() {
        return releases().resolve("LATEST");
    }

    /** What people have put right. */
    public Path reviews() {
        return root.resolve("reviews");
    }

    /** The file under construction; never opened by readers. */
    public Path build() {
        return state().resolve("build.duckdb");
    }

    /** Where DuckDB spills what does not fit its memory. */
    public Path spill() {
        return state().resolve("spill");
    }

    /** Held by the run that works on the releases. */
    public Path lock() {
        return state().resolve("warehouse.lock");
    }

    public Path state() {
        return root.resolve("state");
    }
}
