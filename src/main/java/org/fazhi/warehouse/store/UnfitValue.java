package org.fazhi.warehouse.store;

/** A value that its column does not take: a fault of the row alone. */
public final class UnfitValue extends WarehouseException {

    private static final long serialVersionUID = 1L;

    UnfitValue(String message) {
        super(message);
    }
}
