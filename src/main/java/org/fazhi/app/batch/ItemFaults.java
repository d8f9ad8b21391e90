package org.fazhi.app.batch;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import org.fazhi.reading.Detail;
import org.fazhi.reading.attachment.AttachmentUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.IncorrectResultSizeDataAccessException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one place where the fault of an item becomes that item's state, so that it costs itself and nothing else: the work on
 * every listing, link, capture and document of every step passes through here. A fault of the machine (disk, memory of the
 * process, state database) is no item's; it ends the step, and the next start resumes there. For use by several threads.
 */
final class ItemFaults {

    private static final Logger LOG = LoggerFactory.getLogger(ItemFaults.class);

    private final TransactionTemplate nested;
    private final NightResult result;
    private final ItemWatch watch;

    ItemFaults(PlatformTransactionManager transactions, NightResult result, ItemWatch watch) {
        this.nested = new TransactionTemplate(transactions);
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.result = result;
        this.watch = watch;
    }

    /**
     * Works on an item.
     *
     * @param failed what stands for the outcome where the work fails, made from what is said of the fault
     */
    <T> T work(NightItem item, Callable<T> work, Function<String, T> failed) throws Exception {
        try {
            watch.at(ItemWatch.Boundary.READ, item);
            T outcome = work.call();
            watch.at(ItemWatch.Boundary.WORKED, item);
            return outcome;
        } catch (Exception | StackOverflowError | OutOfMemoryError fault) {
            if (isOfMachine(fault) || hasNoDisk(fault)) {
                throw fault;
            }
            return failed.apply(told(item, fault));
        }
    }

    /**
     * Writes down what came of an item, all of it or nothing.
     *
     * @param failed writes down in place of it that it failed
     */
    void write(NightItem item, Runnable writing, Consumer<String> failed) {
        try {
            nested.executeWithoutResult(status -> {
                writing.run();
                watch.at(ItemWatch.Boundary.WRITTEN, item);
            });
        } catch (RuntimeException | StackOverflowError fault) {
            if (isOfMachine(fault) || Causes.of(fault).anyMatch(IOException.class::isInstance)) {
                throw fault;
            }
            String said = told(item, fault);
            nested.executeWithoutResult(status -> failed.accept(said));
        }
    }

    /** Passes the watch with an item that another wing works on. */
    void watched(NightItem item) {
        watch.at(ItemWatch.Boundary.WORKED, item);
    }

    /** Throws a fault of the machine on. */
    void refuseMachine(Throwable fault) {
        if (fault instanceof RuntimeException machine && (isOfMachine(machine) || hasNoDisk(machine))) {
            throw machine;
        }
    }

    /** Notes a fault with its trace; returns what is said of it. */
    String told(NightItem item, Throwable fault) {
        String said = said(fault);
        LOG.error("{}: source {}, {}: the program failed", item.step(), item.sourceId(), item.url(), fault);
        result.failed(item, said);
        return said;
    }

    /** The class and the message, within the bounds of a detail. */
    static String said(Throwable fault) {
        return Detail.of("expected the program to end its work, got " + NightLauncher.problem(fault));
    }

    /** True where every other item would fail alike. */
    static boolean isOfMachine(Throwable fault) {
        return Causes.of(fault)
                .anyMatch(cause -> cause instanceof AttachmentUnavailable
                        || cause instanceof TransactionException
                        || cause instanceof InterruptedException
                        || cause instanceof DataAccessException && !isOfValues(cause));
    }

    /** What the database says of the values of a row, not of itself. */
    private static boolean isOfValues(Throwable fault) {
        return fault instanceof DataIntegrityViolationException
                || fault instanceof IncorrectResultSizeDataAccessException;
    }

    /** Parsers of what came from outside speak of I/O too; a file of ours is named, or the system says so. */
    private static boolean hasNoDisk(Throwable fault) {
        return Causes.of(fault)
                .anyMatch(cause -> cause instanceof FileSystemException
                        || cause instanceof IOException
                                && String.valueOf(cause.getMessage()).matches("No space left.*|Input/output error.*"));
    }
}
