package org.fazhi.cli;

/** Entry point of the program. */
public final class Fazhi {

    private Fazhi() {}

    public static void main(String[] args) {}
}
