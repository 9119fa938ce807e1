package io.agentbay.reactive.sync;

import io.agentbay.reactive.common.Selector;
import org.jspecify.annotations.Nullable;

/** A policy being changed; starts as the service's default. */
final class SyncPolicyDraft {

    boolean uploadsAutomatically = true;
    boolean downloadsAutomatically = true;
    boolean uploads = true;
    boolean downloads = true;
    boolean propagatesDeletions = true;
    boolean archived;
    Selector selector = Selector.all();
    SyncPolicy.Lifecycle lifecycle = SyncPolicy.Lifecycle.FOREVER;
    SyncPolicy.Extract extract = SyncPolicy.Extract.INTO_OWN_FOLDER;

    @Nullable
    String mappedFrom;

    @Nullable
    AutoSync autoSync;

    SyncPolicyDraft() {}

    SyncPolicyDraft(SyncPolicy from) {
        uploadsAutomatically = from.uploadsAutomatically();
        downloadsAutomatically = from.downloadsAutomatically();
        uploads = from.uploads();
        downloads = from.downloads();
        propagatesDeletions = from.propagatesDeletions();
        archived = from.isArchived();
        selector = from.selector();
        lifecycle = from.lifecycle();
        extract = from.extract();
        mappedFrom = from.mappedFrom();
        autoSync = from.autoSync();
    }
}
