package io.agentbay.reactive.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.common.Selector;
import io.agentbay.reactive.internal.json.JsonCodec;
import io.agentbay.reactive.sync.SyncPolicy;
import io.agentbay.reactive.sync.SyncPolicy.Extract;
import io.agentbay.reactive.sync.SyncPolicy.Lifecycle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyJsonTests {
    private static final JsonCodec JSON = JsonCodec.strict();

    static Stream<SyncPolicy> policies() {
        return Stream.of(
                SyncPolicy.onDemand(),
                SyncPolicy.onDemand().keepingDeleted(),
                SyncPolicy.manual(),
                SyncPolicy.manual().keepingDeleted(),
                SyncPolicy.uploadOnly(),
                SyncPolicy.readOnly(),
                SyncPolicy.onDemand().archived().mappedFrom("C:\\x"),
                SyncPolicy.onDemand().only(Selector.under("src", "a b/c").except("src/node_modules")),
                SyncPolicy.onDemand().only(Selector.matching("*.json", "*.txt").except("*.tmp")),
                SyncPolicy.onDemand().only(Selector.all().except("logs")));
    }

    @ParameterizedTest
    @MethodSource("policies")
    void whatWasWrittenIsReadBack(SyncPolicy policy) {
        var text = PolicyJson.write(policy, JSON);
        var read = PolicyReader.read(text, JSON);
        assertThat(PolicyJson.write(read, JSON)).isEqualTo(text);
        assertThat(read.propagatesDeletions()).isEqualTo(policy.propagatesDeletions());
        assertThat(read.uploads()).isEqualTo(policy.uploads());
        assertThat(read.downloads()).isEqualTo(policy.downloads());
        assertThat(read.selector().accepts("src/x.json"))
                .isEqualTo(policy.selector().accepts("src/x.json"));
    }

    @ParameterizedTest
    @EnumSource(Extract.class)
    void everyWayToUnpack(Extract extract) {
        var policy = SyncPolicy.onDemand().extract(extract);
        assertThat(PolicyReader.read(PolicyJson.write(policy, JSON), JSON).extract())
                .isEqualTo(extract);
    }

    @ParameterizedTest
    @CsvSource({
        "DAYS_1,Lifecycle_1Day",
        "DAYS_3,Lifecycle_3Days",
        "DAYS_360,Lifecycle_360Days",
        "FOREVER,Lifecycle_Forever"
    })
    void lifecyclesAreSpelledAsTheServiceDoes(Lifecycle lifecycle, String word) {
        assertThat(PolicyJson.write(SyncPolicy.onDemand().lifecycle(lifecycle), JSON))
                .contains('"' + word + '"');
    }

    @ParameterizedTest
    @EnumSource(Lifecycle.class)
    void everyLifecycleIsReadBackInBothSpellings(Lifecycle lifecycle) {
        var text = PolicyJson.write(SyncPolicy.onDemand().lifecycle(lifecycle), JSON);
        assertThat(PolicyReader.read(text, JSON).lifecycle()).isEqualTo(lifecycle);
        var word = PolicyJson.lifecycle(lifecycle);
        assertThat(PolicyReader.read(text.replace(word, word.toUpperCase(java.util.Locale.ROOT)), JSON)
                        .lifecycle())
                .isEqualTo(lifecycle);
    }

    @Test
    void pathsAreInTheMountAndExclusionsGoWithWhatTheyConcern() {
        var policy = SyncPolicy.onDemand().only(Selector.under("src", "doc").except("src/tmp"));
        assertThat(PolicyJson.write(policy, JSON))
                .contains("\"whiteLists\":[{\"path\":\"/src\",\"excludePaths\":[\"/src/tmp\"]},"
                        + "{\"path\":\"/doc\",\"excludePaths\":[]}]");
    }

    @Test
    void constantsAndTheOtherKeyOfTheOfficialClientAreUnderstood() {
        var read = PolicyReader.read(
                "{\"uploadPolicy\":{\"uploadMode\":\"ARCHIVE\",\"autoUpload\":false},"
                        + "\"extractPolicy\":{\"extract\":true,\"extractCurrentFolder\":true},"
                        + "\"recyclePolicy\":{\"lifecycle\":\"LIFECYCLE_10DAYS\"}}",
                JSON);
        assertThat(read.isArchived()).isTrue();
        assertThat(read.uploadsAutomatically()).isFalse();
        assertThat(read.downloadsAutomatically()).isTrue();
        assertThat(read.propagatesDeletions()).isTrue();
        assertThat(read.extract()).isEqualTo(Extract.INTO_CURRENT_FOLDER);
        assertThat(read.lifecycle()).isEqualTo(Lifecycle.DAYS_10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "nope", "[]", "{\"uploadPolicy\":7}"})
    void whatIsNotSaidIsTheDefaultOfTheService(String text) {
        assertThat(PolicyReader.read(text, JSON)).isEqualTo(SyncPolicy.onDemand());
    }
}
