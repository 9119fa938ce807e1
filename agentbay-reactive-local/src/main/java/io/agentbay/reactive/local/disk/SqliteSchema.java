package io.agentbay.reactive.local.disk;

import io.agentbay.reactive.local.core.LedgerException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The tables, with the version they were written in. */
final class SqliteSchema {

    private static final String VERSION = "2";

    private static final String BEFORE_RECYCLING = "1";
    private static final String CONTEXT = "CREATE TABLE context (id TEXT PRIMARY KEY, tenant TEXT NOT NULL,"
            + " name TEXT NOT NULL, sequence INTEGER NOT NULL, created INTEGER NOT NULL, last_used INTEGER NOT NULL,"
            + " internal INTEGER NOT NULL, clearing INTEGER NOT NULL, UNIQUE (tenant, name)) WITHOUT ROWID";
    private static final String OBJECT = "CREATE TABLE object (context_id TEXT NOT NULL, name TEXT NOT NULL,"
            + " blob TEXT NOT NULL, size INTEGER NOT NULL, created INTEGER NOT NULL, modified INTEGER NOT NULL,"
            + " PRIMARY KEY (context_id, name)) WITHOUT ROWID";
    private static final String BLOB =
            "CREATE TABLE blob (hash TEXT PRIMARY KEY, size INTEGER NOT NULL," + " file TEXT NOT NULL) WITHOUT ROWID";
    private static final String SESSION = "CREATE TABLE session (id TEXT PRIMARY KEY, tenant TEXT NOT NULL,"
            + " created INTEGER NOT NULL, ended INTEGER) WITHOUT ROWID";
    private static final String RECYCLE = "CREATE TABLE recycle (context_id TEXT NOT NULL, root TEXT NOT NULL,"
            + " days INTEGER NOT NULL, paths TEXT NOT NULL, PRIMARY KEY (context_id, root)) WITHOUT ROWID";

    private SqliteSchema() {}

    static void apply(Connection connection) throws SQLException {
        String found = SqliteSettings.read(connection, "user_version");
        if (found.equals(VERSION)) {
            return;
        }
        if (found.equals(BEFORE_RECYCLING)) {
            run(connection, RECYCLE);
            return;
        }
        if (!found.equals("0")) {
            throw new LedgerException("The data directory was written by another version (" + found + ", this is "
                    + VERSION + "): use the version that wrote it, or another directory.");
        }
        run(connection, CONTEXT, OBJECT, BLOB, SESSION, RECYCLE);
    }

    private static void run(Connection connection, String... tables) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            for (String table : tables) {
                statement.execute(table);
            }
            statement.execute("PRAGMA user_version=" + VERSION);
            statement.execute("COMMIT");
        }
    }
}
