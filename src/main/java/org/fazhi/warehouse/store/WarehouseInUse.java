package org.fazhi.warehouse.store;

import java.nio.file.Path;

/** Another run works on the releases of the same home. */
public final class WarehouseInUse extends WarehouseException {

    private static final long serialVersionUID = 1L;

    WarehouseInUse(Path lock) {
        super(lock + ": expected no other run that works on these releases, got one that holds the lock; wait for it"
                + " to end");
    }
}
