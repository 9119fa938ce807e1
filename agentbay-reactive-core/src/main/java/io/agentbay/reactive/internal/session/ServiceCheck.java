package io.agentbay.reactive.internal.session;

import io.agentbay.reactive.session.SessionRequest;
import io.agentbay.reactive.session.SessionRequest.Problem;
import io.agentbay.reactive.session.SessionRequest.Problem.Severity;
import io.agentbay.reactive.sync.Mount;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What speaks against a request because of the service it goes to and of this client's limits; never more than a warning. */
final class ServiceCheck {

    /** Where a Linux session of the real service may write; nothing else is known to be writable. */
    private static final List<String> WRITABLE = List.of("/home/wuying", "/tmp");

    private final SessionWorld world;

    ServiceCheck(SessionWorld world) {
        this.world = world;
    }

    void check(SessionRequest request, List<Problem> found) {
        if (!world.honoursPatterns() && isLinux(request.image())) {
            for (int i = 0; i < request.mounts().size(); i++) {
                place("mounts[" + i + "].path", request.mounts().get(i), found);
            }
        }
        idle(request.idleTimeout(), found);
    }

    private static boolean isLinux(String image) {
        var lower = image.toLowerCase(Locale.ROOT);
        return List.of("windows", "mobile", "android").stream().noneMatch(lower::contains);
    }

    private static void place(String field, Mount mount, List<Problem> found) {
        boolean writable = WRITABLE.stream()
                .anyMatch(root -> mount.path().equals(root) || mount.path().startsWith(root + "/"));
        if (!writable) {
            found.add(new Problem(
                    Severity.WARNING,
                    field,
                    mount.path() + " may not be writable in a session of the cloud",
                    "Mount below /home/wuying or /tmp, or try it with one file first"));
        }
    }

    /** While a call is open nothing else keeps the session from being idle, as far as is known. */
    private void idle(Duration idle, List<Problem> found) {
        var attempt = world.timeouts().attempt();
        var sync = world.timeouts().sync();
        if (idle.compareTo(attempt) < 0) {
            warn(idle, "one attempt of a call may take " + attempt, attempt, found);
        } else if (idle.compareTo(sync) < 0) {
            warn(idle, "a sync without news is waited for as long as " + sync, sync, found);
        }
    }

    private static void warn(Duration idle, String why, Duration least, List<Problem> found) {
        found.add(new Problem(
                Severity.WARNING,
                "idleTimeout",
                "The session ends after " + idle + " without a call, but " + why
                        + ": should this client lose the network that long, the session is gone with what is unsaved",
                "Say idleTimeout(..) of at least " + least + ", or shorten ClientOptions.timeouts(..)"));
    }
}
