package io.agentbay.reactive.local.simulation.workload;

import io.agentbay.reactive.local.core.SessionRow;
import io.agentbay.reactive.local.simulation.history.Truth;
import io.agentbay.reactive.local.simulation.world.Timeline.Life;
import io.agentbay.reactive.local.simulation.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Somebody with the same key who does not use this library: calls as they come, on everybody's sessions and contexts. */
public final class Stranger {

    private static final String NAME = Truth.STRANGER;
    private static final int MOST = 8;

    private final World world;
    private final Life life = new Life(NAME, false);

    public Stranger(World world) {
        this.world = world;
    }

    /** Plans all it will do. */
    public void start() {
        var random = world.chances().draw(NAME);
        long at = 0;
        for (int i = 0; i < MOST; i++) {
            at += random.nextLong(200, 6_000);
            var item = NAME + "." + i;
            world.timeline().plan(Duration.ofMillis(at).toNanos(), life, () -> act(item));
        }
    }

    private void act(String item) {
        if (world.chances().healed() || !world.chances().takes(item)) {
            return;
        }
        var random = world.chances().draw(item);
        switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> sync(item, random);
            case 4, 5 -> write(item, random);
            case 6, 7 -> put(item, random);
            case 8 -> remove(item, random);
            default -> end(item, random);
        }
    }

    private List<String> sessions() {
        return world.truth().sessions().stream()
                .map(SessionRow::id)
                .filter(world.truth()::alive)
                .toList();
    }

    private List<String> contexts() {
        return world.truth().contexts().values().stream()
                .filter(context -> !context.internal())
                .map(context -> context.id())
                .toList();
    }

    private static <T> T pick(List<T> all, SplittableRandom random) {
        return all.get(random.nextInt(all.size()));
    }

    private void call(String item, String action, Map<String, String> fields) {
        world.history()
                .note(item + " " + action + " "
                        + fields.values().stream().sorted().toList());
        world.service().handle(NAME, action, fields);
    }

    private void sync(String item, SplittableRandom random) {
        var sessions = sessions();
        var contexts = contexts();
        if (sessions.isEmpty() || contexts.isEmpty()) {
            return;
        }
        var session = pick(sessions, random);
        var mode = random.nextInt(4) == 0 ? "download" : "upload";
        world.strangers().add(session + " " + SessionDeeds.MOUNT);
        call(
                item,
                "SyncContext",
                Map.of(
                        "SessionId",
                        session,
                        "ContextId",
                        pick(contexts, random),
                        "Path",
                        SessionDeeds.MOUNT,
                        "Mode",
                        mode));
    }

    private void write(String item, SplittableRandom random) {
        var sessions = sessions();
        if (!sessions.isEmpty()) {
            var arguments = "{\"path\":\"" + SessionDeeds.MOUNT + "/f" + random.nextInt(3) + "\",\"content\":\"" + item
                    + "...................\",\"mode\":\"overwrite\",\"create_parent_dir\":true}";
            call(
                    item,
                    "CallMcpTool",
                    Map.of("SessionId", pick(sessions, random), "Name", "write_file", "Args", arguments));
        }
    }

    private void put(String item, SplittableRandom random) {
        var contexts = contexts();
        if (!contexts.isEmpty()) {
            var key = SessionDeeds.MOUNT + "/f" + random.nextInt(3);
            world.history().note(item + " puts " + key);
            world.service().store(NAME, pick(contexts, random), key, item + "...................");
        }
    }

    private void remove(String item, SplittableRandom random) {
        var contexts = contexts();
        if (!contexts.isEmpty()) {
            var key = SessionDeeds.MOUNT + "/f" + random.nextInt(3);
            call(item, "DeleteContextFile", Map.of("ContextId", pick(contexts, random), "FilePath", key));
        }
    }

    private void end(String item, SplittableRandom random) {
        var sessions = sessions();
        if (!sessions.isEmpty()) {
            var session = pick(sessions, random);
            world.endedByStrangers().add(session);
            call(item, "DeleteSessionAsync", Map.of("SessionId", session));
        }
    }
}
