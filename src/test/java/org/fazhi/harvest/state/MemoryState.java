package org.fazhi.harvest.state;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** An empty state database in memory, made by the real schema. */
public final class MemoryState {

    private MemoryState() {}

    static DataSource dataSource() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000");
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
