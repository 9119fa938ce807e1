package io.agentbay.reactive.internal.sync;

import io.agentbay.reactive.common.MountOutcome;
import io.agentbay.reactive.sync.SyncReport;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Brings the ends of all mounts of a sync together, so that none hides another. */
final class Verdict {

    private Verdict() {}

    static Mono<SyncReport> of(String sessionId, SyncJob job, List<MountEnd> ends, Duration elapsed) {
        if (ends.stream().allMatch(MountEnd::ok)) {
            var reports =
                    ends.stream().map(MountEnd::report).filter(Objects::nonNull).toList();
            return Mono.just(
                    reports.size() == 1 ? reports.get(0) : Reports.together(job.direction(), reports, elapsed));
        }
        return Mono.error(ends.size() == 1 ? ends.get(0).errorOrThrow() : error(sessionId, job, ends));
    }

    private static Throwable error(String sessionId, SyncJob job, List<MountEnd> ends) {
        if (ends.stream().allMatch(MountEnd::foreign)) {
            return foreign(ends);
        }
        List<MountOutcome> outcomes = ends.stream().map(MountEnd::outcome).toList();
        if (ends.stream().anyMatch(MountEnd::failed)) {
            return Outcomes.failed(job.direction(), outcomes, cause(ends, MountEnd::failed));
        }
        var waits = ends.stream().flatMap(MountEnd::waits).toList();
        var ticket = new Ticket(sessionId, job.direction(), job.minimum(), job.file(), waits);
        return Outcomes.unconfirmed(ticket, outcomes, cause(ends, MountEnd::unconfirmed));
    }

    /** Every mount met trouble of another kind, which says what is wrong better than a summary of mounts. */
    private static Throwable foreign(List<MountEnd> ends) {
        Throwable first = ends.get(0).errorOrThrow();
        ends.stream()
                .skip(1)
                .map(MountEnd::errorOrThrow)
                .filter(other -> !other.equals(first))
                .forEach(first::addSuppressed);
        return first;
    }

    private static @Nullable Throwable cause(List<MountEnd> ends, Predicate<MountEnd> which) {
        return ends.stream()
                .filter(which)
                .map(MountEnd::errorOrThrow)
                .findFirst()
                .orElse(null);
    }
}
