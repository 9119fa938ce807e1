package io.agentbay.reactive.local.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentbay.reactive.local.core.BlobRow;
import io.agentbay.reactive.local.core.ContextRow;
import io.agentbay.reactive.local.core.LedgerException;
import io.agentbay.reactive.local.core.LedgerState;
import io.agentbay.reactive.local.core.ObjectRow;
import io.agentbay.reactive.local.core.RecycleRow;
import io.agentbay.reactive.local.core.SessionRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;

class SqliteLedgerTests {

    private static final Instant NOW = Instant.parse("2026-11-22T13:52:04.123Z");
    private static final ContextRow CONTEXT =
            new ContextRow("SdkCtx-1", "tenant", "ünï 🎉", 7, NOW, NOW.plusSeconds(1), true, false);
    private static final BlobRow BLOB = new BlobRow("ab".repeat(32), 5_000_000_000L, "blobs/ab/x");
    private static final ObjectRow OBJECT =
            new ObjectRow("SdkCtx-1", "/mnt/a 'b'.txt", BLOB.hash(), BLOB.size(), NOW, NOW);
    private static final SessionRow ALIVE = new SessionRow("s-1", "tenant", NOW, null);
    private static final SessionRow ENDED = new SessionRow("s-2", "tenant", NOW, NOW.plusSeconds(9));
    private static final RecycleRow RECYCLE = new RecycleRow("SdkCtx-1", "/mnt/data", 30, List.of("", "/a \"b\"\n"));

    @TempDir(factory = TempDirFactory.Standard.class)
    private Path directory;

    @Test
    void everythingCommittedIsReadBack() {
        try (SqliteLedger ledger = SqliteLedger.in(directory)) {
            ledger.commit(changes -> {
                changes.put(CONTEXT);
                changes.put(BLOB);
                changes.put(OBJECT);
                changes.put(ALIVE);
                changes.put(ENDED);
                changes.put(RECYCLE);
                changes.put(new RecycleRow("SdkCtx-1", "/gone", 3, List.of("")));
                changes.removeRecycle("SdkCtx-1", "/gone");
            });
        }
        try (SqliteLedger again = SqliteLedger.in(directory)) {
            assertThat(again.load())
                    .isEqualTo(new LedgerState(
                            List.of(CONTEXT), List.of(OBJECT), List.of(BLOB), List.of(ALIVE, ENDED), List.of(RECYCLE)));
        }
    }

    @Test
    void aPutReplacesAndARemoveRemoves() {
        try (SqliteLedger ledger = SqliteLedger.in(directory)) {
            ledger.commit(changes -> {
                changes.put(CONTEXT);
                changes.put(OBJECT);
                changes.put(ALIVE);
            });
            ledger.commit(changes -> {
                changes.put(new ContextRow("SdkCtx-1", "tenant", "new", 7, NOW, NOW, false, true));
                changes.removeObjects("SdkCtx-1");
                changes.removeSession("s-1");
            });
            assertThat(ledger.load().contexts()).extracting(ContextRow::name).containsExactly("new");
            assertThat(ledger.load().objects()).isEmpty();
            assertThat(ledger.load().sessions()).isEmpty();
        }
    }

    @Test
    void aTransactionThatFailsLeavesNothing() {
        try (SqliteLedger ledger = SqliteLedger.in(directory)) {
            assertThatThrownBy(() -> ledger.commit(changes -> {
                        changes.put(CONTEXT);
                        throw new IllegalStateException("midway");
                    }))
                    .hasMessage("midway");
            assertThat(ledger.load().contexts()).isEmpty();
            ledger.commit(changes -> changes.put(CONTEXT));
            assertThat(ledger.load().contexts()).hasSize(1);
        }
    }

    @Test
    void thePragmasDurabilityRestsOnAreInForce() throws SQLException {
        try (SqliteLedger ledger = SqliteLedger.in(directory)) {
            assertThat(ledger.pragma("journal_mode")).isEqualTo("wal");
            assertThat(ledger.pragma("synchronous")).isEqualTo("2");
            assertThat(ledger.pragma("fullfsync")).isEqualTo("1");
        }
    }

    @Test
    void aDirectoryServesOneServiceAtATime() {
        try (SqliteLedger first = SqliteLedger.in(directory)) {
            assertThatThrownBy(() -> SqliteLedger.in(directory))
                    .isInstanceOf(LedgerException.class)
                    .hasMessageContaining("in use by another local AgentBay service")
                    .hasMessageContaining(directory.toString());
            assertThat(first.load().contexts()).isEmpty();
        }
        SqliteLedger.in(directory).close();
    }

    @Test
    void aLedgerOfTheVersionBeforeIsTakenOver() throws SQLException {
        SqliteLedger.in(directory).close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("ledger.sqlite"));
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE recycle");
            statement.execute("PRAGMA user_version=1");
        }
        try (SqliteLedger ledger = SqliteLedger.in(directory)) {
            ledger.commit(changes -> changes.put(RECYCLE));
            assertThat(ledger.load().recycles()).containsExactly(RECYCLE);
            assertThat(ledger.pragma("user_version")).isEqualTo("2");
        }
    }

    @Test
    void aLedgerOfALaterVersionIsRefused() throws SQLException {
        SqliteLedger.in(directory).close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("ledger.sqlite"));
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version=99");
        }
        assertThatThrownBy(() -> SqliteLedger.in(directory)).hasMessageContaining("another version (99");
    }

    @Test
    void aFileThatIsNoLedgerIsRefusedByName() throws IOException {
        Files.writeString(directory.resolve("ledger.sqlite"), "this is no database, and long enough to be sure of it");

        assertThatThrownBy(() -> SqliteLedger.in(directory))
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining("not a database");
    }
}
