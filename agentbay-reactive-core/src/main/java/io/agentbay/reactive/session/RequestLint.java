package io.agentbay.reactive.session;

import io.agentbay.reactive.common.Selector;
import io.agentbay.reactive.session.SessionRequest.Ending;
import io.agentbay.reactive.session.SessionRequest.Problem;
import io.agentbay.reactive.session.SessionRequest.Problem.Severity;
import io.agentbay.reactive.sync.Mount;
import java.util.ArrayList;
import java.util.List;

/** What can be said against a request before any call. */
final class RequestLint {

    private static final String WILDCARDS = "*?[]";

    private final List<Problem> found = new ArrayList<>();
    private final SessionRequest request;

    private RequestLint(SessionRequest request) {
        this.request = request;
    }

    static List<Problem> problems(SessionRequest request) {
        var lint = new RequestLint(request);
        lint.mounts(request.mounts());
        lint.ending("onError", request.onError());
        lint.ending("onCancel", request.onCancel());
        return List.copyOf(lint.found);
    }

    private void mounts(List<Mount> mounts) {
        for (int i = 0; i < mounts.size(); i++) {
            path(i, mounts.get(i));
            patterns(i, mounts.get(i));
            for (int j = 0; j < i; j++) {
                pair(i, mounts.get(j), mounts.get(i));
            }
        }
    }

    private void path(int index, Mount mount) {
        if (hasWildcard(mount.path())) {
            error(
                    "mounts[" + index + "].path",
                    "The mount path " + mount.path() + " has a wildcard, which the service refuses",
                    "Mount at a path without any of " + WILDCARDS);
        }
    }

    /** The embedded service honours patterns, so only {@code create} can tell whether they are refused. */
    private void patterns(int index, Mount mount) {
        Selector selector = mount.policy().selector();
        if (!selector.globs().isEmpty() || selector.exceptions().stream().anyMatch(RequestLint::hasWildcard)) {
            warning(
                    "mounts[" + index + "].policy",
                    "The cloud knows no patterns in policies; only the embedded service honours them",
                    "Select exact files or directories with Selector.under(..), or copy with files().copyFrom(..)");
        }
        if (selector.paths().stream().anyMatch(RequestLint::hasWildcard)) {
            error(
                    "mounts[" + index + "].policy",
                    "A selected path has a wildcard, which the service refuses",
                    "Select files or directories whose names have none of " + WILDCARDS);
        }
    }

    private void pair(int index, Mount earlier, Mount later) {
        String field = "mounts[" + index + "].path";
        if (earlier.path().equals(later.path())) {
            error(field, "Two mounts at " + later.path(), "Mount each context at a path of its own");
        } else if (earlier.contains(later.path()) || later.contains(earlier.path())) {
            error(
                    field,
                    "The mounts " + earlier.path() + " and " + later.path() + " lie inside each other",
                    "Mount them beside each other");
        } else if (earlier.context().equals(later.context())) {
            warning(
                    field,
                    "The context " + later.context() + " is mounted twice in one session",
                    "Mount it once, and use directories inside it");
        }
    }

    private void ending(String field, Ending ending) {
        boolean managed =
                request.mounts().stream().allMatch(mount -> mount.policy().isManaged());
        if (ending == Ending.DISCARD && !managed) {
            error(
                    field,
                    "DISCARD with a mount that is not managed: the service may upload it at the end",
                    "Give every mount the policy SyncPolicy.manual().keepingDeleted(), or end with SAVE");
        }
    }

    private static boolean hasWildcard(String path) {
        return path.chars().anyMatch(character -> WILDCARDS.indexOf(character) >= 0);
    }

    private void error(String field, String message, String fix) {
        found.add(new Problem(Severity.ERROR, field, message, fix));
    }

    private void warning(String field, String message, String fix) {
        found.add(new Problem(Severity.WARNING, field, message, fix));
    }
}
