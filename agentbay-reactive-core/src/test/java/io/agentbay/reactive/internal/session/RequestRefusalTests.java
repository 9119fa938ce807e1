package io.agentbay.reactive.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.agentbay.reactive.common.ContextId;
import io.agentbay.reactive.common.Selector;
import io.agentbay.reactive.error.InvalidRequestException;
import io.agentbay.reactive.session.SessionRequest;
import io.agentbay.reactive.session.SessionRequest.Ending;
import io.agentbay.reactive.session.SessionRequest.Problem;
import io.agentbay.reactive.session.SessionRequest.Problem.Severity;
import io.agentbay.reactive.sync.Mount;
import io.agentbay.reactive.sync.SyncPolicy;
import io.agentbay.reactive.sync.SyncPolicy.Lifecycle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Every error of the lint is refused before a request leaves, by a message that names the field and the fix. */
class RequestRefusalTests {

    private static final ContextId ONE = ContextId.of("c-1");
    private static final ContextId TWO = ContextId.of("c-2");
    private static final String PATH = "/mnt/data";

    private final Bench bench = new Bench();

    static Stream<Arguments> refused() {
        var policy = SyncPolicy.onDemand();
        return Stream.of(
                arguments("mounts[0].path", SessionRequest.mounting(ONE, "/mnt/*")),
                arguments("mounts[1].path", two(Mount.of(ONE, PATH), Mount.of(TWO, PATH + "/"))),
                arguments("mounts[1].path", two(Mount.of(ONE, PATH), Mount.of(TWO, PATH + "/in"))),
                arguments("mounts[1].path", two(Mount.of(ONE, PATH + "/in"), Mount.of(TWO, PATH))),
                arguments(
                        "mounts[1].policy.archived", two(Mount.of(ONE, PATH), Mount.of(ONE, "/b", policy.archived()))),
                arguments("mounts[0].policy.selector", one(policy.only(Selector.matching("*.json")))),
                arguments(
                        "mounts[0].policy.selector",
                        one(policy.only(Selector.all().except("*.tmp")))),
                arguments("mounts[0].policy.selector.globs[0]", one(policy.only(Selector.matching("[a-z].json")))),
                arguments("mounts[0].policy.selector.paths[1]", one(policy.only(Selector.under("a", "b[1]")))),
                arguments("mounts[0].policy.selector.paths[0]", one(policy.only(Selector.under("/mnt/data/src")))),
                arguments("mounts[0].policy.selector.paths[0]", one(policy.only(Selector.under("/mnt/data")))),
                arguments("mounts[0].policy.selector.paths[0]", one(policy.only(Selector.under("../up")))),
                arguments(
                        "mounts[0].policy.selector.exceptions[0]",
                        one(policy.only(Selector.all().except("/mnt/data/tmp")))),
                arguments(
                        "mounts[0].policy.recycledPaths[0]", one(policy.lifecycle(Lifecycle.DAYS_30, "/mnt/data/tmp"))),
                arguments("mounts[0].policy.recycledPaths[0]", one(policy.lifecycle(Lifecycle.DAYS_30, "logs/*"))),
                arguments(
                        "mounts[0].policy.propagatesDeletions",
                        one(SyncPolicy.uploadOnly().propagatingDeleted())),
                arguments("onError", SessionRequest.mounting(ONE, PATH).onError(Ending.DISCARD)),
                arguments("onCancel", SessionRequest.mounting(ONE, PATH).onCancel(Ending.DISCARD)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("refused")
    void anErrorIsRefusedWithoutACall(String field, SessionRequest request) {
        var problem = problem(field, request);
        assertThat(problem.severity()).isEqualTo(Severity.ERROR);
        assertThat(problem.fix()).isNotBlank();
        for (var attempt : attempts(request)) {
            StepVerifier.create(attempt)
                    .verifyErrorSatisfies(e -> assertThat(e)
                            .isInstanceOf(InvalidRequestException.class)
                            .hasMessageContaining(field + ": " + problem.message())
                            .hasMessageContaining(problem.fix()));
        }
        assertThat(bench.wire.calls).isEmpty();
        assertThat(bench.sessions.owned()).isEmpty();
    }

    private Problem problem(String field, SessionRequest request) {
        return bench.sessions.problems(request).stream()
                .filter(problem -> problem.field().equals(field))
                .findFirst()
                .orElseThrow(() -> new AssertionError(bench.sessions.problems(request)));
    }

    private Iterable<Flux<?>> attempts(SessionRequest request) {
        return java.util.List.of(
                bench.sessions.create(request).flux(),
                bench.sessions.use(request, session -> Mono.just(1)).flux(),
                bench.sessions.useMany(request, session -> Flux.just(1)));
    }

    @Test
    void patternsAreNamedWithTheAlternative() {
        var request = one(SyncPolicy.onDemand().only(Selector.matching("*.json")));
        assertThat(problem("mounts[0].policy.selector", request).fix()).contains("copyFrom", "copyTo", "same selector");
    }

    @Test
    void anEmbeddedServiceHonoursPatterns() {
        var embedded = new Bench(true);
        var request = one(
                SyncPolicy.onDemand().only(Selector.matching("*.json", "*.txt").except("*.tmp", "*.log")));
        assertThat(embedded.sessions.problems(request)).isEmpty();
        assertThat(request.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.severity()).isEqualTo(Severity.WARNING);
            assertThat(problem.field()).isEqualTo("mounts[0].policy.selector");
        });
        embedded.sessions.create(request).subscribe();
        embedded.settle();
        assertThat(embedded.wire.sessions.get("s-1").mounts().get(0).policy()).contains("\"path\":\"*.json\"");
    }

    private static SessionRequest one(SyncPolicy policy) {
        return SessionRequest.mounting(Mount.of(ONE, PATH, policy));
    }

    private static SessionRequest two(Mount first, Mount second) {
        return SessionRequest.mounting(first, second);
    }
}
