package org.fazhi.app.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.fazhi.warehouse.store.WarehouseException;
import org.junit.jupiter.api.Test;

class NightLauncherTest {

    @Test
    void saysWhereAFaultWasAndWhatLayBeneath() {
        WarehouseException ours = new WarehouseException(
                "build/x.duckdb: expected to write, got a fault", new IOException("File too large"));
        assertThat(NightLauncher.problem(new IllegalStateException("step failed", ours)))
                .isEqualTo("build/x.duckdb: expected to write, got a fault (IOException: File too large)");
    }

    @Test
    void saysTheRootOfAFaultThatIsNotOurs() {
        assertThat(NightLauncher.problem(new IllegalStateException("outer", new IOException("broken pipe"))))
                .isEqualTo("IOException: broken pipe");
    }
}
