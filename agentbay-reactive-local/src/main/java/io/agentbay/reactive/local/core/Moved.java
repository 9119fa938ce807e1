package io.agentbay.reactive.local.core;

import java.time.Duration;

/**
 * What a sync task changed.
 *
 * @param files files put, written or deleted
 * @param bytes their bytes
 */
record Moved(long files, long bytes) {

    static final Moved NOTHING = new Moved(0, 0);

    Moved and(long moreBytes) {
        return new Moved(files + 1, bytes + moreBytes);
    }

    Moved and(Moved more) {
        return new Moved(files + more.files, bytes + more.bytes);
    }

    Duration cost(TaskModel model) {
        Duration perBytes = model.perMebibyte().multipliedBy(bytes >> 20);
        return model.base().plus(model.perFile().multipliedBy(files)).plus(perBytes);
    }
}
