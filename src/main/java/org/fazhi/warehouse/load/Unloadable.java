package org.fazhi.warehouse.load;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.fazhi.harvest.source.ConfigurationException;
import org.fazhi.reading.Extract;
import org.fazhi.reading.reason.Reason;
import org.fazhi.warehouse.store.LoadProgress;
import org.fazhi.warehouse.store.UnfitValue;
import org.fazhi.warehouse.store.WarehouseException;

/**
 * The documents on which the program itself failed while they were numbered or loaded. Versions are numbered without them,
 * so a load that finds one is made again.
 */
public final class Unloadable {

    private final Map<String, FactsGate.Fault> faults = new HashMap<>();
    private final LoadProgress progress;

    /** @param progress told of each once */
    public Unloadable(LoadProgress progress) {
        this.progress = progress;
    }

    /**
     * Notes one.
     *
     * @throws RuntimeException the fault itself where it is not the document's: of the warehouse, or of what people have
     *     written
     */
    void add(Extract extract, Throwable fault) {
        boolean isOfWarehouse = fault instanceof WarehouseException && !(fault instanceof UnfitValue);
        if (isOfWarehouse || fault instanceof ConfigurationException) {
            throw (RuntimeException) fault;
        }
        String said = fault.getClass().getSimpleName() + ": " + fault.getMessage();
        FactsGate.Fault first = faults.putIfAbsent(
                key(extract), new FactsGate.Fault(Reason.LOAD_FAULT, "expected to load it, got " + said));
        if (first == null) {
            progress.failed(extract.sourceId(), extract.url(), fault);
        }
    }

    Optional<FactsGate.Fault> of(Extract extract) {
        return Optional.ofNullable(faults.get(key(extract)));
    }

    public int count() {
        return faults.size();
    }

    private static String key(Extract extract) {
        return extract.sourceId() + "\t" + extract.url() + "\t" + extract.payloadDigest();
    }
}
