package io.agentbay.reactive.local.disk;

import io.agentbay.reactive.local.core.LedgerException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** The pragmas durability rests on: set, then read back, because SQLite ignores what it cannot do. */
final class SqliteSettings {

    private static final Map<String, String> EXPECTED = Map.of(
            "journal_mode", "wal",
            "synchronous", "2",
            "fullfsync", "1",
            "checkpoint_fullfsync", "1",
            "locking_mode", "exclusive");

    private SqliteSettings() {}

    static void apply(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA locking_mode=EXCLUSIVE");
            statement.execute("PRAGMA journal_mode=WAL");
            statement.execute("PRAGMA synchronous=FULL");
            statement.execute("PRAGMA fullfsync=ON");
            statement.execute("PRAGMA checkpoint_fullfsync=ON");
        }
        for (Map.Entry<String, String> pragma : EXPECTED.entrySet()) {
            check(connection, pragma.getKey(), pragma.getValue());
        }
    }

    static void check(Connection connection, String pragma, String expected) throws SQLException {
        String actual = read(connection, pragma);
        if (!actual.equalsIgnoreCase(expected)) {
            throw new LedgerException(
                    "SQLite runs with " + pragma + "=" + actual + ", but only " + expected + " keeps what it commits.");
        }
    }

    static String read(Connection connection, String pragma) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet value = statement.executeQuery("PRAGMA " + pragma)) {
            return value.next() ? String.valueOf(value.getString(1)) : "";
        }
    }
}
