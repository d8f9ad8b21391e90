package org.fazhi.app.batch;

import java.util.HashMap;
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
        try (HomeLock lock = HomeLock.take(plan.home());
                NightStop stop = NightStop.armed(progress)) {
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
        StateDamage damage = StateDamage.mend(plan.stateFolder(), plan.clock().instant());
        damage.said().ifPresent(progress::warn);
        SpringApplicationBuilder application = new SpringApplicationBuilder(NightApplication.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .properties(properties(plan))
                .initializers(context -> {
                    GenericApplicationContext beans = (GenericApplicationContext) context;
                    beans.registerBean(NightPlan.class, () -> plan);
                    beans.registerBean(StateDamage.class, () -> damage);
                    beans.registerBean(FetchConditions.class, () -> conditions);
                    beans.registerBean(NightOcr.class, () -> ocr);
                    beans.registerBean(NightReader.class, () -> reader);
                    beans.registerBean(ItemWatch.class, () -> watch);
                    beans.registerBean(StepProgress.class, () -> progress);
                    beans.registerBean(NightStop.class, () -> stop, bean -> bean.setDestroyMethodName(""));
                });
        try (ConfigurableApplicationContext context = application.run()) {
            return context.getBean(NightLauncher.class).launch();
        }
    }

    private static Map<String, Object> properties(NightPlan plan) {
        Map<String, Object> properties = new HashMap<>(StateDatabase.properties(
                plan.stateFolder(), plan.registry().nightly().concurrency()));
        properties.putAll(Map.of(
                "spring.batch.job.enabled", "false",
                "logging.level.root", "WARN",
                // It warns of every listener that is a bean with one method.
                "logging.level.org.springframework.batch.core.listener", "ERROR",
                "logging.threshold.console", "OFF",
                "logging.file.name", plan.logFile().toString()));
        return properties;
    }
}
