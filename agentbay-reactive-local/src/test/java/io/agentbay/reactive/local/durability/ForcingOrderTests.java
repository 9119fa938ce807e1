package io.agentbay.reactive.local.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;

/**
 * The order of system calls of the real service, as strace sees it. Each of these fails the order: {@code force} or
 * {@code forceDirectory} of {@code FileDisk} left out; the reply sent beside the commit; {@code synchronous} of
 * {@code SqliteSettings} below FULL.
 */
class ForcingOrderTests {

    private static final String CALLS =
            "trace=write,pwrite64,writev,sendto,sendmsg,fsync,fdatasync," + "rename,renameat,renameat2";

    @TempDir(factory = TempDirFactory.Standard.class)
    private Path directory;

    private Path data;
    private Path trace;

    @BeforeEach
    void requireTracer() {
        assumeTrue(SystemCalls.canBeSeen(), "strace is not installed, or may not trace here");
        data = directory.resolve("data");
        trace = directory.resolve("trace");
    }

    private ServiceProcess traced() throws IOException {
        return ServiceProcess.start(
                data,
                directory.resolve("errors"),
                "strace",
                "-f",
                "-y",
                "-s",
                "2048",
                "-e",
                CALLS,
                "-o",
                trace.toString());
    }

    @Test
    void aSignedPutIsAnsweredAfterEverythingWasForced() throws Exception {
        try (ServiceProcess service = traced()) {
            WireClient client = service.client();
            String context = client.context("traced");
            assertThat(client.put(context, "/file", "MARKER-OF-A-PUT").statusCode())
                    .isEqualTo(200);
        }
        assertOrder("MARKER-OF-A-PUT", "HTTP/1\\.1 200");
    }

    @Test
    void aTaskIsReportedAsSuccessAfterEverythingWasForced() throws Exception {
        try (ServiceProcess service = traced()) {
            WireClient client = service.client();
            String context = client.context("traced");
            String session = client.session(context, "/mnt/data", "");
            assertThat(client.ended(session, "download")).isEqualTo("Success");
            client.write(session, "/mnt/data/file", "MARKER-OF-A-SYNC");
            client.upload(session, context, "/mnt/data");
            assertThat(client.ended(session, "upload")).isEqualTo("Success");
        }
        assertOrder("MARKER-OF-A-SYNC", "status[\\\\\":]*Success");
    }

    /** Write, fsync, rename, fsync of the directory, fsync of the log, reply: each begins after the one before ended. */
    private void assertOrder(String marker, String reply) throws IOException {
        SystemCalls calls = SystemCalls.in(trace);
        SystemCalls.Call write = calls.first("write.*/tmp/put-\\w+>, \"" + marker, -1);
        String temporary = found("put-\\w+", write.text());
        SystemCalls.Call force = calls.first("^fsync\\(\\d+<[^>]*" + temporary, write.end());
        SystemCalls.Call rename = calls.first("^rename.*" + temporary, write.end());
        String hash = found("[0-9a-f]{64}", rename.text());
        SystemCalls.Call directoryForce =
                calls.first("^fsync\\(\\d+<[^>]*/blobs/" + hash.charAt(0) + ">", rename.end());
        SystemCalls.Call log = calls.first("^f(data)?sync\\(\\d+<[^>]*ledger\\.sqlite-wal>", write.end());
        SystemCalls.Call answer = calls.first("<(socket|TCP).*" + reply, write.begin());

        assertThat(rename.begin()).as("rename after fsync").isGreaterThan(force.end());
        assertThat(log.begin()).as("log after directory").isGreaterThan(directoryForce.end());
        assertThat(answer.begin()).as("reply after log").isGreaterThan(log.end());
    }

    private static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as("%s in %s", pattern, text).isTrue();
        return matcher.group();
    }
}
