package io.agentbay.reactive.local.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContextActionsTests {

    private final LocalWorld world = LocalWorld.create();

    @Test
    void aContextIsCreatedOnceAndFoundByNameAndId() {
        String id = world.context("project");

        assertThat(world.context("project")).isEqualTo(id);
        Map<String, Object> byId = world.data("GetContext", "ContextId", id);
        assertThat(byId).containsEntry("Name", "project").containsEntry("State", "available");
    }

    @Test
    void anUnknownContextIsNotFoundAndNotCreated() {
        ServiceReply reply = world.call("GetContext", "Name", "nope", "AllowCreate", "false");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("InvalidContext.NotFound");
        assertThat(world.<List<Object>>data("ListContexts")).isEmpty();
    }

    @Test
    void anotherTenantsContextIsNotFound() {
        String id = world.context("project");
        world.tenant = "tenant-b";

        assertThat(world.call("GetContext", "ContextId", id).code()).isEqualTo("InvalidContext.NotFound");
        assertThat(world.call("DeleteContext", "Id", id).code()).isEqualTo("InvalidContext.NotFound");
        assertThat(world.context("project")).isNotEqualTo(id);
    }

    @Test
    void aListingIsPagedByToken() {
        for (int i = 0; i < 25; i++) {
            world.context("context-" + i);
        }
        ServiceReply first = world.call("ListContexts", "MaxResults", "10");
        String token = (String) first.fields().get("NextToken");
        ServiceReply second = world.call("ListContexts", "MaxResults", "10", "NextToken", token);
        String last = (String) second.fields().get("NextToken");
        ServiceReply third = world.call("ListContexts", "MaxResults", "10", "NextToken", last);

        assertThat(first.fields()).containsEntry("TotalCount", 25);
        assertThat((List<?>) third.fields().get("Data")).hasSize(5);
        assertThat(third.fields()).containsEntry("NextToken", "");
    }

    @Test
    void aRenamedContextIsFoundByItsNewNameAlone() {
        String id = world.context("old");
        world.data("ModifyContext", "Id", id, "Name", "new");

        assertThat(world.context("new")).isEqualTo(id);
        assertThat(world.call("GetContext", "Name", "old").success()).isFalse();
    }

    @Test
    void aNameIsTakenOnce() {
        String id = world.context("one");
        world.context("two");

        assertThat(world.call("ModifyContext", "Id", id, "Name", "two").code())
                .isEqualTo("InvalidContext.AlreadyExist");
    }

    @Test
    void aClearTakesTimeAndLeavesNothing() throws IOException {
        String id = world.context("project");
        world.put(id, "/mnt/data/a.txt", "a");
        world.data("ClearContext", "Id", id);

        assertThat(world.<Map<String, Object>>data("GetContext", "ContextId", id))
                .containsEntry("State", "clearing");
        world.settle();
        assertThat(world.<Map<String, Object>>data("GetContext", "ContextId", id))
                .containsEntry("State", "available");
        assertThat(world.keys(id, "/mnt/data")).isEmpty();
        assertThat(world.disk.files("blobs")).isEmpty();
    }

    @Test
    void aDeletedContextTakesItsFilesWithIt() throws IOException {
        String id = world.context("project");
        world.put(id, "/a.txt", "a");
        world.data("DeleteContext", "Id", id);
        world.settle();

        assertThat(world.call("GetContext", "ContextId", id).success()).isFalse();
        assertThat(world.disk.files("blobs")).isEmpty();
    }

    @Test
    void aFolderListsItsOwnFilesAndFolders() throws IOException {
        String id = world.context("project");
        world.put(id, "/mnt/data/a.txt", "a");
        world.put(id, "/mnt/data/sub/b.txt", "b");
        world.put(id, "/mnt/data/sub-1/c.txt", "c");
        world.put(id, "/mnt/other.txt", "o");

        assertThat(world.keys(id, "/mnt/data"))
                .containsExactlyInAnyOrder("/mnt/data/a.txt", "/mnt/data/sub", "/mnt/data/sub-1");
        assertThat(world.keys(id, "/mnt/data/")).hasSize(3);
    }

    @Test
    void aListingShowsAPutOnlyAfterTheLagOfTheModel() throws IOException {
        LocalWorld lagging =
                new LocalWorld(ServiceModel.defaults().storage(storage -> storage.listingLag(Duration.ofSeconds(30))));
        String id = lagging.context("project");
        lagging.put(id, "/a.txt", "a");

        assertThat(lagging.keys(id, "/")).isEmpty();
        assertThat(lagging.get(id, "/a.txt")).isEqualTo("a");
        lagging.run(Duration.ofSeconds(30));
        assertThat(lagging.keys(id, "/")).containsExactly("/a.txt");
        lagging.data("DeleteContextFile", "ContextId", id, "FilePath", "/a.txt");
        assertThat(lagging.keys(id, "/")).containsExactly("/a.txt");
    }

    @Test
    void pagesOfFilesAreFiftyLong() throws IOException {
        String id = world.context("project");
        for (int i = 0; i < 120; i++) {
            world.put(id, "/data/file-" + i, "x");
        }
        ServiceReply third =
                world.call("DescribeContextFiles", "ContextId", id, "ParentFolderPath", "/data", "PageNumber", "3");

        assertThat((List<?>) third.fields().get("Data")).hasSize(20);
        assertThat(third.fields()).containsEntry("Count", 120).containsEntry("NextToken", "");
    }

    @Test
    void aSignedAddressNamesMethodKeyAndEnd() {
        String id = world.context("project");
        Map<String, Object> put = world.data("GetContextFileUploadUrl", "ContextId", id, "FilePath", "/mnt/a.txt");

        assertThat(put).containsEntry("Url", "http://local/PUT/mnt/a.txt");
        assertThat(put.get("ExpireTime")).isEqualTo(world.clock.instant().getEpochSecond() + 3600);
    }

    @Test
    void anActionTheServiceDoesNotHaveIsNamed() {
        ServiceReply reply = world.call("GetCdpLink", "SessionId", "s-1");

        assertThat(reply.success()).isFalse();
        assertThat(reply.message()).contains("GetCdpLink");
    }

    @Test
    void theNewestContextsComeFirstAndThoseOfASessionAlone() {
        String first = world.context("first");
        String second = world.context("second");
        String session = world.session(first, "/a", "");

        assertThat(world.<List<Map<String, Object>>>data("ListContexts"))
                .extracting(context -> context.get("Id"))
                .containsExactly(second, first);
        assertThat(world.<List<Map<String, Object>>>data("ListContexts", "SessionId", session))
                .extracting(context -> context.get("Id"))
                .containsExactly(first);
    }
}
