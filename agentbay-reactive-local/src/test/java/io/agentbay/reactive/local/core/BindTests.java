package io.agentbay.reactive.local.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BindTests {
    private final LocalWorld world =
            new LocalWorld(ServiceModel.defaults().mounts(m -> m.boundAfter(Duration.ofSeconds(5))));
    private final String context = world.context("project");

    private ServiceReply bind(String session, String path) {
        String list = Json.text(List.of(Map.of("ContextId", context, "Path", path)));
        return world.call("BindContexts", "SessionId", session, "PersistenceDataList", list);
    }

    private List<Map<String, Object>> described(String session) {
        return world.data("DescribeSessionContexts", "SessionId", session);
    }

    @Test
    void aBindIsDescribedAfterItsLagAndADownloadFollowsIt() throws IOException {
        world.put(context, "/late/a.txt", "a");
        String session = world.session();
        assertThat(bind(session, "/late").success()).isTrue();
        assertThat(world.tasks(session))
                .singleElement()
                .satisfies(task -> assertThat(task).containsEntry("status", "Preparing"));
        world.run(Duration.ofSeconds(4));
        assertThat(described(session)).isEmpty();
        world.run(Duration.ofSeconds(1));
        assertThat(described(session))
                .singleElement()
                .satisfies(mount -> assertThat(mount)
                        .containsEntry("ContextId", context)
                        .containsEntry("ContextName", "project")
                        .containsEntry("Path", "/late")
                        .containsEntry("Policy", ""));
        assertThat(world.tasks(session).get(0)).containsEntry("status", "Success");
        assertThat(world.files(session, "/late")).containsExactly("a.txt");
    }

    @Test
    void aMountOfTheStartIsDescribedAtOnce() {
        assertThat(described(world.session(context, "/mnt/data", ""))).hasSize(1);
    }

    @Test
    void aPathIsBoundOnceEvenBeforeItIsDescribed() {
        String session = world.session();
        bind(session, "/late");
        ServiceReply again = bind(session, "/late/");
        assertThat(again.success()).isFalse();
        assertThat(again.code()).isEqualTo("PathAlreadyBound");
        world.settle();
        assertThat(world.tasks(session)).hasSize(1);
    }

    @Test
    void aBindOfAMissingContextOrToAnEndedSessionIsRefused() {
        String session = world.session();
        world.data("DeleteContext", "Id", context);
        assertThat(bind(session, "/late").code()).isEqualTo("InvalidContext.NotFound");
        world.data("DeleteSessionAsync", "SessionId", session);
        assertThat(bind(session, "/late").message()).containsIgnoringCase("not found");
    }

    @Test
    void whatIsBoundIsUploadedAtTheEnd() {
        String session = world.session();
        bind(session, "/late");
        world.settle();
        world.write(session, "/late/a.txt", "a");
        world.data("DeleteSessionAsync", "SessionId", session);
        world.settle();
        assertThat(world.allKeys(context)).containsExactly("/late/a.txt");
    }
}
