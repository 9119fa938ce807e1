package io.agentbay.reactive.local.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentbay.reactive.local.disk.FileDisk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A service on a real disk with canaries all around: files outside of its data, secrets among them, a neighbour's
 * session and context. Whoever attacks works as one tenant in one session; nothing else may be read or change.
 */
final class Guarded {

    static final String CANARY = "canary-7f3a91c4";

    final LocalWorld world;
    final Path around;
    final Path data;
    final String context;
    final String session;
    private final String neighbour;
    private final String neighboursContext;
    private final Map<String, String> before;

    Guarded(Path around) throws IOException {
        this(around, ServiceModel.defaults());
    }

    Guarded(Path around, ServiceModel model) throws IOException {
        this.around = around;
        this.data = around.resolve("a/b/c/data");
        world = LocalWorld.onDisk(model, FileDisk.in(data));
        for (String place : List.of("canary", "outside/canary", "a/outside/canary", "a/b/c/outside/canary")) {
            write(around.resolve(place));
        }
        for (String secret : List.of("url-secret", "api-key", "canary", "outside/canary")) {
            write(data.resolve(secret));
        }
        world.tenant = "neighbour";
        neighboursContext = world.context("neighbour's");
        world.put(neighboursContext, "/mnt/data/canary", CANARY);
        neighbour = session(neighboursContext);
        world.settle();
        world.tenant = "attacker";
        context = world.context("attacker's");
        session = session(context);
        world.settle();
        before = tree();
    }

    /** A session that is never idle for too long. */
    private String session(String mounted) {
        String mounts = Json.text(List.of(Map.of("ContextId", mounted, "Path", "/mnt/data")));
        Map<String, Object> created =
                world.data("CreateMcpSession", "PersistenceDataList", mounts, "Timeout", "100000000");
        return (String) created.get("SessionId");
    }

    private static void write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, CANARY);
    }

    Path root() {
        return data.resolve("sessions").resolve(session).resolve("root");
    }

    /** One call of the attacker, which must be a reply that is no failure of the service and tells no canary. */
    ServiceReply call(String action, String... fields) {
        ServiceReply reply = world.call(action, fields);
        assertThat(reply.status())
                .as("%s %s: %s", action, List.of(fields), reply)
                .isLessThan(500);
        assertThat(reply.toString()).as("%s %s", action, List.of(fields)).doesNotContain(CANARY, "root:x:0:0");
        return reply;
    }

    ServiceReply tool(String name, Map<String, Object> arguments) {
        return call("CallMcpTool", "SessionId", session, "Name", name, "Args", Json.text(arguments));
    }

    /** Nothing but the attacker's own has changed, down to types and permissions. */
    void assertUntouched() throws IOException {
        assertThat(tree()).isEqualTo(before);
        world.tenant = "neighbour";
        assertThat(world.get(neighboursContext, "/mnt/data/canary")).isEqualTo(CANARY);
        assertThat(world.allKeys(neighboursContext)).containsExactly("/mnt/data/canary");
        assertThat(world.tool(neighbour, "read_file", "path", "/mnt/data/canary"))
                .isEqualTo(CANARY);
        world.tenant = "attacker";
    }

    /** Nothing the service keeps for the attacker holds a canary. */
    void assertNothingTaken() throws IOException {
        for (String key : world.allKeys(context)) {
            assertThat(world.get(context, key)).as(key).doesNotContain(CANARY);
        }
        for (Path file : files(root())) {
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as("%s", file)
                        .doesNotContain(CANARY);
            }
        }
    }

    private Map<String, String> tree() throws IOException {
        Map<String, String> tree = new TreeMap<>();
        for (Path file : files(around)) {
            if (!own(file)) {
                tree.put(around.relativize(file).toString(), described(file));
            }
        }
        return tree;
    }

    /** What the service may change for the attacker: sessions but the neighbour's, content, its own places for work. */
    private boolean own(Path file) {
        if (!file.startsWith(data)) {
            return false;
        }
        Path below = data.relativize(file);
        return below.startsWith("sessions") && !below.startsWith(Path.of("sessions", neighbour))
                || below.startsWith("blobs")
                || below.startsWith("tmp")
                || below.startsWith(".aside");
    }

    private static String described(Path file) throws IOException {
        String permissions =
                PosixFilePermissions.toString(Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS));
        if (Files.isSymbolicLink(file)) {
            return "link to " + Files.readSymbolicLink(file);
        }
        return permissions + (Files.isRegularFile(file) ? " " + Files.readString(file) : "");
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return new ArrayList<>(files.toList());
        }
    }
}
