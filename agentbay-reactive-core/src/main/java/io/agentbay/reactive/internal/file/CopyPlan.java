package io.agentbay.reactive.internal.file;

import io.agentbay.reactive.common.Selector;
import io.agentbay.reactive.internal.runtime.LocalFiles.Entry;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What a local tree holds, counted before anything moves. */
final class CopyPlan {

    private long files;
    private long bytes;
    private final List<String> emptyDirectories = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();
    private @Nullable String open;

    static Mono<CopyPlan> of(LocalTree tree, Selector selector) {
        var single = tree.single();
        return single == null
                ? tree.local().walk(tree.root()).reduceWith(CopyPlan::new, (plan, entry) -> plan.add(entry, selector))
                : Mono.fromSupplier(() -> new CopyPlan().addFile(single.size()));
    }

    private CopyPlan add(Entry entry, Selector selector) {
        closeUnlessParentOf(entry.relative());
        if (selector.accepts(entry.relative())) {
            accept(entry);
        }
        return this;
    }

    private void accept(Entry entry) {
        switch (entry.type()) {
            case FILE -> addFile(entry.size());
            case DIRECTORY -> open = entry.relative();
            default -> skipped.add(entry.relative());
        }
    }

    private CopyPlan addFile(long size) {
        files++;
        bytes += size;
        return this;
    }

    /** A walk names a directory, then at once what is in it: what follows something else was empty. */
    private void closeUnlessParentOf(String next) {
        if (open != null && !next.startsWith(open + "/")) {
            emptyDirectories.add(open);
        }
        open = null;
    }

    long files() {
        return files;
    }

    long bytes() {
        return bytes;
    }

    List<String> emptyDirectories() {
        closeUnlessParentOf("");
        return List.copyOf(emptyDirectories);
    }

    List<String> skipped() {
        return List.copyOf(skipped);
    }
}
