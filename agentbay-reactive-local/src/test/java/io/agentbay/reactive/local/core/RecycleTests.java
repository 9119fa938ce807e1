package io.agentbay.reactive.local.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecycleTests {
    private final LocalWorld world = LocalWorld.create();
    private final String context = world.context("project");

    private static String policy(String lifecycle, String paths) {
        return "{\"recyclePolicy\":{\"lifecycle\":\"" + lifecycle + "\",\"paths\":[" + paths + "]}}";
    }

    private void mount(LocalWorld in, String id, String policy) {
        String session = in.session(id, "/mnt/data", policy);
        in.settle();
        in.data("DeleteSessionAsync", "SessionId", session);
        in.settle();
    }

    @ParameterizedTest
    @CsvSource({
        "Lifecycle_1Day, 1",
        "LIFECYCLE_3DAYS, 3",
        "Lifecycle_5Days, 5",
        "Lifecycle_10Days, 10",
        "Lifecycle_15Days, 15",
        "Lifecycle_30Days, 30",
        "Lifecycle_90Days, 90",
        "Lifecycle_180Days, 180",
        "LIFECYCLE_360DAYS, 360"
    })
    void aFileVanishesAfterItsDaysAndNotBefore(String lifecycle, int days) throws IOException {
        mount(world, context, policy(lifecycle, "\"\""));
        world.put(context, "/mnt/data/a", "a");
        world.put(context, "/mnt/other/b", "b");
        world.run(Duration.ofDays(days).minusHours(2));
        assertThat(world.allKeys(context)).containsExactly("/mnt/data/a", "/mnt/other/b");
        world.run(Duration.ofHours(3));
        assertThat(world.allKeys(context)).containsExactly("/mnt/other/b");
    }

    @Test
    void aJumpOfTheClockIsEnough() throws IOException {
        mount(world, context, policy("Lifecycle_30Days", ""));
        world.put(context, "/mnt/data/a", "a");
        world.clock.advance(Duration.ofDays(31));
        world.core.tick();
        assertThat(world.allKeys(context)).isEmpty();
    }

    @Test
    void onlyThePathsNamedAreRecycled() throws IOException {
        mount(world, context, policy("Lifecycle_1Day", "\"/tmp\",\"logs/old\""));
        for (String key : new String[] {"tmp/a", "tmpfile", "logs/old/b", "logs/new", "c"}) {
            world.put(context, "/mnt/data/" + key, key);
        }
        world.run(Duration.ofDays(2));
        assertThat(world.allKeys(context)).containsExactly("/mnt/data/c", "/mnt/data/logs/new", "/mnt/data/tmpfile");
    }

    @Test
    void theLatestPolicyOfAMountCounts() throws IOException {
        mount(world, context, policy("Lifecycle_1Day", ""));
        world.put(context, "/mnt/data/a", "a");
        mount(world, context, policy("Lifecycle_Forever", ""));
        world.put(context, "/mnt/data/b", "b");
        world.run(Duration.ofDays(400));
        assertThat(world.allKeys(context)).contains("/mnt/data/b");
        assertThat(world.core.nextDue()).isEmpty();
    }

    @Test
    void aRuleSurvivesTheServiceAndWhatBecameDueMeanwhileVanishesAtItsStart() throws IOException {
        mount(world, context, policy("Lifecycle_3Days", ""));
        world.put(context, "/mnt/data/a", "a");
        world.clock.advance(Duration.ofDays(4));
        LocalWorld after = world.powerLost();
        after.core.tick();
        assertThat(after.allKeys(context)).isEmpty();
        assertThat(after.powerLost().allKeys(context)).isEmpty();
    }

    @Test
    void aRuleEndsWithItsContext() {
        mount(world, context, policy("Lifecycle_3Days", ""));
        world.data("DeleteContext", "Id", context);
        assertThat(world.ledger.load().recycles()).isEmpty();
    }

    @Test
    void theModelSaysSinceWhenALifeIsCounted() throws IOException {
        assertThat(keptAfterReplacement(MountModel.RecycleCounts.FIRST_PUT)).isFalse();
        assertThat(keptAfterReplacement(MountModel.RecycleCounts.LAST_PUT)).isTrue();
    }

    private boolean keptAfterReplacement(MountModel.RecycleCounts counts) throws IOException {
        LocalWorld chosen = new LocalWorld(ServiceModel.defaults().mounts(m -> m.recycleCounts(counts)));
        String id = chosen.context("project");
        mount(chosen, id, policy("Lifecycle_1Day", ""));
        chosen.put(id, "/mnt/data/a", "old");
        chosen.run(Duration.ofHours(20));
        chosen.put(id, "/mnt/data/a", "new");
        chosen.run(Duration.ofHours(10));
        return !chosen.allKeys(id).isEmpty();
    }

    @Test
    void aFailingSweepIsTriedAgain() throws IOException {
        mount(world, context, policy("Lifecycle_1Day", ""));
        world.put(context, "/mnt/data/a", "a");
        world.ledger.fail();
        world.run(Duration.ofDays(2));
        assertThat(world.core.nextDue()).isPresent();
        assertThat(world.get(context, "/mnt/data/a")).isEqualTo("a");
    }
}
