package org.fazhi.app.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class StateDatabaseTest {

    @TempDir
    private Path home;

    private String url(Path home) {
        return (String) StateDatabase.properties(home.resolve("state"), 3).get("spring.datasource.url");
    }

    private static void execute(String url, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** What has a meaning in an address of a database, or in one of a page, may stand in a path. */
    @ParameterizedTest
    @ValueSource(strings = {"plain", "it's", "a;b", "a?journal_mode=OFF", "a#b", "a%20b", "a b", "云溪县"})
    void isMadeWhereTheHomeIs(String name) throws Exception {
        Path odd = Files.createDirectories(home.resolve(name).resolve("state")).getParent();
        execute(
                url(odd),
                "CREATE TABLE night (n INTEGER)",
                "CREATE TABLE payload (n INTEGER)",
                "INSERT INTO night VALUES (7)");

        assertThat(odd.resolve("state/fazhi.db")).isRegularFile();
        assertThat(StateDatabase.<Integer>read(
                        odd,
                        jdbc -> Optional.of(jdbc.sql("SELECT n FROM night")
                                .query(Integer.class)
                                .single())))
                .contains(7);
    }

    @Test
    void isWrittenThroughAtOnceAndReadMeanwhile() throws Exception {
        Files.createDirectory(home.resolve("state"));
        execute(url(home), "CREATE TABLE night (n INTEGER)", "CREATE TABLE payload (n INTEGER)");
        try (Connection night = DriverManager.getConnection(url(home));
                Statement statement = night.createStatement()) {
            assertThat(statement.executeQuery("PRAGMA synchronous").getInt(1)).isEqualTo(2);
            assertThat(statement.executeQuery("PRAGMA journal_mode").getString(1))
                    .isEqualTo("wal");
            night.setAutoCommit(false);
            statement.execute("INSERT INTO night VALUES (1)");

            assertThat(StateDatabase.<Integer>read(
                            home,
                            jdbc -> Optional.of(jdbc.sql("SELECT count(*) FROM night")
                                    .query(Integer.class)
                                    .single())))
                    .contains(0);
            night.commit();
        }
    }

    @Test
    void isNothingToReadBeforeItsTablesAreMade() throws Exception {
        assertThat(StateDatabase.<Integer>read(home, jdbc -> Optional.of(1))).isEmpty();
        Files.createDirectory(home.resolve("state"));
        execute(url(home), "CREATE TABLE night (n INTEGER)");
        assertThat(StateDatabase.<Integer>read(home, jdbc -> Optional.of(1))).isEmpty();
    }

    @Test
    void isOnlyReadByWhoOnlyReads() throws Exception {
        Files.createDirectory(home.resolve("state"));
        execute(url(home), "CREATE TABLE night (n INTEGER)", "CREATE TABLE payload (n INTEGER)");

        assertThatThrownBy(() -> StateDatabase.<Integer>read(
                        home, jdbc -> Optional.of(jdbc.sql("DELETE FROM night").update())))
                .hasMessageContaining("SQLITE_READONLY");
    }

    @Test
    void tellsARowThatDoesNotFitFromADatabaseThatFails() throws Exception {
        Files.createDirectory(home.resolve("state"));
        execute(url(home), "CREATE TABLE night (n TEXT PRIMARY KEY CHECK (length(n) <= 3))");
        JdbcTemplate template = new JdbcTemplate(new DriverManagerDataSource(url(home)));
        template.setExceptionTranslator(StateDatabase.faults());
        JdbcClient jdbc = JdbcClient.create(template);
        jdbc.sql("INSERT INTO night VALUES ('one')").update();

        for (String word : new String[] {"one", "three"}) {
            assertThatThrownBy(() ->
                            jdbc.sql("INSERT INTO night VALUES (?)").param(word).update())
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
        assertThatThrownBy(() -> jdbc.sql("INSERT INTO nowhere VALUES (1)").update())
                .isNotInstanceOf(DataIntegrityViolationException.class);
    }
}
