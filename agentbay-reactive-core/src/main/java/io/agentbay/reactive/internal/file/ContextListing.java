package io.agentbay.reactive.internal.file;

import io.agentbay.reactive.common.Selector;
import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.UnexpectedResponseException;
import io.agentbay.reactive.file.FileEntry;
import io.agentbay.reactive.internal.wire.ContextWire;
import io.agentbay.reactive.internal.wire.ContextWire.FileData;
import io.agentbay.reactive.internal.wire.ServiceTimes;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/**
 * The listings of one context.
 *
 * <p>They take mount paths as parents; the path of a listed folder is not one of these, so a folder's own is put
 * together from the parent's and its last name.
 */
record ContextListing(ContextWire wire, String contextId) {

    private static final String ACTION = "DescribeContextFiles";

    /** One folder, each page on demand. */
    Flux<FileEntry> list(String folder) {
        return FolderPages.of(wire, contextId, folder, 1).map(file -> Listed.of(folder, file).entry);
    }

    /**
     * Everything below a folder that the selector accepts.
     *
     * @param ahead how many pages of a folder may be asked for at once
     */
    Flux<Listed> walk(String root, Selector selector, int ahead) {
        return Flux.defer(() -> {
            Map<String, String> folders = new HashMap<>();
            return new LevelWalk<>(root, selector, folder -> folder(folder, ahead, folders), Listed::entry, ACTION)
                    .run();
        });
    }

    private Flux<Listed> folder(String folder, int ahead, Map<String, String> folders) {
        return FolderPages.of(wire, contextId, folder, ahead).map(file -> {
            var listed = Listed.of(folder, file);
            if (file.folder()) {
                note(listed.entry.path(), RemotePath.trim(file.path()), folders);
            }
            return listed;
        });
    }

    /** A folder that stands for one above it would be walked for ever. */
    private static void note(String path, String stored, Map<String, String> folders) {
        var known = stored.indexOf('/') < 0 ? null : folders.putIfAbsent(stored, path);
        if (known != null && path.startsWith(known + "/")) {
            throw new UnexpectedResponseException(
                    "the folder " + path + " is listed as " + known + " again, so the walk would never end",
                    stored,
                    ErrorDetails.of(ACTION));
        }
    }

    /**
     * What a folder lists.
     *
     * @param modified as the service spells it
     */
    record Listed(FileEntry entry, @Nullable String modified) {

        private static Listed of(String folder, FileData file) {
            var path = RemotePath.resolve(folder, RemotePath.name(RemotePath.trim(file.name())));
            var at = ServiceTimes.instant(file.modified());
            return new Listed(
                    file.folder()
                            ? FileEntry.directory(path)
                            : new FileEntry(path, FileEntry.Type.FILE, Math.max(0, file.size()), at),
                    file.modified());
        }
    }
}
