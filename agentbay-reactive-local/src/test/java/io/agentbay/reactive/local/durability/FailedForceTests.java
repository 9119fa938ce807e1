package io.agentbay.reactive.local.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;

/** An fsync of the real service fails, as strace makes it; it fails where {@code Journal} goes on after that. */
class FailedForceTests {

    @TempDir(factory = TempDirFactory.Standard.class)
    private Path directory;

    @Test
    void afterAFailedFsyncOfTheLogNothingIsWrittenAndEverythingAcknowledgedIsKept() throws Exception {
        assumeTrue(SystemCalls.canBeSeen(), "strace is not installed, or may not trace here");
        Path data = directory.resolve("data");
        int kept;
        try (ServiceProcess service = ServiceProcess.start(
                data,
                directory.resolve("errors"),
                "strace",
                "-f",
                "-o",
                directory.resolve("trace").toString(),
                "-P",
                data.resolve("ledger.sqlite-wal").toString(),
                "-e",
                "trace=fsync,fdatasync",
                "-e",
                "inject=fsync,fdatasync:error=EIO:when=12")) {
            WireClient client = service.client();
            kept = putUntilRefused(client, client.context("failing"));
            assertThat(client.call("GetContext", "Name", "other", "AllowCreate", "true")
                            .toString())
                    .contains("read-only since a disk error");
            assertThat(client.get(client.context("failing"), "/0").body()).isEqualTo("content 0");
        }
        try (ServiceProcess again = ServiceProcess.start(data, directory.resolve("errors"))) {
            WireClient client = again.client();
            String context = client.context("failing");
            for (int i = 0; i < kept; i++) {
                assertThat(client.get(context, "/" + i).body()).isEqualTo("content " + i);
            }
        }
    }

    private static int putUntilRefused(WireClient client, String context) throws IOException {
        for (int i = 0; i < 100; i++) {
            HttpResponse<String> reply = client.put(context, "/" + i, "content " + i);
            if (reply.statusCode() != 200) {
                assertThat(reply.statusCode()).isEqualTo(503);
                assertThat(i).isPositive();
                return i;
            }
        }
        throw new AssertionError("no fsync failed");
    }
}
