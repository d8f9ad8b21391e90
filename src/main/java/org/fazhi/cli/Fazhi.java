package org.fazhi.cli;
public final class Fazhi {
    private Fazhi() {}
    public static void main(String[] args) {
        System.exit(new picocli.CommandLine(new EvaluateCommand()).execute(args));
    }
}
