package io.agentbay.reactive.local.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What must hold of disk and ledger beside what the service shows. */
final class StorageCheck {

    private StorageCheck() {}

    /** After any end: each object has its row, each row its file, each file its content. */
    static void afterTheEnd(LedgerState state, Disk disk) throws IOException {
        Set<String> hashes = state.blobs().stream().map(BlobRow::hash).collect(Collectors.toSet());
        for (ObjectRow object : state.objects()) {
            assertThat(hashes).as("contents of %s", object).contains(object.blob());
        }
        for (BlobRow row : state.blobs()) {
            assertThat(disk.stat(row.file())).as("the file of %s", row).isPresent();
            try (DiskReader reader = disk.open(row.file())) {
                assertThat(Hashes.of(reader)).as("the file of %s", row).isEqualTo(row.hash());
            }
        }
    }

    /** After the next start: nothing is left that nobody needs, and sessions that lived are reported ended. */
    static void afterTheStart(LocalWorld world, Set<String> sessions) {
        assertThat(world.disk.files("sessions")).isEmpty();
        assertThat(world.<List<Object>>data("ListSession")).isEmpty();
        for (String session : sessions) {
            assertThat(world.<Map<String, Object>>data("GetSessionDetail", "SessionId", session))
                    .containsEntry("Status", "FINISH");
        }
    }

    /** Each file has its row and each row its object. */
    static void noOrphans(LedgerState state, Disk disk) throws IOException {
        List<String> files = new ArrayList<>();
        for (DiskEntry directory : disk.list("blobs")) {
            String path = "blobs/" + directory.name();
            disk.list(path).forEach(file -> files.add(path + "/" + file.name()));
        }
        assertThat(files)
                .containsExactlyInAnyOrderElementsOf(
                        state.blobs().stream().map(BlobRow::file).toList());
        assertThat(state.objects().stream().map(ObjectRow::blob).collect(Collectors.toSet()))
                .isEqualTo(state.blobs().stream().map(BlobRow::hash).collect(Collectors.toSet()));
        assertThat(disk.list("tmp")).isEmpty();
    }
}
