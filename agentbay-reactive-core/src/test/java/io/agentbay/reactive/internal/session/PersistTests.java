package io.agentbay.reactive.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.agentbay.reactive.common.ContextId;
import io.agentbay.reactive.common.Selector;
import io.agentbay.reactive.error.InvalidRequestException;
import io.agentbay.reactive.sync.Mount;
import io.agentbay.reactive.sync.SyncPolicy;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot arrive is not written either. */
class PersistTests {

    private static final SyncPolicy POLICY = SyncPolicy.onDemand();

    private final Bench bench = new Bench(true);

    static Stream<Arguments> refused() {
        return Stream.of(
                arguments("read-only", SyncPolicy.readOnly(), "a.json"),
                arguments("archive", POLICY.archived(), "a.json"),
                arguments("not selected", POLICY.only(Selector.under("src")), "a.json"),
                arguments("exception *.tmp", POLICY.only(Selector.all().except("*.tmp")), "deep/a.tmp"),
                arguments("exception logs", POLICY.only(Selector.all().except("logs")), "logs/a.json"));
    }

    /** The bench has no file system, so a write would be another error. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void whatTheMountsPolicyLeavesOutIsRefusedBeforeItIsWritten(String why, SyncPolicy policy, String file) {
        var mount = Mount.of(ContextId.of("c-1"), "/mnt/data", policy);
        var created = Outcome.of(bench.sessions.create(Bench.request(mount)));
        bench.settle();
        var persisted = Outcome.of(created.value.sync().persist(mount.resolve(file), "text"));
        bench.settle();
        assertThat(persisted.error)
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("Cannot persist /mnt/data/" + file)
                .hasMessageContaining(why);
        assertThat(bench.syncs.uploads).isEmpty();
    }

    @Test
    void aPathUnderNoMountIsRefusedToo() {
        var created = Outcome.of(bench.sessions.create(Bench.request(Bench.ON_DEMAND)));
        bench.settle();
        var persisted = Outcome.of(created.value.sync().persist("/tmp/a", "text"));
        bench.settle();
        assertThat(persisted.error).isInstanceOf(InvalidRequestException.class).hasMessageContaining("/tmp/a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/mnt/data", "/mnt/data/", "/mnt/data//a", "/mnt/data/../a"})
    void aPathThatNamesNoFileOfTheMountIsABadArgument(String path) {
        assertThatThrownBy(() -> PersistTarget.of(Bench.ON_DEMAND, path)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theFileIsNamedRelativeToItsMount() {
        var target = PersistTarget.of(Bench.ON_DEMAND, "/mnt/data/deep/a.json/");
        assertThat(target.file()).isEqualTo("deep/a.json");
        assertThat(target.path()).isEqualTo("/mnt/data/deep/a.json");
    }
}
