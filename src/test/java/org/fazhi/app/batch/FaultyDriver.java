package org.fazhi.app.batch;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;

/**
 * The driver of a database whose process dies before its n-th commit, or whose disk fails once under its n-th statement. Of a
 * death all connections break, what was not committed is gone, and nothing more can be asked; a statement outside of a
 * transaction is a commit. The connections are those of the driver that the rest of the address is for.
 */
public final class FaultyDriver implements Driver {

    static final String PREFIX = "jdbc:faulty:";

    private static final Set<String> WRITES = Set.of("execute", "executeUpdate", "executeBatch", "executeLargeUpdate");

    /** SQLITE_IOERR */
    private static final int DISK_FAULT = 10;

    private static Life life = new Life(Integer.MAX_VALUE, Integer.MAX_VALUE);

    /** What a process does with the database from its birth on. */
    static final class Life {

        private final int last;
        private final int failing;
        private final Set<Connection> open = ConcurrentHashMap.newKeySet();
        private int commits;
        private int statements;

        private Life(int last, int failing) {
            this.last = last;
            this.failing = failing;
        }

        /** How many commits were done. */
        synchronized int commits() {
            return commits;
        }

        /** How many statements were run. */
        synchronized int statements() {
            return statements;
        }

        private synchronized void statement() throws SQLException {
            statements++;
            if (statements == failing) {
                throw new SQLException("disk I/O error", null, DISK_FAULT);
            }
        }

        private synchronized void commit() throws SQLException {
            live();
            if (commits + 1 >= last) {
                commits = last;
                for (Connection connection : open) {
                    connection.close();
                }
                live();
            }
            commits++;
        }

        private synchronized void live() throws SQLException {
            if (commits >= last) {
                throw new SQLException("the process that held the database is dead");
            }
        }
    }

    /** Begins a life that ends before the n-th commit, from 1. */
    static Life dyingBefore(int commit) {
        life = new Life(commit, Integer.MAX_VALUE);
        return life;
    }

    /** Begins a life whose n-th statement fails, from 1, and no other. */
    static Life failingAt(int statement) {
        life = new Life(Integer.MAX_VALUE, statement);
        return life;
    }

    @Override
    public Connection connect(String url, Properties info) throws SQLException {
        Life current = life;
        current.live();
        Connection connection = DriverManager.getConnection("jdbc:" + url.substring(PREFIX.length()), info);
        current.open.add(connection);
        return proxy(Connection.class, (proxy, method, arguments) -> {
            if (method.getName().equals("commit")) {
                current.commit();
            }
            Object result = call(current, connection, method, arguments);
            return result instanceof Statement statement ? statement(current, connection, statement, method) : result;
        });
    }

    private static Object statement(Life current, Connection connection, Statement statement, Method made) {
        return proxy(made.getReturnType(), (proxy, method, arguments) -> {
            if (method.getName().startsWith("execute")) {
                current.statement();
            }
            if (WRITES.contains(method.getName()) && connection.getAutoCommit()) {
                current.commit();
            }
            return call(current, statement, method, arguments);
        });
    }

    private static Object call(Life current, Object target, Method method, Object[] arguments) throws Throwable {
        if (!Set.of("close", "isClosed", "abort", "toString", "hashCode").contains(method.getName())) {
            current.live();
        }
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(FaultyDriver.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    @Override
    public boolean acceptsURL(String url) {
        return url.startsWith(PREFIX);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
        return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }
}
