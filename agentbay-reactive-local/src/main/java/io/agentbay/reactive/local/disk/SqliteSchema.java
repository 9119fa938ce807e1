package io.agentbay.reactive.local.disk;

import io.agentbay.reactive.local.core.LedgerException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The tables, with the version they were written in. */
final class SqliteSchema {

    private static final String VERSION = "1";

    private SqliteSchema() {}

    static void apply(Connection connection) throws SQLException {
        String found = SqliteSettings.read(connection, "user_version");
        if (found.equals(VERSION)) {
            return;
        }
        if (!found.equals("0")) {
            throw new LedgerException("The data directory was written by another version (" + found + ", this is "
                    + VERSION + "): use the version that wrote it, or another directory.");
        }
        create(connection);
    }

    private static void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            statement.execute("CREATE TABLE context (id TEXT PRIMARY KEY, tenant TEXT NOT NULL, name TEXT NOT NULL,"
                    + " sequence INTEGER NOT NULL, created INTEGER NOT NULL, last_used INTEGER NOT NULL,"
                    + " internal INTEGER NOT NULL, clearing INTEGER NOT NULL, UNIQUE (tenant, name)) WITHOUT ROWID");
            statement.execute("CREATE TABLE object (context_id TEXT NOT NULL, name TEXT NOT NULL, blob TEXT NOT NULL,"
                    + " size INTEGER NOT NULL, created INTEGER NOT NULL, modified INTEGER NOT NULL,"
                    + " PRIMARY KEY (context_id, name)) WITHOUT ROWID");
            statement.execute("CREATE TABLE blob (hash TEXT PRIMARY KEY, size INTEGER NOT NULL, file TEXT NOT NULL)"
                    + " WITHOUT ROWID");
            statement.execute("CREATE TABLE session (id TEXT PRIMARY KEY, tenant TEXT NOT NULL,"
                    + " created INTEGER NOT NULL, ended INTEGER) WITHOUT ROWID");
            statement.execute("PRAGMA user_version=" + VERSION);
            statement.execute("COMMIT");
        }
    }
}
