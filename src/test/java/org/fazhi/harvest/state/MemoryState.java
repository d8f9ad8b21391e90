package org.fazhi.harvest.state;

import java.nio.charset.StandardCharsets;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** An empty state database in memory, made by the real schema. */
public final class MemoryState {

    private MemoryState() {}

    static DataSource dataSource() {
        // A database in memory is that of one connection.
        SingleConnectionDataSource database = new SingleConnectionDataSource("jdbc:sqlite::memory:", true);
        ResourceDatabasePopulator schema = new ResourceDatabasePopulator();
        schema.setSqlScriptEncoding(StandardCharsets.UTF_8.name());
        schema.addScript(new ClassPathResource("org/fazhi/harvest/state/schema.sql"));
        schema.execute(database);
        return database;
    }

    public static JdbcClient create() {
        return JdbcClient.create(dataSource());
    }
}
