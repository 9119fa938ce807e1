package io.agentbay.reactive.local.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClearTests {
    private static final Duration CLEARING = Duration.ofSeconds(10);

    private final LocalWorld world = clearingFor(StorageModel.WhileClearing.LOSE);
    private final String context = world.context("project");

    private static LocalWorld clearingFor(StorageModel.WhileClearing meanwhile) {
        return new LocalWorld(
                ServiceModel.defaults().storage(s -> s.clearing(CLEARING).whileClearing(meanwhile)));
    }

    private static String state(LocalWorld world, String context) {
        return (String) world.<Map<String, Object>>data("GetContext", "ContextId", context)
                .get("State");
    }

    @Test
    void aClearIsSeenForItsTimeAndThenTheContextIsAvailableAndEmpty() throws IOException {
        world.put(context, "/a", "a");
        world.data("ClearContext", "Id", context);
        world.run(CLEARING.minusMillis(1));
        assertThat(state(world, context)).isEqualTo("clearing");
        List<Map<String, Object>> listed = world.data("ListContexts");
        assertThat(listed.get(0)).containsEntry("State", "clearing");
        world.run(Duration.ofMillis(1));
        assertThat(state(world, context)).isEqualTo("available");
        assertThat(world.allKeys(context)).isEmpty();
    }

    @Test
    void aSecondClearJoinsTheFirstAndTakesNothingThatCameAfterIt() throws IOException {
        world.data("ClearContext", "Id", context);
        world.run(CLEARING.dividedBy(2));
        world.data("ClearContext", "Id", context);
        world.run(CLEARING.dividedBy(2));
        assertThat(state(world, context)).isEqualTo("available");
        world.put(context, "/after", "after");
        world.run(CLEARING);
        assertThat(world.allKeys(context)).containsExactly("/after");
        world.data("ClearContext", "Id", context);
        world.run(CLEARING);
        assertThat(world.allKeys(context)).isEmpty();
    }

    @Test
    void aContextCanBeRenamedReadAndDeletedWhileItIsCleared() throws IOException {
        world.put(context, "/a", "a");
        world.data("ClearContext", "Id", context);
        world.data("ModifyContext", "Id", context, "Name", "renamed");
        assertThat(state(world, context)).isEqualTo("clearing");
        assertThat(world.get(context, "/a")).isEqualTo("a");
        world.data("DeleteContext", "Id", context);
        world.run(CLEARING);
        assertThat(world.call("GetContext", "ContextId", context).success()).isFalse();
        assertThat(world.context("renamed")).isNotEqualTo(context);
    }

    @Test
    void aWriteMeanwhileIsLostWithTheRest() throws IOException {
        world.data("ClearContext", "Id", context);
        world.put(context, "/meanwhile", "lost");
        String session = world.session(context, "/mnt/data", "");
        world.run(CLEARING);
        assertThat(world.allKeys(context)).isEmpty();
        world.write(session, "/mnt/data/a", "a");
        world.upload(session, context, "/mnt/data");
        world.settle();
        assertThat(world.allKeys(context)).containsExactly("/mnt/data/a");
    }

    @Test
    void theModelMayRefuseWritesAndMountsMeanwhile() throws IOException {
        LocalWorld refusing = clearingFor(StorageModel.WhileClearing.REFUSE);
        String id = refusing.context("project");
        String session = refusing.session(id, "/mnt/data", "");
        refusing.settle();
        refusing.write(session, "/mnt/data/a", "a");
        refusing.data("ClearContext", "Id", id);
        assertThatThrownBy(() -> refusing.put(id, "/b", "b")).hasMessageContaining("being cleared");
        refusing.upload(session, id, "/mnt/data");
        refusing.settle();
        assertThat(refusing.tasks(session, "TaskType", "upload").get(0))
                .containsEntry("status", "Failed")
                .containsEntry("errorMessage", "The context is being cleared.");
        String mounts = Json.text(List.of(Map.of("ContextId", id, "Path", "/mnt/data")));
        assertThat(refusing.call("CreateMcpSession", "PersistenceDataList", mounts)
                        .code())
                .isEqualTo("InvalidContext.Clearing");
        refusing.run(CLEARING);
        refusing.put(id, "/b", "b");
        assertThat(refusing.allKeys(id)).containsExactly("/b");
        assertThat(refusing.disk.files("tmp")).isEmpty();
    }

    @Test
    void aStuckClearEndsWithTheNextStart() throws IOException {
        world.core.clearFaults(name -> name.equals("project") ? ClearFault.STICK : ClearFault.NONE);
        world.put(context, "/a", "a");
        world.data("ClearContext", "Id", context);
        world.run(Duration.ofDays(1));
        assertThat(state(world, context)).isEqualTo("clearing");
        LocalWorld after = world.killed();
        assertThat(state(after, context)).isEqualTo("available");
        assertThat(after.allKeys(context)).isEmpty();
    }

    @Test
    void aClearMayLeaveEverything() throws IOException {
        world.core.clearFaults(name -> ClearFault.LEAVE_FILES);
        world.put(context, "/a", "a");
        world.data("ClearContext", "Id", context);
        world.run(CLEARING);
        assertThat(state(world, context)).isEqualTo("available");
        assertThat(world.allKeys(context)).containsExactly("/a");
    }
}
