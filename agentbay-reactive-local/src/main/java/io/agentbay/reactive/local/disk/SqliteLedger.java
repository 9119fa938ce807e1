package io.agentbay.reactive.local.disk;

import io.agentbay.reactive.local.core.Ledger;
import io.agentbay.reactive.local.core.LedgerException;
import io.agentbay.reactive.local.core.LedgerFullException;
import io.agentbay.reactive.local.core.LedgerState;
import io.agentbay.reactive.local.core.LedgerTransaction;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The ledger in one SQLite file: write-ahead log, a full sync with every commit, one connection. */
public final class SqliteLedger implements Ledger {

    private static final String FILE = "ledger.sqlite";
    private static final int SQLITE_FULL = 13;
    private static final int PRIMARY = 0xFF;

    private final DirectoryLock lock;
    private final Connection connection;
    private final SqliteTransaction transaction;

    private SqliteLedger(DirectoryLock lock, Connection connection) {
        this.lock = lock;
        this.connection = connection;
        this.transaction = new SqliteTransaction(connection);
    }

    /**
     * Opens or creates the ledger of this data directory and locks the directory until it is closed.
     *
     * @throws LedgerException if another service uses the directory, or SQLite cannot keep what it commits there
     */
    public static SqliteLedger in(Path directory) {
        DirectoryLock lock = DirectoryLock.of(directory);
        try {
            return new SqliteLedger(lock, connect(directory.resolve(FILE)));
        } catch (SQLException | RuntimeException e) {
            lock.close();
            throw e instanceof LedgerException known ? known : failed("opened", e);
        }
    }

    private static Connection connect(Path file) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try {
            SqliteSettings.apply(connection);
            SqliteSchema.apply(connection);
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public synchronized LedgerState load() {
        try {
            return SqliteReader.read(connection);
        } catch (SQLException e) {
            throw failed("read", e);
        }
    }

    @Override
    public synchronized void commit(Consumer<LedgerTransaction> changes) {
        try {
            connection.setAutoCommit(false);
            changes.accept(transaction);
            connection.commit();
        } catch (SQLException e) {
            throw rolledBack(e) && isFull(e) ? new LedgerFullException(e) : failed("committed to", e);
        } catch (RuntimeException e) {
            throw rolledBack(e) && isFull(e.getCause()) ? new LedgerFullException(e) : e;
        }
    }

    private boolean rolledBack(Exception cause) {
        try {
            connection.rollback();
            return true;
        } catch (SQLException e) {
            cause.addSuppressed(e);
            return beginsAnew();
        }
    }

    /**
     * SQLite rolls back by itself after some errors, a full disk among them, and then has nothing to roll back. That a
     * transaction begins shows that none is open; the driver takes for granted that one is.
     */
    private boolean beginsAnew() {
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN");
            return true;
        } catch (SQLException stillOpen) {
            return false;
        }
    }

    /**
     * SQLite says so where a write found no room, and the frame that commits is written last: nothing was committed. No
     * room found by an fsync is another error, and leaves everything open.
     */
    private static boolean isFull(@Nullable Throwable cause) {
        return cause instanceof SQLException e && (e.getErrorCode() & PRIMARY) == SQLITE_FULL;
    }

    @Override
    public synchronized void close() {
        try (lock) {
            connection.close();
        } catch (SQLException e) {
            throw failed("closed", e);
        }
    }

    String pragma(String name) throws SQLException {
        return SqliteSettings.read(connection, name);
    }

    private static LedgerException failed(String verb, Exception cause) {
        return new LedgerException("The ledger could not be " + verb + ": " + cause.getMessage(), cause);
    }
}
