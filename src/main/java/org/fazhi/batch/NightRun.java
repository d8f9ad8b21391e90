package org.fazhi.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Runs one night in a Spring context of its own. */
public final class NightRun {

    private NightRun() {}

    /**
     * Runs a night to its end, resuming one that was cut off.
     *
     * @throws HomeInUse where another process works in the same home
     */
    public static NightOutcome run(NightPlan plan, StepProgress progress) {
        try {
            Files.createDirectories(plan.stateFolder());
        } catch (IOException e) {
            throw new UncheckedIOException(plan.stateFolder() + ": expected a folder to write to", e);
        }
        SpringApplicationBuilder application = new SpringApplicationBuilder(NightApplication.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .properties(properties(plan.stateFolder()))
                .initializers(context -> {
                    GenericApplicationContext beans = (GenericApplicationContext) context;
                    beans.registerBean(NightPlan.class, () -> plan);
                    beans.registerBean(StepProgress.class, () -> progress);
                });
        try (ConfigurableApplicationContext context = application.run()) {
            return context.getBean(NightLauncher.class).launch();
        } catch (RuntimeException e) {
            if (HomeInUse.isCause(e)) {
                throw new HomeInUse(plan.home(), e);
            }
            throw e;
        }
    }

    private static Map<String, Object> properties(Path stateFolder) {
        // A commit is written through at once, so that a killed night forgets nothing it has committed.
        String url = "jdbc:h2:file:" + stateFolder.toAbsolutePath().resolve("fazhi")
                + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=60000";
        return Map.of(
                "spring.datasource.url", url,
                "spring.datasource.hikari.maximum-pool-size", "24",
                "spring.batch.jdbc.initialize-schema", "always",
                "spring.batch.job.enabled", "false",
                "spring.sql.init.mode", "always",
                "spring.sql.init.schema-locations", "classpath:org/fazhi/state/schema.sql",
                "logging.level.root", "WARN",
                "logging.threshold.console", "WARN");
    }
}
