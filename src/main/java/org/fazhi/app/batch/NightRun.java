package org.fazhi.app.batch;

import java.util.Map;
import org.fazhi.reading.attachment.Tesseract;
import org.fazhi.warehouse.release.Releases;
import org.fazhi.warehouse.store.WarehouseHome;
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
     * @throws org.fazhi.warehouse.store.WarehouseException where a later program has written the home
     * @throws HomeUnusable where the home is no folder that can be written to
     */
    public static NightOutcome run(NightPlan plan, StepProgress progress) {
        return run(plan, FetchConditions.usual(plan), progress);
    }

    /** As {@link #run(NightPlan, StepProgress)}, within other bounds. */
    static NightOutcome run(NightPlan plan, FetchConditions conditions, StepProgress progress) {
        return run(plan, conditions, NightOcr.of(plan.registry().nightly(), Tesseract::find), progress);
    }

    /** As {@link #run(NightPlan, StepProgress)}, within other bounds and with another reader of scans. */
    static NightOutcome run(NightPlan plan, FetchConditions conditions, NightOcr ocr, StepProgress progress) {
        return run(plan, conditions, ocr, NightReader.running(), progress);
    }

    /** As {@link #run(NightPlan, StepProgress)}, within other bounds and with other readers. */
    static NightOutcome run(
            NightPlan plan, FetchConditions conditions, NightOcr ocr, NightReader reader, StepProgress progress) {
        return run(plan, conditions, ocr, reader, ItemWatch.NONE, progress);
    }

    /** As {@link #run(NightPlan, StepProgress)}, with somebody who watches the items. */
    static NightOutcome run(NightPlan plan, ItemWatch watch, StepProgress progress) {
        NightOcr ocr = NightOcr.of(plan.registry().nightly(), Tesseract::find);
        return run(plan, FetchConditions.usual(plan), ocr, NightReader.running(), watch, progress);
    }

    private static NightOutcome run(
            NightPlan plan,
            FetchConditions conditions,
            NightOcr ocr,
            NightReader reader,
            ItemWatch watch,
            StepProgress progress) {
        new Releases(new WarehouseHome(plan.home())).refuseLaterFormat();
        HomeUnusable.makeFolder(plan.home(), plan.stateFolder());
        HomeUnusable.makeFolder(plan.home(), plan.reportFolder());
        try (NightStop stop = NightStop.armed(progress)) {
            ocr.missing().ifPresent(progress::warn);
            return run(plan, conditions, ocr, reader, watch, progress, stop);
        }
    }

    private static NightOutcome run(
            NightPlan plan,
            FetchConditions conditions,
            NightOcr ocr,
            NightReader reader,
            ItemWatch watch,
            StepProgress progress,
            NightStop stop) {
        SpringApplicationBuilder application = new SpringApplicationBuilder(NightApplication.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .properties(properties(plan))
                .initializers(context -> {
                    GenericApplicationContext beans = (GenericApplicationContext) context;
                    beans.registerBean(NightPlan.class, () -> plan);
                    beans.registerBean(FetchConditions.class, () -> conditions);
                    beans.registerBean(NightOcr.class, () -> ocr);
                    beans.registerBean(NightReader.class, () -> reader);
                    beans.registerBean(ItemWatch.class, () -> watch);
                    beans.registerBean(StepProgress.class, () -> progress);
                    beans.registerBean(NightStop.class, () -> stop, bean -> bean.setDestroyMethodName(""));
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

    private static Map<String, Object> properties(NightPlan plan) {
        // A commit is written through at once, so that a killed night forgets nothing it has committed.
        String url = "jdbc:h2:file:" + plan.stateFolder().toAbsolutePath().resolve("fazhi")
                + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=60000";
        return Map.of(
                "spring.datasource.url", url,
                "spring.datasource.hikari.maximum-pool-size", "24",
                "spring.batch.jdbc.initialize-schema", "always",
                "spring.batch.job.enabled", "false",
                "spring.sql.init.mode", "always",
                "spring.sql.init.schema-locations", "classpath:org/fazhi/harvest/state/schema.sql",
                "logging.level.root", "WARN",
                // It warns of every listener that is a bean with one method.
                "logging.level.org.springframework.batch.core.listener", "ERROR",
                "logging.threshold.console", "OFF",
                "logging.file.name", plan.logFile().toString());
    }
}
