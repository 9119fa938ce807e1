package io.agentbay.reactive.internal.session;

import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.InvalidRequestException;
import io.agentbay.reactive.sync.Mount;
import java.util.List;

/**
 * A file that is to be persisted, under a mount whose upload takes it along.
 *
 * @param file relative to the mount
 * @param path where it lies in the session
 */
record PersistTarget(Mount mount, String file, String path) {

    /** Throws {@code InvalidRequestException} where the file would be written and never uploaded, or not be compared. */
    static PersistTarget of(Mount mount, String path) {
        var policy = mount.policy();
        if (!policy.uploads()) {
            throw refused(path, mount + " is read-only, so nothing of it is ever uploaded");
        }
        if (policy.isArchived()) {
            throw refused(
                    path, mount + " is stored as one archive, whose files cannot be compared; write and upload()");
        }
        var file = relative(mount, path);
        var target = new PersistTarget(mount, file, mount.resolve(file));
        var explained = policy.explain(List.of(file)).get(0);
        if (!explained.synced()) {
            throw refused(path, "the policy of " + mount + " leaves it out: " + explained.rule());
        }
        return target;
    }

    private static String relative(Mount mount, String path) {
        var end = path.length();
        while (path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(Math.min(end, mount.path().length() + 1), end);
    }

    private static InvalidRequestException refused(String path, String why) {
        return new InvalidRequestException(
                "Cannot persist " + path + ": " + why,
                0,
                ErrorDetails.of("persist").attempts(0));
    }
}
