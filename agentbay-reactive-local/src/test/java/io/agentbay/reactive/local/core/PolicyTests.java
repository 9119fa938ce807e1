package io.agentbay.reactive.local.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTests {
    private static final String BY_TYPE = whiteLists("{\"path\":\"*.json\",\"excludePaths\":[\"*.tmp\",\"secret*\"]},"
            + "{\"path\":\"/logs\",\"excludePaths\":[\"/old\"]}");

    private final LocalWorld world = LocalWorld.create();
    private final String context = world.context("project");

    private static String whiteLists(String lists) {
        return "{\"bwList\":{\"whiteLists\":[" + lists + "]}}";
    }

    @Test
    void aSelectionByFileTypeHoldsForUploads() {
        String session = world.session(context, "/mnt/data", BY_TYPE);
        for (String path : List.of("a.json", "deep/b.json", "c.tmp", "d.txt", "secret.json", "logs/x", "logs/old/y")) {
            world.write(session, "/mnt/data/" + path, path);
        }
        world.upload(session, context, "/mnt/data");
        world.settle();
        assertThat(world.allKeys(context))
                .containsExactly("/mnt/data/a.json", "/mnt/data/deep/b.json", "/mnt/data/logs/x");
    }

    @Test
    void aSelectionByFileTypeHoldsForDownloadsAndDeletions() throws IOException {
        for (String path : List.of("a.json", "deep/b.json", "c.txt", "secret.json", "logs/x", "logs/old/y")) {
            world.put(context, "/mnt/data/" + path, path);
        }
        String session = world.session(context, "/mnt/data", BY_TYPE);
        world.settle();
        assertThat(world.files(session, "/mnt/data")).containsExactly("a.json", "deep/b.json", "logs/x");
        world.tool(session, "delete_file", "path", "/mnt/data/a.json");
        world.upload(session, context, "/mnt/data");
        world.settle();
        assertThat(world.allKeys(context))
                .doesNotContain("/mnt/data/a.json")
                .contains("/mnt/data/c.txt", "/mnt/data/secret.json", "/mnt/data/logs/old/y");
    }

    @Test
    void theModelMayKnowNoPatternsSoThatNothingMatches() {
        LocalWorld literal =
                new LocalWorld(ServiceModel.defaults().mounts(m -> m.patterns(MountModel.Patterns.LITERAL)));
        String id = literal.context("project");
        String session = literal.session(id, "/mnt/data", whiteLists("{\"path\":\"*.json\"}"));
        literal.write(session, "/mnt/data/a.json", "a");
        literal.upload(session, id, "/mnt/data");
        literal.settle();
        assertThat(literal.allKeys(id)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/src, src/a, true",
        "src, src/deep/a, true",
        "/src/, src/a, true",
        "/src, srcs/a, false",
        "/a.txt, a.txt, true",
        "/a.txt, b/a.txt, false",
        "*.json, x/y/z.json, true",
        "/*.json, x/z.json, true",
        "sub/*.json, sub/z.json, true",
        "sub/*.json, sub/deep/z.json, false",
        "sub/**, sub/deep/z.json, true",
        "build*, x/build-1/out/a, true",
        "?.txt, ab.txt, false",
        "[ab].txt, b.txt, true",
        "/mnt/data/src, src/a, false"
    })
    void aWhiteListTakesWhatItCovers(String path, String file, boolean synced) {
        String session = world.session(context, "/mnt/data", whiteLists("{\"path\":\"" + path + "\"}"));
        world.write(session, "/mnt/data/" + file, "x");
        world.upload(session, context, "/mnt/data");
        world.settle();
        assertThat(world.allKeys(context)).hasSize(synced ? 1 : 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"uploadPolicy\":{\"uploadMode\":\"Tape\"}}",
                "{\"uploadPolicy\":{\"uploadStrategy\":\"Never\"}}",
                "{\"downloadPolicy\":{\"downloadStrategy\":\"Sometimes\"}}",
                "{\"recyclePolicy\":{\"lifecycle\":\"Lifecycle_2Days\"}}",
                "{\"bwList\":{\"whiteLists\":[{\"path\":\"[z-a].txt\"}]}}",
                "not json"
            })
    void aPolicyWithAnUnknownValueIsRefused(String policy) {
        ServiceReply reply = world.call(
                "CreateMcpSession",
                "PersistenceDataList",
                Json.text(List.of(Map.of("ContextId", context, "Path", "/mnt/data", "Policy", policy))));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("InvalidParameter");
    }

    @Test
    void everyClientsSpellingMeansTheSame() {
        MountPolicy map = read("{\"uploadPolicy\":{\"uploadMode\":\"Archive\"},"
                + "\"extractPolicy\":{\"extract\":true,\"extractToCurrentFolder\":true},"
                + "\"recyclePolicy\":{\"lifecycle\":\"Lifecycle_30Days\",\"paths\":[\"\"]}}");
        MountPolicy bean =
                read("{\"recyclePolicy\":{\"lifecycle\":\"LIFECYCLE_30DAYS\"},\"uploadPolicy\":{\"period\":30,"
                        + "\"uploadMode\":\"ARCHIVE\",\"uploadStrategy\":\"UPLOAD_BEFORE_RESOURCE_RELEASE\"},"
                        + "\"extractPolicy\":{\"extractCurrentFolder\":true},"
                        + "\"downloadPolicy\":{\"downloadStrategy\":\"DOWNLOAD_ASYNC\"}}");
        assertThat(bean).isEqualTo(map);
        assertThat(bean.recycling().days()).isEqualTo(30);
        assertThat(read("")).isEqualTo(read("{\"future\":{\"x\":[1]},\"uploadPolicy\":null}"));
        assertThat(read("{\"recyclePolicy\":{\"lifecycle\":\"Lifecycle_Forever\"}}")
                        .recycling()
                        .days())
                .isZero();
    }

    private static MountPolicy read(String policy) {
        return PolicyReader.read(policy, MountModel.defaults());
    }

    @Test
    void nothingIsDownloadedOrUploadedThatThePolicyLeavesToCalls() throws IOException {
        world.put(context, "/mnt/data/a", "a");
        String session = world.session(
                context,
                "/mnt/data",
                "{\"uploadPolicy\":{\"autoUpload\":false},\"downloadPolicy\":{\"autoDownload\":false}}");
        world.settle();
        assertThat(world.files(session, "/mnt/data")).isEmpty();
        world.download(session, context, "/mnt/data");
        world.write(session, "/mnt/data/b", "b");
        world.settle();
        assertThat(world.files(session, "/mnt/data")).containsExactly("a", "b");
        world.data("DeleteSessionAsync", "SessionId", session);
        world.settle();
        assertThat(world.allKeys(context)).containsExactly("/mnt/data/a");
    }

    @Test
    void aWindowsPathIsMapped() {
        String windows = "c:\\\\Users\\\\Administrator\\\\Downloads";
        String session =
                world.session(context, "/home/wuying/Downloads", "{\"mappingPolicy\":{\"path\":\"" + windows + "\"}}");
        world.write(session, "/home/wuying/Downloads/a.txt", "a");
        world.upload(session, context, "/home/wuying/Downloads");
        world.settle();
        assertThat(world.allKeys(context)).containsExactly("/c:/Users/Administrator/Downloads/a.txt");
    }
}
