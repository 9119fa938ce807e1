package io.agentbay.reactive.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.common.Selector;
import io.agentbay.reactive.internal.json.JsonCodec;
import io.agentbay.reactive.sync.SyncPolicy;
import io.agentbay.reactive.sync.SyncPolicy.Extract;
import io.agentbay.reactive.sync.SyncPolicy.Lifecycle;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever policy is written is the policy that is read, however it was put together. */
class PolicyRoundTripTests {

    private static final JsonCodec JSON = JsonCodec.strict();
    private static final int ROUNDS = 2_000;
    private static final List<String> NAMES = List.of("src", "src/tmp", "a b/c", "ü", "logs", "d.json");
    private static final List<String> GLOBS = List.of("*.json", "*.tmp", "src/**/*.txt", "**/logs", "a?c");
    private static final List<String> FILES =
            List.of("a.json", "src/a.json", "src/tmp/x.txt", "a b/c/d", "ü", "x/logs/y.json", "abc", "old.tmp/a.json");

    private final Random random = new Random(7);

    @Test
    void everyPolicyIsReadBack() {
        for (int i = 0; i < ROUNDS; i++) {
            var policy = policy();
            var text = PolicyJson.write(policy, JSON);
            var read = PolicyReader.read(text, JSON);
            assertThat(PolicyJson.write(read, JSON)).isEqualTo(text);
            assertThat(meaning(read)).as(text).isEqualTo(meaning(policy));
        }
    }

    @Test
    void theSpellingOfConstantsMakesNoDifference() {
        for (int i = 0; i < ROUNDS; i++) {
            var text = PolicyJson.write(policy(), JSON);
            var shouted = text.replace("\"File\"", "\"FILE\"")
                    .replace("\"Archive\"", "\"ARCHIVE\"")
                    .replace("extractToCurrentFolder", "extractCurrentFolder")
                    .replace("Lifecycle_", "LIFECYCLE_".toUpperCase(Locale.ROOT));
            assertThat(meaning(PolicyReader.read(shouted, JSON)))
                    .as(shouted)
                    .isEqualTo(meaning(PolicyReader.read(text, JSON)));
        }
    }

    private SyncPolicy policy() {
        var policy = List.of(SyncPolicy.onDemand(), SyncPolicy.manual(), SyncPolicy.uploadOnly(), SyncPolicy.readOnly())
                .get(random.nextInt(4));
        policy = random.nextBoolean() ? policy.keepingDeleted() : policy;
        policy = random.nextBoolean() ? policy.archived() : policy;
        policy = policy.extract(one(List.of(Extract.values())));
        var lifecycle = one(List.of(Lifecycle.values()));
        policy = random.nextBoolean()
                ? policy.lifecycle(lifecycle)
                : policy.lifecycle(lifecycle, one(NAMES), one(NAMES));
        policy = random.nextInt(3) == 0 ? policy.mappedFrom("D:\\x\\" + one(NAMES)) : policy;
        return policy.only(random.nextInt(3) == 0 ? selector().or(selector()) : selector());
    }

    private Selector selector() {
        var selector = switch (random.nextInt(3)) {
            case 0 -> Selector.all();
            case 1 -> Selector.under(one(NAMES), one(NAMES));
            default -> Selector.matching(one(GLOBS), one(GLOBS));
        };
        return switch (random.nextInt(3)) {
            case 0 -> selector;
            case 1 -> selector.except(one(NAMES));
            default -> selector.except(one(GLOBS), one(NAMES));
        };
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static List<Object> meaning(SyncPolicy policy) {
        return java.util.Arrays.asList(
                policy.uploadsAutomatically(),
                policy.downloadsAutomatically(),
                policy.uploads(),
                policy.downloads(),
                policy.propagatesDeletions(),
                policy.isArchived(),
                policy.lifecycle(),
                List.copyOf(new java.util.TreeSet<>(policy.recycledPaths())),
                policy.extract(),
                policy.mappedFrom(),
                FILES.stream().filter(policy.selector()::accepts).toList());
    }
}
