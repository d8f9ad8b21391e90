package org.fazhi.warehouse.release;

import org.fazhi.warehouse.store.WarehouseException;
import org.fazhi.warehouse.store.WarehouseHome;

/**
 * The version of a home's layout, written into every release and its manifest. A release is a function of the archive, so
 * a home of an earlier version needs no migration of rows: the next build makes its release anew.
 */
public final class HomeFormat {

    /**
     * Rises with every change that an earlier program would read wrongly. 1: the home's layout is counted. 2: descriptors
     * stand at the root, which an earlier program would leave behind, and the Parquet mirror has no folders of Hive.
     */
    public static final int VERSION = 2;

    private HomeFormat() {}

    /**
     * Refuses a home that a later program has written.
     *
     * @throws WarehouseException where this program would not understand what stands there
     */
    public static void refuseLater(WarehouseHome home, Manifest standing) {
        if (standing.formatVersion() > VERSION) {
            throw new WarehouseException(home.root() + ": expected a home of format " + VERSION
                    + " or earlier, got format " + standing.formatVersion() + ", written by fazhi "
                    + standing.codeVersion() + "; run that program or a later one, or name another home");
        }
    }

    /** Whether a release has the layout that this program makes; one of an earlier layout is made anew. */
    static boolean isCurrent(Manifest standing) {
        return standing.formatVersion() == VERSION;
    }
}
