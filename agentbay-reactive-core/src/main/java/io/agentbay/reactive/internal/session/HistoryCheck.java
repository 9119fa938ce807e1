package io.agentbay.reactive.internal.session;

import io.agentbay.reactive.session.SessionOperations;
import io.agentbay.reactive.session.SessionRequest.Problem;
import io.agentbay.reactive.session.SessionRequest.Problem.Severity;
import io.agentbay.reactive.sync.Mount;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What speaks against a mount because of what this client saw before; never more than a warning. */
final class HistoryCheck {

    private static final Logger LOG = LoggerFactory.getLogger(SessionOperations.class);
    private static final int REMEMBERED = 1_000;

    private final MountHistory history;
    private final Set<String> logged = Collections.synchronizedSet(Collections.newSetFromMap(new Bounded()));

    HistoryCheck(MountHistory history) {
        this.history = history;
    }

    /** The problems of one mount, a request's or one bound to the session named. */
    List<Problem> problems(String field, Mount mount, String sessionId) {
        var found = new ArrayList<Problem>();
        var last = history.last(mount);
        if (!last.isEmpty()) {
            movedFrom(last, field, mount, found);
            switchedFrom(last.get(0), field, mount, found);
        }
        uploadedTwice(field, mount, sessionId, found);
        return found;
    }

    /** Each once, however often it is found again. */
    void log(List<Problem> problems) {
        unsaid(problems).forEach(problem -> LOG.warn("{}. {}", problem.message(), problem.fix()));
    }

    /** Those that were not asked about here before. */
    List<Problem> unsaid(List<Problem> problems) {
        return problems.stream()
                .filter(problem -> logged.add(problem.message()))
                .toList();
    }

    private static void movedFrom(List<Mount> mounts, String field, Mount mount, List<Problem> found) {
        boolean moved = mounts.stream().noneMatch(one -> one.path().equals(mount.path()));
        if (moved && mount.policy().mappedFrom() == null) {
            var last = mounts.get(0);
            warn(
                    found,
                    field + ".path",
                    "The context " + mount.context() + " was mounted at " + last.path()
                            + " before, and files are stored" + " by the path they were mounted at: at " + mount.path()
                            + " they probably do not show",
                    "Mount it at " + last.path() + ", or say mappedFrom(\"" + last.path() + "\")");
        }
    }

    private static void switchedFrom(Mount last, String field, Mount mount, List<Problem> found) {
        if (last.policy().isArchived() != mount.policy().isArchived()) {
            boolean before = last.policy().isArchived();
            warn(
                    found,
                    field + ".policy.archived",
                    "The context " + mount.context() + " was stored " + form(before)
                            + " before and is now to be stored " + form(!before) + ", which leaves both behind",
                    before ? "Say archived(), or use a new context" : "Leave out archived(), or use a new context");
        }
    }

    private static String form(boolean archived) {
        return archived ? "as an archive" : "file by file";
    }

    private void uploadedTwice(String field, Mount mount, String sessionId, List<Problem> found) {
        var others = history.uploaders(mount).stream()
                .filter(other -> !other.equals(sessionId))
                .toList();
        if (mount.policy().uploadsAutomatically() && !others.isEmpty()) {
            warn(
                    found,
                    field + ".policy.uploadsAutomatically",
                    "The context " + mount.context() + " is uploaded automatically by the open session " + others.get(0)
                            + " too: the last one that ends overwrites the other",
                    "Mount it with SyncPolicy.manual().keepingDeleted() in both, or close the first one before");
        }
    }

    private static void warn(List<Problem> found, String field, String message, String fix) {
        found.add(new Problem(Severity.WARNING, field, message, fix));
    }

    /** What was logged, the latest of it. */
    private static final class Bounded extends LinkedHashMap<String, Boolean> {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    }
}
