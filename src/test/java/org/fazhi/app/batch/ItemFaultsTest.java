package org.fazhi.app.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.ZipException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.IncorrectResultSizeDataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionTemplate;

class ItemFaultsTest {

    private static final NightItem ITEM = new NightItem("fetch", "linjiang", "http://a.example/1.html");

    private final NightResult result = new NightResult();
    private final DataSource database = new SingleConnectionDataSource("jdbc:sqlite::memory:", true);
    private final DataSourceTransactionManager transactions = new DataSourceTransactionManager(database);
    private final ItemFaults faults = new ItemFaults(transactions, result, ItemWatch.NONE);

    static List<Throwable> ofTheItem() {
        return List.of(
                new IllegalStateException("a"),
                new StackOverflowError(),
                new OutOfMemoryError("Java heap space"),
                new DataIntegrityViolationException("too long"),
                new IncorrectResultSizeDataAccessException(1),
                new UncheckedIOException(new ZipException("not in gzip format")));
    }

    static List<Throwable> ofTheMachine() {
        return List.of(
                new DataAccessResourceFailureException("connection lost"),
                new CannotCreateTransactionException("no connection"),
                new IllegalStateException(new InterruptedException()),
                new IllegalStateException(new NoSuchFileException("/state/x")),
                new UncheckedIOException(new IOException("No space left on device")),
                new UncheckedIOException(new IOException("Input/output error")),
                new NoClassDefFoundError("x"));
    }

    @ParameterizedTest
    @MethodSource("ofTheItem")
    void makesAFaultOfAnItemItsState(Throwable fault) throws Exception {
        String outcome = faults.work(
                ITEM,
                () -> {
                    throw thrown(fault);
                },
                said -> said);

        assertThat(outcome)
                .startsWith("expected the program to end its work, got ")
                .contains(Causes.of(fault)
                        .reduce((above, beneath) -> beneath)
                        .orElseThrow()
                        .getClass()
                        .getSimpleName());
        assertThat(result.failed()).isEqualTo(new TreeMap<>(java.util.Map.of("fetch", 1)));
        assertThat(result.notes()).containsExactly("fetch: source linjiang, http://a.example/1.html: " + outcome);
    }

    @ParameterizedTest
    @MethodSource("ofTheMachine")
    void letsAFaultOfTheMachinePass(Throwable fault) {
        assertThatThrownBy(() -> faults.work(
                        ITEM,
                        () -> {
                            throw thrown(fault);
                        },
                        said -> said))
                .isSameAs(fault);
        assertThat(result.failed()).isEmpty();
    }

    @Test
    void holdsEveryFaultOfAFileForTheMachinesWhereSomethingIsWritten() {
        UncheckedIOException fault = new UncheckedIOException(new IOException("Stale file handle"));

        assertThatThrownBy(() -> faults.write(
                        ITEM,
                        () -> {
                            throw fault;
                        },
                        said -> {}))
                .isSameAs(fault);
        assertThatThrownBy(() -> faults.write(
                        ITEM,
                        () -> {
                            throw new DataAccessResourceFailureException("gone");
                        },
                        said -> {}))
                .isInstanceOf(DataAccessResourceFailureException.class);
        assertThat(result.failed()).isEmpty();
    }

    @Test
    void writesOfAnItemThatFailsNothingButThatItFailed() {
        JdbcTemplate template = new JdbcTemplate(database);
        template.setExceptionTranslator(StateDatabase.faults());
        JdbcClient jdbc = JdbcClient.create(template);
        jdbc.sql("CREATE TABLE t (word TEXT CHECK (length(word) <= 6))").update();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            faults.write(ITEM, () -> jdbc.sql("INSERT INTO t VALUES ('before')").update(), said -> {});
            faults.write(
                    ITEM,
                    () -> {
                        jdbc.sql("INSERT INTO t VALUES ('half')").update();
                        jdbc.sql("INSERT INTO t VALUES ('much too long')").update();
                    },
                    said -> jdbc.sql("INSERT INTO t VALUES ('failed')").update());
        });

        assertThat(jdbc.sql("SELECT word FROM t ORDER BY word")
                        .query(String.class)
                        .list())
                .containsExactly("before", "failed");
        assertThat(result.failed()).containsEntry("fetch", 1);
    }

    @Test
    void namesTheFirstTwentyAndCountsAll() {
        List<String> said = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            said.add(faults.told(ITEM, new IllegalStateException("x".repeat(9_000))));
        }

        assertThat(result.notes()).hasSize(20);
        assertThat(result.failed()).containsEntry("fetch", 30);
        assertThat(said).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(500));
    }

    private static Exception thrown(Throwable fault) {
        if (fault instanceof Error error) {
            throw error;
        }
        return (Exception) fault;
    }
}
