package io.agentbay.reactive.local.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A directory of which half arrives, and what the service says of it. */
class HalfUploadTests {

    private static final String ARCHIVED = "{\"uploadPolicy\":{\"autoUpload\":true,\"uploadMode\":\"Archive\"}}";

    private final LocalWorld world = LocalWorld.create();
    private final String context = world.context("project");

    @ParameterizedTest
    @ValueSource(strings = {"", ARCHIVED})
    void successIsSaidOfHalfTheFiles(String policy) {
        String session = fourFiles(policy, TaskFault.of(TaskFault.Kind.LOSE_HALF));

        assertThat(world.tasks(session, "TaskType", "upload"))
                .singleElement()
                .satisfies(task -> assertThat(task).containsEntry("status", "Success"));
        assertThat(arrived(policy)).containsExactly("0", "2");
    }

    @Test
    void failureIsSaidAfterHalfTheFiles() {
        String session = fourFiles("", new TaskFault(TaskFault.Kind.FAIL_HALFWAY, "the line broke"));

        assertThat(world.tasks(session, "TaskType", "upload"))
                .singleElement()
                .satisfies(task -> assertThat(task)
                        .containsEntry("status", "Failed")
                        .containsEntry("errorMessage", "the line broke"));
        assertThat(arrived("")).containsExactly("0", "2");
    }

    @Test
    void whatWasLeftOutComesWithTheNextUpload() {
        String session = fourFiles("", TaskFault.of(TaskFault.Kind.LOSE_HALF));
        world.core.taskFaults(run -> TaskFault.NONE);
        world.upload(session, context, "/mnt/data");
        world.settle();

        assertThat(arrived("")).containsExactly("0", "1", "2", "3");
    }

    private String fourFiles(String policy, TaskFault fault) {
        String session = world.session(context, "/mnt/data", policy);
        world.settle();
        for (int i = 0; i < 4; i++) {
            world.write(session, "/mnt/data/" + i, "content " + i);
        }
        world.core.taskFaults(run -> fault);
        world.upload(session, context, "/mnt/data");
        world.settle();
        return session;
    }

    /** The names the next session gets. */
    private List<String> arrived(String policy) {
        world.core.taskFaults(run -> TaskFault.NONE);
        String next = world.session(context, "/mnt/data", policy);
        world.settle();
        return world.files(next, "/mnt/data").stream().map(Keys::name).sorted().toList();
    }
}
