package io.agentbay.reactive.local.disk;

import io.agentbay.reactive.local.core.BlobRow;
import io.agentbay.reactive.local.core.ContextRow;
import io.agentbay.reactive.local.core.Json;
import io.agentbay.reactive.local.core.LedgerException;
import io.agentbay.reactive.local.core.LedgerTransaction;
import io.agentbay.reactive.local.core.ObjectRow;
import io.agentbay.reactive.local.core.RecycleRow;
import io.agentbay.reactive.local.core.SessionRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes changes through statements prepared once per connection. */
final class SqliteTransaction implements LedgerTransaction {

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    SqliteTransaction(Connection connection) {
        this.connection = connection;
    }

    @Override
    public void put(ContextRow row) {
        run(
                "INSERT OR REPLACE INTO context VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                row.id(),
                row.tenant(),
                row.name(),
                row.sequence(),
                row.created().toEpochMilli(),
                row.lastUsed().toEpochMilli(),
                row.internal(),
                row.clearing());
    }

    @Override
    public void put(ObjectRow row) {
        run(
                "INSERT OR REPLACE INTO object VALUES (?, ?, ?, ?, ?, ?)",
                row.contextId(),
                row.key(),
                row.blob(),
                row.size(),
                row.created().toEpochMilli(),
                row.modified().toEpochMilli());
    }

    @Override
    public void put(BlobRow row) {
        run("INSERT OR REPLACE INTO blob VALUES (?, ?, ?)", row.hash(), row.size(), row.file());
    }

    @Override
    public void put(SessionRow row) {
        Instant ended = row.ended();
        run(
                "INSERT OR REPLACE INTO session VALUES (?, ?, ?, ?)",
                row.id(),
                row.tenant(),
                row.created().toEpochMilli(),
                ended == null ? null : ended.toEpochMilli());
    }

    @Override
    public void put(RecycleRow row) {
        run(
                "INSERT OR REPLACE INTO recycle VALUES (?, ?, ?, ?)",
                row.contextId(),
                row.root(),
                row.days(),
                Json.text(row.paths()));
    }

    @Override
    public void removeRecycle(String contextId, String root) {
        run("DELETE FROM recycle WHERE context_id = ? AND root = ?", contextId, root);
    }

    @Override
    public void removeRecycles(String contextId) {
        run("DELETE FROM recycle WHERE context_id = ?", contextId);
    }

    @Override
    public void removeContext(String id) {
        run("DELETE FROM context WHERE id = ?", id);
    }

    @Override
    public void removeObject(String contextId, String key) {
        run("DELETE FROM object WHERE context_id = ? AND name = ?", contextId, key);
    }

    @Override
    public void removeObjects(String contextId) {
        run("DELETE FROM object WHERE context_id = ?", contextId);
    }

    @Override
    public void removeBlob(String hash) {
        run("DELETE FROM blob WHERE hash = ?", hash);
    }

    @Override
    public void removeSession(String id) {
        run("DELETE FROM session WHERE id = ?", id);
    }

    private void run(String sql, @Nullable Object... values) {
        try {
            PreparedStatement statement = prepared.get(sql);
            if (statement == null) {
                statement = connection.prepareStatement(sql);
                prepared.put(sql, statement);
            }
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new LedgerException("A change could not be written to the ledger: " + e.getMessage(), e);
        }
    }
}
