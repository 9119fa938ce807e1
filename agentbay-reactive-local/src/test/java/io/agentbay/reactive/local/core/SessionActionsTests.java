package io.agentbay.reactive.local.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SessionActionsTests {

    private final LocalWorld world = LocalWorld.create();
    private final String context = world.context("project");

    @Test
    void aCreatedSessionRunsAndNamesItsContexts() {
        String session = world.session(context, "/mnt/data", "");
        Map<String, Object> described = world.data("GetSession", "SessionId", session);

        assertThat(described).containsEntry("Status", "RUNNING").containsEntry("SessionId", session);
        assertThat((List<?>) described.get("contexts"))
                .hasSize(2)
                .first()
                .isEqualTo(Map.of("id", context, "name", "project"));
        assertThat((String) described.get("ResourceUrl")).contains("resourceId=");
        assertThat(described)
                .containsEntry("Token", "")
                .containsEntry("LinkUrl", "")
                .containsEntry("WsUrl", "");
    }

    @Test
    void anEndThatCannotBeWrittenDownIsNotTold() {
        String session = world.session(context, "/mnt/data", "");
        world.settle();
        world.ledger.fail();
        assertThat(world.call("DeleteSessionAsync", "SessionId", session).success())
                .isTrue();
        world.settle();
        assertThat(world.<Map<String, Object>>data("GetSessionDetail", "SessionId", session))
                .containsEntry("Status", "DELETING");
        assertThat(world.call("SyncContext", "SessionId", session).success()).isFalse();
    }

    @Test
    void aSessionThatNeverWasIsNotFound() {
        ServiceReply reply = world.call("GetSession", "SessionId", "s-nope");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("InvalidMcpSession.NotFound");
        assertThat(reply.message()).contains("not found");
    }

    @Test
    void anotherTenantsSessionIsNotFound() {
        String session = world.session(context, "/mnt/data", "");
        world.tenant = "tenant-b";

        assertThat(world.call("GetSession", "SessionId", session).code()).isEqualTo("InvalidMcpSession.NotFound");
        assertThat(world.call("DeleteSessionAsync", "SessionId", session).success())
                .isFalse();
        assertThat(world.<List<Object>>data("ListSession")).isEmpty();
        assertThat(world.call("CreateMcpSession", "PersistenceDataList", mounting(context))
                        .code())
                .isEqualTo("InvalidContext.NotFound");
    }

    private static String mounting(String context) {
        return Json.text(List.of(Map.of("ContextId", context, "Path", "/x")));
    }

    @Test
    void aDeletedSessionUploadsFirstAndIsThenFinished() {
        String session = world.session(context, "/mnt/data", "");
        world.settle();
        world.write(session, "/mnt/data/a.txt", "a");
        world.data("DeleteSessionAsync", "SessionId", session);

        assertThat(status(session)).isEqualTo("DELETING");
        world.settle();
        assertThat(status(session)).isEqualTo("FINISH");
        assertThat(world.keys(context, "/mnt/data")).containsExactly("/mnt/data/a.txt");
        assertThat(world.call("GetSession", "SessionId", session).message()).contains("not found");
        assertThat(world.call("DeleteSessionAsync", "SessionId", session).success())
                .isFalse();
        assertThat(world.disk.files("sessions")).isEmpty();
    }

    private String status(String session) {
        return (String) world.<Map<String, Object>>data("GetSessionDetail", "SessionId", session)
                .get("Status");
    }

    @Test
    void anEndedSessionIsForgottenInTheEnd() {
        String session = world.session();
        world.data("DeleteSessionAsync", "SessionId", session);
        world.run(Duration.ofHours(2));

        assertThat(world.call("GetSessionDetail", "SessionId", session).message())
                .contains("not found");
        assertThat(world.ledger.load().sessions()).isEmpty();
    }

    @Test
    void aReleasedSessionHasUploadedWhenTheCallReturns() {
        String session = world.session(context, "/mnt/data", "");
        world.settle();
        world.write(session, "/mnt/data/a.txt", "a");
        world.data("ReleaseMcpSession", "SessionId", session);

        assertThat(status(session)).isEqualTo("FINISH");
        assertThat(world.keys(context, "/mnt/data")).containsExactly("/mnt/data/a.txt");
    }

    @Test
    void aReleaseThatSticksNeverEnds() {
        world.core.taskFaults(
                run -> TaskFault.of(run.cause() == TaskRun.Cause.RELEASE ? TaskFault.Kind.STICK : TaskFault.Kind.NONE));
        String session = world.session(context, "/mnt/data", "");
        world.data("DeleteSessionAsync", "SessionId", session);
        world.run(Duration.ofHours(1));

        assertThat(status(session)).isEqualTo("DELETING");
    }

    @Test
    void anIdleSessionIsReleasedWithItsFilesAndABusyOneIsNot() {
        Map<String, Object> created =
                world.data("CreateMcpSession", "PersistenceDataList", mounting(context), "Timeout", "60");
        String idle = (String) created.get("SessionId");
        String busy = world.session();
        world.settle();
        world.write(idle, "/x/a.txt", "a");
        for (int i = 0; i < 10; i++) {
            world.run(Duration.ofSeconds(50));
            world.data("RefreshSessionIdleTime", "SessionId", busy);
            world.call("GetContextInfo", "SessionId", idle);
        }

        assertThat(status(idle)).isEqualTo("FINISH");
        assertThat(status(busy)).isEqualTo("RUNNING");
        assertThat(world.keys(context, "/x")).containsExactly("/x/a.txt");
    }

    @Test
    void aTaskFaultMayEndTheSessionWithoutItsUpload() {
        world.core.taskFaults(run ->
                TaskFault.of(run.cause() == TaskRun.Cause.CALL ? TaskFault.Kind.END_SESSION : TaskFault.Kind.NONE));
        String session = world.session(context, "/mnt/data", "");
        world.settle();
        world.write(session, "/mnt/data/a.txt", "a");
        world.upload(session, context, "/mnt/data");
        world.settle();

        assertThat(status(session)).isEqualTo("FINISH");
        assertThat(world.keys(context, "/mnt/data")).isEmpty();
    }

    @Test
    void sessionsAreListedByLabelsAndStatusPageByPage() {
        for (int i = 0; i < 12; i++) {
            world.data("CreateMcpSession", "Labels", "{\"env\":\"test\",\"n\":\"" + i + "\"}");
        }
        world.session();
        ServiceReply first = world.call("ListSession", "Labels", "{\"env\":\"test\"}");
        ServiceReply second = world.call("ListSession", "Labels", "{\"env\":\"test\"}", "NextToken", (String)
                first.fields().get("NextToken"));

        assertThat((List<?>) first.fields().get("Data")).hasSize(10);
        assertThat((List<?>) second.fields().get("Data")).hasSize(2);
        assertThat(world.<List<Object>>data("ListSession", "Labels", "{\"n\":\"3\"}"))
                .hasSize(1);
        assertThat(world.<List<Object>>data("ListSession", "Labels", "{}", "MaxResults", "50"))
                .hasSize(13);
        assertThat(world.<List<Object>>data("ListSession", "Status", "PAUSED")).isEmpty();
    }

    @Test
    void labelsAreReplacedAndSpreadWithTheModelsLag() {
        LocalWorld slow =
                new LocalWorld(ServiceModel.defaults().sessions(sessions -> sessions.labelLag(Duration.ofSeconds(5))));
        String session = slow.session();
        slow.data("SetLabel", "SessionId", session, "Labels", "{\"a\":\"1\"}");

        assertThat(slow.<Map<String, Object>>data("GetLabel", "SessionId", session))
                .containsEntry("Labels", "{\"a\":\"1\"}");
        assertThat(slow.<List<Object>>data("ListSession", "Labels", "{\"a\":\"1\"}"))
                .isEmpty();
        slow.run(Duration.ofSeconds(5));
        assertThat(slow.<List<Object>>data("ListSession", "Labels", "{\"a\":\"1\"}"))
                .hasSize(1);
    }

    @Test
    void aPausedSessionRefusesToolsUntilItIsResumed() {
        String session = world.session();
        world.data("PauseSessionAsync", "SessionId", session);
        assertThat(status(session)).isEqualTo("PAUSING");
        world.settle();
        assertThat(status(session)).isEqualTo("PAUSED");
        assertThat(world.call("CallMcpTool", "SessionId", session, "Name", "read_file")
                        .success())
                .isFalse();
        world.run(Duration.ofHours(1));
        world.data("ResumeSessionAsync", "SessionId", session);
        assertThat(status(session)).isEqualTo("RESUMING");
        world.settle();
        assertThat(status(session)).isEqualTo("RUNNING");
    }

    @Test
    void addressesOfASession() {
        String session = world.session();

        assertThat(world.<Map<String, Object>>data("GetMcpResource", "SessionId", session)
                        .get("ResourceUrl"))
                .asString()
                .contains("resourceId=");
        assertThat(world.<Map<String, Object>>data("GetLink", "SessionId", session, "Port", "30100"))
                .containsEntry("Url", "http://local/link/" + session + "/30100");
    }

    /** Official suites look for it in a session they find again by its id. */
    @Test
    void everySessionNamesItsContextOfFileTransfersBeforeItIsMade() {
        String session = world.session();
        Map<String, Object> described = world.data("GetSession", "SessionId", session);
        Map<?, ?> named = (Map<?, ?>) ((List<?>) described.get("contexts")).get(0);
        List<Map<String, Object>> loaded =
                world.data("GetAndLoadInternalContext", "SessionId", session, "ContextTypes.1", "file_transfer");

        assertThat(named.get("name")).isEqualTo("file-transfer-context-" + session);
        assertThat(loaded.get(0)).containsEntry("ContextId", named.get("id"));
    }

    @Test
    void aSessionIsDescribedInEveryFieldTheProtocolHas() {
        String session = world.session();
        List<String> fields = List.of(
                "Status",
                "ImageId",
                "ImageType",
                "AppInstanceId",
                "AppInstanceGroupId",
                "AppUserId",
                "Aliuid",
                "ApikeyId",
                "BizType",
                "EndReason",
                "Id",
                "IsDeleted",
                "PolicyId",
                "RegionId",
                "ResourceConfigId");

        assertThat(world.<Map<String, Object>>data("GetSessionDetail", "SessionId", session))
                .containsOnlyKeys(fields)
                .containsEntry("IsDeleted", 0);
        world.data("ReleaseMcpSession", "SessionId", session);
        assertThat(world.<Map<String, Object>>data("GetSessionDetail", "SessionId", session))
                .containsOnlyKeys(fields)
                .containsEntry("IsDeleted", 1);
    }

    /** Official suites look for what they just created on the first page. */
    @Test
    void theNewestSessionsComeFirst() {
        List<String> created = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            created.add(0, world.session());
        }
        ServiceReply first = world.call("ListSession", "MaxResults", "2");
        String newer = world.session();
        ServiceReply second = world.call("ListSession", "MaxResults", "2", "NextToken", (String)
                first.fields().get("NextToken"));

        assertThat(ids(first)).isEqualTo(created.subList(0, 2));
        assertThat(ids(second)).isEqualTo(created.subList(2, 4)).doesNotContain(newer);
        assertThat(second.fields()).containsEntry("TotalCount", 6).containsEntry("MaxResults", 2);
        assertThat(world.call("ListSession", "NextToken", "-1").code()).isEqualTo("InvalidParameter");
    }

    private static List<Object> ids(ServiceReply reply) {
        List<?> data = (List<?>) reply.fields().get("Data");
        return data.stream()
                .<Object>map(row -> ((Map<?, ?>) row).get("SessionId"))
                .toList();
    }

    @Test
    void labelsComeInPagesToWhoAsksForPages() {
        String session = world.session();
        world.data("SetLabel", "SessionId", session, "Labels", "{\"c\":\"3\",\"a\":\"1\",\"b\":\"2\"}");
        ServiceReply first = world.call("GetLabel", "SessionId", session, "MaxResults", "2");
        ServiceReply second = world.call("GetLabel", "SessionId", session, "MaxResults", "2", "NextToken", (String)
                first.fields().get("NextToken"));

        assertThat(first.fields())
                .containsEntry("Data", Map.of("Labels", "{\"a\":\"1\",\"b\":\"2\"}"))
                .containsEntry("TotalCount", 3);
        assertThat(second.fields())
                .containsEntry("Data", Map.of("Labels", "{\"c\":\"3\"}"))
                .containsEntry("NextToken", "");
    }
}
