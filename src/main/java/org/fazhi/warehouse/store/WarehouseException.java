package org.fazhi.warehouse.store;

/** The warehouse could not do what was asked; the message says what, where, expected and got. */
public sealed class WarehouseException extends RuntimeException permits UnfitValue, WarehouseInUse {

    private static final long serialVersionUID = 1L;

    public WarehouseException(String message) {
        super(message);
    }

    public WarehouseException(String message, Throwable cause) {
        super(message, cause);
    }
}
