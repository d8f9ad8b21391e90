package org.fazhi.warehouse.load;

/** How many things of one kind were read, and what became of them; counted apart from the rows that are written. */
final class LoadTally {

    private long read;
    private long loaded;
    private long quarantined;
    private long ignored;

    void countRead() {
        read++;
    }

    void countLoaded() {
        loaded++;
    }

    void countQuarantined() {
        quarantined++;
    }

    void countIgnored() {
        ignored++;
    }

    long read() {
        return read;
    }

    long loaded() {
        return loaded;
    }

    long quarantined() {
        return quarantined;
    }

    long ignored() {
        return ignored;
    }
}
