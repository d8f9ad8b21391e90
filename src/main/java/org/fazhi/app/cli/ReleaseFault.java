package org.fazhi.app.cli;

import java.io.UncheckedIOException;
import java.util.function.IntSupplier;
import org.fazhi.warehouse.store.WarehouseException;
import org.fazhi.warehouse.store.WarehouseInUse;
import picocli.CommandLine.Model.CommandSpec;

/** How the commands on releases tell what they could not do: in a line, with the code for it. */
final class ReleaseFault {

    private ReleaseFault() {}

    static int told(CommandSpec spec, IntSupplier command) {
        try {
            return command.getAsInt();
        } catch (WarehouseInUse e) {
            spec.commandLine().getErr().println(e.getMessage());
            return ExitCode.HOME_IN_USE;
        } catch (WarehouseException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return ExitCode.USAGE;
        } catch (UncheckedIOException e) {
            spec.commandLine().getErr().println(e.getMessage() + ": " + e.getCause());
            return ExitCode.USAGE;
        }
    }
}
