package org.fazhi.app.batch;

/** Is told when the work on an item reaches a boundary, and may fail there as the work itself may; for tests. */
@FunctionalInterface
interface ItemWatch {

    /** Lets everything pass. */
    ItemWatch NONE = (boundary, item) -> {};

    /** Where the work on an item stands. */
    enum Boundary {
        /** It was read and is about to be worked on. */
        READ,
        /** It was worked on; nothing of it is written. */
        WORKED,
        /** All of it is written and nothing committed. */
        WRITTEN
    }

    void at(Boundary boundary, NightItem item);
}
