package io.agentbay.reactive.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.agentbay.reactive.common.ContextId;
import io.agentbay.reactive.common.Selector;
import io.agentbay.reactive.session.SessionRequest.Ending;
import io.agentbay.reactive.session.SessionRequest.Problem;
import io.agentbay.reactive.session.SessionRequest.Problem.Severity;
import io.agentbay.reactive.sync.AutoSync;
import io.agentbay.reactive.sync.Mount;
import io.agentbay.reactive.sync.SyncPolicy;
import io.agentbay.reactive.sync.SyncPolicy.Extract;
import io.agentbay.reactive.sync.SyncPolicy.Lifecycle;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MountLintTests {

    private static final ContextId ONE = ContextId.of("c-1");
    private static final SyncPolicy POLICY = SyncPolicy.onDemand();

    static Stream<Arguments> warned() {
        return Stream.of(
                arguments("mounts[0].policy.lifecycle", one(POLICY.lifecycle(Lifecycle.DAYS_1))),
                arguments("mounts[0].policy.recycledPaths", one(POLICY.lifecycle(Lifecycle.FOREVER, "logs"))),
                arguments(
                        "mounts[0].policy.extract", one(SyncPolicy.uploadOnly().extract(Extract.KEEP_ARCHIVE))),
                arguments("mounts[0].policy.extract", one(POLICY.archived().extract(Extract.NEVER))),
                arguments("mounts[0].policy.mappedFrom", one(POLICY.mappedFrom("/mnt/data"))),
                arguments("mounts[0].policy.autoSync", one(POLICY.autoSync(AutoSync.every(Duration.ofDays(60))))),
                arguments(
                        "mounts[0].policy.propagatesDeletions",
                        one(SyncPolicy.readOnly().propagatingDeleted())),
                arguments(
                        "mounts[0].policy.selector.exceptions",
                        one(POLICY.only(Selector.under("src").except("src")))),
                arguments("mounts[0].policy.selector", one(POLICY.only(Selector.matching("*.json")))),
                arguments(
                        "mounts[0].readyLater",
                        SessionRequest.mounting(
                                Mount.of(ONE, "/mnt/data", SyncPolicy.manual()).readyLater())),
                arguments(
                        "mounts[1].context",
                        SessionRequest.mounting(Mount.of(ONE, "/mnt/data"), Mount.of(ONE, "/mnt/b"))),
                arguments("keepFor", one(POLICY).onError(Ending.KEEP_ALIVE).keepFor(Duration.ZERO)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("warned")
    void whatMaySurpriseIsAWarning(String field, SessionRequest request) {
        assertThat(request.problems()).singleElement().satisfies(problem -> {
            assertThat(problem).extracting(Problem::severity, Problem::field).containsExactly(Severity.WARNING, field);
            assertThat(problem.message()).isNotBlank();
            assertThat(problem.fix()).isNotBlank();
        });
    }

    @Test
    void theUsualPoliciesHaveNoProblems() {
        var usual = Stream.of(
                POLICY,
                POLICY.keepingDeleted(),
                POLICY.autoSync(AutoSync.every(Duration.ofMinutes(60))),
                POLICY.archived(),
                POLICY.only(Selector.under("src", "doc").except("src/tmp")),
                POLICY.lifecycle(Lifecycle.DAYS_30, "logs"),
                POLICY.mappedFrom("C:\\data"),
                SyncPolicy.manual(),
                SyncPolicy.manual().keepingDeleted(),
                SyncPolicy.uploadOnly(),
                SyncPolicy.readOnly());
        assertThat(usual)
                .allSatisfy(policy -> assertThat(one(policy).problems()).isEmpty());
    }

    private static SessionRequest one(SyncPolicy policy) {
        return SessionRequest.mounting(Mount.of(ONE, "/mnt/data", policy));
    }
}
