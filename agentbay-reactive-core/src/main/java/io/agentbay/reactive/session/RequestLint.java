package io.agentbay.reactive.session;

import io.agentbay.reactive.session.SessionRequest.Ending;
import io.agentbay.reactive.session.SessionRequest.Problem;
import io.agentbay.reactive.sync.Mount;
import java.util.List;

/** What can be said against a request before any call. */
final class RequestLint {

    private final SessionRequest request;
    private final Findings found = new Findings();

    private RequestLint(SessionRequest request) {
        this.request = request;
    }

    static List<Problem> problems(SessionRequest request) {
        var lint = new RequestLint(request);
        lint.mounts(request.mounts());
        lint.ending("onError", request.onError());
        lint.ending("onCancel", request.onCancel());
        lint.keeping();
        return lint.found.all();
    }

    private void mounts(List<Mount> mounts) {
        for (int i = 0; i < mounts.size(); i++) {
            var field = "mounts[" + i + "]";
            MountLint.check(field, mounts.get(i), found);
            for (int j = 0; j < i; j++) {
                pair(field, mounts.get(j), mounts.get(i));
            }
        }
    }

    private void pair(String field, Mount earlier, Mount later) {
        if (earlier.path().equals(later.path())) {
            found.error(field + ".path", "Two mounts at " + later.path(), "Mount each context at a path of its own");
        } else if (earlier.contains(later.path()) || later.contains(earlier.path())) {
            found.error(
                    field + ".path",
                    "The mounts " + earlier.path() + " and " + later.path() + " lie inside each other",
                    "Mount them beside each other");
        } else if (earlier.context().equals(later.context())) {
            sameContext(field, earlier, later);
        }
    }

    private void sameContext(String field, Mount earlier, Mount later) {
        if (earlier.policy().isArchived() == later.policy().isArchived()) {
            found.warning(
                    field + ".context",
                    "The context " + later.context() + " is mounted twice in one session",
                    "Mount it once, and use directories inside it");
        } else {
            found.error(
                    field + ".policy.archived",
                    "The context " + later.context() + " is mounted both as files and as an archive",
                    "Say archived() for both mounts or for neither, or use a context for each");
        }
    }

    private void ending(String field, Ending ending) {
        boolean managed =
                request.mounts().stream().allMatch(mount -> mount.policy().isManaged());
        if (ending == Ending.DISCARD && !managed) {
            found.error(
                    field,
                    "DISCARD with a mount that is not managed: the service may upload it at the end",
                    "Give every mount the policy SyncPolicy.manual().keepingDeleted(), or end with SAVE");
        }
    }

    private void keeping() {
        boolean keeps = request.onError() == Ending.KEEP_ALIVE || request.onCancel() == Ending.KEEP_ALIVE;
        if (keeps && request.keepFor().isZero()) {
            found.warning(
                    "keepFor",
                    "KEEP_ALIVE for no time at all leaves the session to its idle timeout of " + request.idleTimeout(),
                    "Say keepFor(..) for as long as somebody may come back to it");
        }
    }
}
