package io.agentbay.reactive.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.agentbay.reactive.common.Selector;
import io.agentbay.reactive.internal.json.JsonCodec;
import io.agentbay.reactive.sync.AutoSync;
import io.agentbay.reactive.sync.SyncPolicy;
import io.agentbay.reactive.sync.SyncPolicy.Extract;
import io.agentbay.reactive.sync.SyncPolicy.Lifecycle;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each policy is, to the byte, the default that an official client was seen to send with only its own values changed. */
class PolicyBytesTests {

    private static final JsonCodec JSON = JsonCodec.strict();
    private static final SyncPolicy POLICY = SyncPolicy.onDemand();

    private static final String UP = "\"autoUpload\":true";
    private static final String NO_UP = "\"autoUpload\":false";
    private static final String DOWN = "\"autoDownload\":true";
    private static final String NO_DOWN = "\"autoDownload\":false";
    private static final String DELETES = "\"syncLocalFile\":true";
    private static final String KEEPS = "\"syncLocalFile\":false";
    private static final String ALL = "[{\"path\":\"\",\"excludePaths\":[]}]";
    private static final String EXTRACT = "\"deleteSrcFile\":true,\"extract\":true,\"extractToCurrentFolder\":false";
    private static final String RECYCLE = "\"lifecycle\":\"Lifecycle_Forever\",\"paths\":[\"\"]";

    static Stream<Arguments> policies() {
        return Stream.of(
                arguments(POLICY, Map.of()),
                arguments(POLICY.autoSync(AutoSync.every(Duration.ofMinutes(60))), Map.of()),
                arguments(SyncPolicy.manual(), Map.of(UP, NO_UP, DOWN, NO_DOWN)),
                arguments(SyncPolicy.manual().keepingDeleted(), Map.of(UP, NO_UP, DOWN, NO_DOWN, DELETES, KEEPS)),
                arguments(SyncPolicy.uploadOnly(), Map.of(DOWN, NO_DOWN, DELETES, KEEPS)),
                arguments(SyncPolicy.readOnly(), Map.of(UP, NO_UP, DELETES, KEEPS)),
                arguments(POLICY.keepingDeleted(), Map.of(DELETES, KEEPS)),
                arguments(POLICY.archived(), Map.of("\"uploadMode\":\"File\"", "\"uploadMode\":\"Archive\"")),
                arguments(
                        POLICY.only(Selector.under("src", "doc").except("src/tmp")),
                        Map.of(
                                ALL,
                                "[{\"path\":\"/src\",\"excludePaths\":[\"/src/tmp\"]},"
                                        + "{\"path\":\"/doc\",\"excludePaths\":[]}]")),
                arguments(
                        POLICY.only(Selector.all().except("tmp")),
                        Map.of(ALL, "[{\"path\":\"\",\"excludePaths\":[\"/tmp\"]}]")),
                arguments(POLICY.only(guide()), Map.of(ALL, GUIDE)),
                arguments(POLICY.extract(Extract.INTO_OWN_FOLDER), Map.of()),
                arguments(
                        POLICY.extract(Extract.INTO_CURRENT_FOLDER),
                        Map.of(EXTRACT, "\"deleteSrcFile\":true,\"extract\":true,\"extractToCurrentFolder\":true")),
                arguments(
                        POLICY.extract(Extract.KEEP_ARCHIVE),
                        Map.of(EXTRACT, "\"deleteSrcFile\":false,\"extract\":true,\"extractToCurrentFolder\":false")),
                arguments(
                        POLICY.extract(Extract.NEVER),
                        Map.of(EXTRACT, "\"deleteSrcFile\":false,\"extract\":false,\"extractToCurrentFolder\":false")),
                arguments(
                        POLICY.lifecycle(Lifecycle.DAYS_30, "logs", "a/b"),
                        Map.of(RECYCLE, "\"lifecycle\":\"Lifecycle_30Days\",\"paths\":[\"/logs\",\"/a/b\"]")));
    }

    /** The guide's own selection: each white list has exceptions of its own. */
    private static final String GUIDE = "[{\"path\":\"*.json\",\"excludePaths\":[\"*.tmp\",\"*.log\"]},"
            + "{\"path\":\"*.txt\",\"excludePaths\":[]}]";

    private static Selector guide() {
        return Selector.matching("*.json").except("*.tmp", "*.log").or(Selector.matching("*.txt"));
    }

    @ParameterizedTest
    @MethodSource("policies")
    void differsFromTheDefaultInItsOwnValuesOnly(SyncPolicy policy, Map<String, String> changes) {
        assertThat(PolicyJson.write(policy, JSON)).isEqualTo(changed(captured(), changes));
    }

    @Test
    void aMappingIsOneMoreSection() {
        var text = PolicyJson.write(POLICY.mappedFrom("C:\\data"), JSON);
        assertThat(text).isEqualTo(captured().replaceFirst("}$", ",\"mappingPolicy\":{\"path\":\"C:\\\\\\\\data\"}}"));
    }

    @ParameterizedTest
    @CsvSource({
        "DAYS_1,Lifecycle_1Day",
        "DAYS_3,Lifecycle_3Days",
        "DAYS_5,Lifecycle_5Days",
        "DAYS_10,Lifecycle_10Days",
        "DAYS_15,Lifecycle_15Days",
        "DAYS_30,Lifecycle_30Days",
        "DAYS_90,Lifecycle_90Days",
        "DAYS_180,Lifecycle_180Days",
        "DAYS_360,Lifecycle_360Days",
        "FOREVER,Lifecycle_Forever"
    })
    void lifecycles(Lifecycle lifecycle, String word) {
        assertThat(PolicyJson.write(POLICY.lifecycle(lifecycle), JSON))
                .isEqualTo(changed(captured(), Map.of("Lifecycle_Forever", word)));
    }

    /** The policy inside the mount inside the form of a recorded create. */
    private static String captured() {
        var mounts = JSON.parse(Capture.of("java-CreateMcpSession").form().get("PersistenceDataList"));
        return mounts.items().get(0).get("Policy").text();
    }

    private static String changed(String text, Map<String, String> changes) {
        var changed = text;
        for (var change : changes.entrySet()) {
            assertThat(changed).containsOnlyOnce(change.getKey());
            changed = changed.replace(change.getKey(), change.getValue());
        }
        return changed;
    }
}
