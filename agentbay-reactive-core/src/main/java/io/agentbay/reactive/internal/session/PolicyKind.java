package io.agentbay.reactive.internal.session;

import io.agentbay.reactive.sync.Mount;
import io.agentbay.reactive.sync.SyncPolicy;

/** The kinds of policy by which something is saved, as metrics name them. */
enum PolicyKind {
    AUTO_SYNC("auto-sync"),
    ON_DEMAND("on-demand"),
    UPLOAD_ONLY("upload-only"),
    MANAGED("managed"),
    MANUAL("manual");

    private final String label;

    PolicyKind(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    static PolicyKind of(Mount mount) {
        SyncPolicy policy = mount.policy();
        if (policy.autoSync() != null) {
            return AUTO_SYNC;
        }
        if (policy.uploadsAutomatically()) {
            return policy.downloads() ? ON_DEMAND : UPLOAD_ONLY;
        }
        return policy.isManaged() ? MANAGED : MANUAL;
    }
}
