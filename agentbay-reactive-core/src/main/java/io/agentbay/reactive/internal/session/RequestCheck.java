package io.agentbay.reactive.internal.session;

import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.InvalidRequestException;
import io.agentbay.reactive.session.SessionRequest;
import io.agentbay.reactive.session.SessionRequest.Problem;
import io.agentbay.reactive.session.SessionRequest.Problem.Severity;
import io.agentbay.reactive.sync.Mount;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Judges requests before any call: what they say by themselves, and what this client knows of its service besides. */
final class RequestCheck {

    private final SessionWorld world;
    private final HistoryCheck history;

    RequestCheck(SessionWorld world, MountHistory history) {
        this.world = world;
        this.history = new HistoryCheck(history);
    }

    /** Everything there is to say; makes no call. */
    List<Problem> problems(SessionRequest request) {
        var all = new ArrayList<>(certain(request));
        new ServiceCheck(world).check(request, all);
        all.addAll(history(request));
        return List.copyOf(all);
    }

    /** Why the request is refused; null when it is not. Says once to the log what only this client's history tells. */
    @Nullable
    InvalidRequestException refusal(SessionRequest request) {
        var refusal = refusal("create", certain(request));
        if (refusal == null) {
            history.log(history(request));
        }
        return refusal;
    }

    /** Why a mount cannot be added to a session with these mounts; null when it can. */
    @Nullable
    InvalidRequestException refusal(SessionRuntime session, List<Mount> taken, Mount mount) {
        var all = Stream.concat(taken.stream(), Stream.of(mount)).toArray(Mount[]::new);
        var own = "mounts[" + taken.size() + "]";
        var request = taken.isEmpty()
                ? SessionRequest.mounting(mount)
                : SessionRequest.mounting(all[0], Stream.of(all).skip(1).toArray(Mount[]::new));
        var problems = new ArrayList<>(certain(request).stream()
                .filter(problem -> problem.field().startsWith(own))
                .map(problem -> renamed(problem, own))
                .toList());
        if (session.origin().discards() && !mount.policy().isManaged()) {
            problems.add(new Problem(
                    Severity.ERROR,
                    "mount.policy",
                    "The session may be discarded, which only managed mounts allow",
                    "Bind with SyncPolicy.manual().keepingDeleted()"));
        }
        var refusal = refusal("bind", problems);
        if (refusal == null) {
            history.log(history.problems("mount", mount, session.id().value()));
        }
        return refusal;
    }

    private static Problem renamed(Problem problem, String own) {
        return new Problem(
                problem.severity(),
                "mount" + problem.field().substring(own.length()),
                problem.message(),
                problem.fix());
    }

    /** The request's own problems; patterns are an error or nothing, since this client knows its service. */
    private List<Problem> certain(SessionRequest request) {
        var itself = request.problems().stream()
                .filter(problem -> !world.honoursPatterns() || !isPattern(problem))
                .map(problem -> isPattern(problem) ? error(problem) : problem);
        return Stream.concat(itself, stores(request.mounts())).toList();
    }

    private Stream<Problem> stores(List<Mount> mounts) {
        return IntStream.range(0, mounts.size())
                .filter(i -> world.isStore().test(mounts.get(i).context()))
                .mapToObj(i -> new Problem(
                        Severity.ERROR,
                        "mounts[" + i + "].context",
                        mounts.get(i).context() + " holds snapshots",
                        "Mount the context they are of, or restore them into another"));
    }

    private List<Problem> history(SessionRequest request) {
        var mounts = request.mounts();
        return IntStream.range(0, mounts.size())
                .mapToObj(i -> history.problems("mounts[" + i + "]", mounts.get(i), ""))
                .flatMap(List::stream)
                .toList();
    }

    private static @Nullable InvalidRequestException refusal(String operation, List<Problem> problems) {
        var errors = problems.stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .map(problem -> problem.field() + ": " + problem.message() + ". " + problem.fix())
                .collect(Collectors.joining("; "));
        return errors.isEmpty()
                ? null
                : new InvalidRequestException(
                        errors, 0, ErrorDetails.of(operation).attempts(0));
    }

    private static boolean isPattern(Problem problem) {
        return problem.field().endsWith(".selector");
    }

    private static Problem error(Problem problem) {
        return new Problem(Severity.ERROR, problem.field(), problem.message(), problem.fix());
    }
}
