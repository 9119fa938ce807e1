package io.agentbay.reactive.local.disk;

import io.agentbay.reactive.local.core.BlobRow;
import io.agentbay.reactive.local.core.ContextRow;
import io.agentbay.reactive.local.core.Json;
import io.agentbay.reactive.local.core.LedgerState;
import io.agentbay.reactive.local.core.ObjectRow;
import io.agentbay.reactive.local.core.RecycleRow;
import io.agentbay.reactive.local.core.SessionRow;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads all rows, once, at the start. */
final class SqliteReader {

    private SqliteReader() {}

    static LedgerState read(Connection connection) throws SQLException {
        return new LedgerState(
                rows(connection, "SELECT * FROM context ORDER BY sequence", SqliteReader::context),
                rows(connection, "SELECT * FROM object", SqliteReader::object),
                rows(connection, "SELECT * FROM blob", SqliteReader::blob),
                rows(connection, "SELECT * FROM session", SqliteReader::session),
                rows(connection, "SELECT * FROM recycle", SqliteReader::recycle));
    }

    private static <T> List<T> rows(Connection connection, String sql, Row<T> row) throws SQLException {
        List<T> all = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                all.add(row.of(result));
            }
        }
        return all;
    }

    private static ContextRow context(ResultSet row) throws SQLException {
        return new ContextRow(
                row.getString("id"),
                row.getString("tenant"),
                row.getString("name"),
                row.getLong("sequence"),
                time(row, "created"),
                time(row, "last_used"),
                row.getBoolean("internal"),
                row.getBoolean("clearing"));
    }

    private static ObjectRow object(ResultSet row) throws SQLException {
        return new ObjectRow(
                row.getString("context_id"),
                row.getString("name"),
                row.getString("blob"),
                row.getLong("size"),
                time(row, "created"),
                time(row, "modified"));
    }

    private static BlobRow blob(ResultSet row) throws SQLException {
        return new BlobRow(row.getString("hash"), row.getLong("size"), row.getString("file"));
    }

    private static SessionRow session(ResultSet row) throws SQLException {
        boolean alive = row.getObject("ended") == null;
        return new SessionRow(
                row.getString("id"), row.getString("tenant"), time(row, "created"), alive ? null : time(row, "ended"));
    }

    private static RecycleRow recycle(ResultSet row) throws SQLException {
        List<String> paths = new ArrayList<>();
        Json.list("paths", row.getString("paths")).forEach(path -> paths.add(String.valueOf(path)));
        return new RecycleRow(row.getString("context_id"), row.getString("root"), row.getInt("days"), paths);
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(column));
    }

    private interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }
}
