package io.agentbay.reactive.local.core;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * A seeded history of everything that changes what is kept: contexts created, renamed, cleared and deleted, files put,
 * replaced and deleted, syncs of sessions, recycling. It stops where the power goes.
 */
final class StorageWorkload {

    private static final int KEYS = 4;
    private static final String ROOT = "/data";
    private static final String KEEPS = "{\"uploadPolicy\":{\"autoUpload\":false}%s}";
    private static final String RECYCLES = ",\"recyclePolicy\":{\"lifecycle\":\"Lifecycle_1Day\",\"paths\":[\"\"]}";

    private final LocalWorld world;
    private final Power power;
    private final Random random;
    private final Expected expected;

    StorageWorkload(LocalWorld world, Power power, Random random, Expected expected) {
        this.world = world;
        this.power = power;
        this.random = random;
        this.expected = expected;
    }

    void run(int operations) {
        for (int i = 0; i < operations && power.on(); i++) {
            List<String> contexts = expected.contexts();
            contexts.removeAll(expected.recycling().keySet());
            if (contexts.isEmpty()) {
                create();
            } else {
                step(contexts.get(random.nextInt(contexts.size())));
            }
        }
    }

    private void step(String context) {
        switch (random.nextInt(16)) {
            case 0, 1 -> create();
            case 2 -> rename(context);
            case 3 -> clear(context);
            case 4 -> delete(context);
            case 5, 6 -> remove(context, key());
            case 7, 8, 9 -> sync(context);
            case 10 -> recycle();
            default -> put(context, key(), content());
        }
    }

    private String key() {
        return ROOT + "/" + random.nextInt(KEYS);
    }

    /** One of few, so that contents are shared and come back; too long for one write. */
    private String content() {
        return ("content " + random.nextInt(6) + " ").repeat(1 + random.nextInt(3));
    }

    /** Whether the work was done and its caller heard of it. */
    private boolean acknowledged(Callable<Boolean> work) {
        try {
            return work.call() && power.on();
        } catch (IOException | RuntimeException | AssertionError refused) {
            return false;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean done(String action, String... fields) {
        return acknowledged(() -> world.call(action, fields).success());
    }

    private void create() {
        String name = "c" + random.nextInt(6);
        expected.mayCreate(name);
        Map<String, String> created = new HashMap<>();
        if (acknowledged(() -> created.put("id", world.context(name)) == null)) {
            expected.isThere(created.get("id"), name);
        }
    }

    private void rename(String context) {
        Optional<String> name = Optional.of("r" + random.nextInt(6));
        expected.mayBeNamed(context, name);
        if (done("ModifyContext", "Id", context, "Name", name.get())) {
            expected.isNamed(context, name);
        }
    }

    private void clear(String context) {
        expected.keys(context).forEach(key -> expected.mayHold(context, key, Expected.ABSENT));
        if (done("ClearContext", "Id", context)) {
            expected.keys(context).forEach(key -> expected.holds(context, key, Expected.ABSENT));
            world.settle();
        }
    }

    private void delete(String context) {
        expected.mayBeNamed(context, Expected.ABSENT);
        if (done("DeleteContext", "Id", context)) {
            expected.isNamed(context, Expected.ABSENT);
        }
        world.settle();
    }

    private void put(String context, String key, String content) {
        expected.mayHold(context, key, Optional.of(content));
        if (acknowledged(() -> {
            world.put(context, key, content);
            return true;
        })) {
            expected.holds(context, key, Optional.of(content));
        }
        world.settle();
    }

    private void remove(String context, String key) {
        expected.mayHold(context, key, Expected.ABSENT);
        if (done("DeleteContextFile", "ContextId", context, "FilePath", key)) {
            expected.holds(context, key, Expected.ABSENT);
        }
        world.settle();
    }

    /** A session takes what is there, changes some of it, and mirrors it back; another's put in between is deleted. */
    private void sync(String context) {
        String session = session(context, "");
        Map<String, String> files = session.isEmpty() ? Map.of() : downloaded(context);
        if (session.isEmpty() || !succeeded(session, "download")) {
            return;
        }
        if (random.nextBoolean()) {
            put(context, ROOT + "/between", content());
        }
        Map<String, String> changed = new HashMap<>(files);
        for (int i = random.nextInt(3); i >= 0; i--) {
            changed.put(key(), content());
        }
        if (write(session, changed)) {
            upload(session, context, changed);
        }
        done("DeleteSessionAsync", "SessionId", session);
        world.settle();
    }

    private String session(String context, String policy) {
        Map<String, String> created = new HashMap<>();
        boolean there = acknowledged(() ->
                created.put("id", world.session(context, ROOT, String.format(KEEPS, policy))) == null);
        if (!there) {
            return "";
        }
        expected.created(created.get("id"));
        world.settle();
        return created.get("id");
    }

    private Map<String, String> downloaded(String context) {
        Map<String, String> files = new HashMap<>();
        for (String key : expected.keys(context)) {
            read(context, key).ifPresent(content -> files.put(key, content));
        }
        return files;
    }

    private Optional<String> read(String context, String key) {
        try {
            return Optional.of(readTwice(context, key));
        } catch (ServiceError absent) {
            return Expected.ABSENT;
        } catch (IOException e) {
            throw new AssertionError(key + " of " + context + " cannot be read", e);
        }
    }

    /** A disk error that was meant for the service may meet this look; it comes once. */
    private String readTwice(String context, String key) throws IOException {
        try {
            return world.get(context, key);
        } catch (IOException e) {
            return world.get(context, key);
        }
    }

    private boolean succeeded(String session, String direction) {
        return acknowledged(() -> world.tasks(session, "TaskType", direction).stream()
                .allMatch(task -> task.get("status").equals("Success")));
    }

    private boolean write(String session, Map<String, String> files) {
        return acknowledged(() -> {
            files.forEach((path, content) -> world.write(session, path, content));
            return true;
        });
    }

    private void upload(String session, String context, Map<String, String> files) {
        Set<String> all = new HashSet<>(expected.keys(context));
        all.addAll(files.keySet());
        all.forEach(key -> expected.mayHold(context, key, Optional.ofNullable(files.get(key))));
        boolean accepted = acknowledged(() -> {
            world.upload(session, context, ROOT);
            return true;
        });
        world.settle();
        if (accepted && succeeded(session, "upload")) {
            all.forEach(key -> expected.holds(context, key, Optional.ofNullable(files.get(key))));
        }
    }

    /** A context of its own, because from now on it forgets. */
    private void recycle() {
        create();
        List<String> contexts = expected.contexts();
        if (contexts.isEmpty()) {
            return;
        }
        String context = contexts.get(random.nextInt(contexts.size()));
        expected.mayRecycle(context);
        if (!session(context, RECYCLES).isEmpty()) {
            expected.recycles(context);
            put(context, key(), content());
        }
        letDaysPass();
    }

    private void letDaysPass() {
        Set<String> recycling = expected.recycling().keySet();
        recycling.forEach(
                context -> expected.keys(context).forEach(key -> expected.mayHold(context, key, Expected.ABSENT)));
        expected.forgetSessions();
        world.run(Duration.ofDays(2));
        recycling.forEach(this::seenRecycled);
    }

    /** What a caller of a service that can still write saw to be gone must stay so. */
    private void seenRecycled(String context) {
        boolean writes = done("DeleteContextFile", "ContextId", context, "FilePath", ROOT + "/none");
        if (writes && acknowledged(() -> world.allKeys(context).isEmpty())) {
            expected.keys(context).forEach(key -> expected.holds(context, key, Expected.ABSENT));
        }
    }
}
