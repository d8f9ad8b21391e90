package org.fazhi.warehouse;

/** The warehouse could not do what was asked; the message says what, where, expected and got. */
public final class WarehouseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public WarehouseException(String message) {
        super(message);
    }

    public WarehouseException(String message, Throwable cause) {
        super(message, cause);
    }
}
