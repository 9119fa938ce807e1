package io.agentbay.reactive.sync;

import io.agentbay.reactive.common.Selector;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of a policy, changed only before the policy is made of them; starts as the service's default. */
final class SyncPolicyDraft {

    boolean uploadsAutomatically = true;
    boolean downloadsAutomatically = true;
    boolean uploads = true;
    boolean downloads = true;
    boolean propagatesDeletions = true;
    boolean archived;
    Selector selector = Selector.all();
    SyncPolicy.Lifecycle lifecycle = SyncPolicy.Lifecycle.FOREVER;
    List<String> recycledPaths = List.of();
    SyncPolicy.Extract extract = SyncPolicy.Extract.INTO_OWN_FOLDER;

    @Nullable
    String mappedFrom;

    @Nullable
    AutoSync autoSync;

    SyncPolicyDraft() {}

    SyncPolicyDraft(SyncPolicyDraft from) {
        uploadsAutomatically = from.uploadsAutomatically;
        downloadsAutomatically = from.downloadsAutomatically;
        uploads = from.uploads;
        downloads = from.downloads;
        propagatesDeletions = from.propagatesDeletions;
        archived = from.archived;
        selector = from.selector;
        lifecycle = from.lifecycle;
        recycledPaths = from.recycledPaths;
        extract = from.extract;
        mappedFrom = from.mappedFrom;
        autoSync = from.autoSync;
    }

    /** Everything there is, in one order. */
    List<Object> all() {
        return Arrays.asList(
                uploadsAutomatically,
                downloadsAutomatically,
                uploads,
                downloads,
                propagatesDeletions,
                archived,
                selector,
                lifecycle,
                recycledPaths,
                extract,
                String.valueOf(mappedFrom),
                String.valueOf(autoSync));
    }
}
