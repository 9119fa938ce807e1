package io.agentbay.reactive.local.durability;

import io.agentbay.reactive.local.core.Expected;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * One user who changes contexts of its own until the service is gone, and writes down what was acknowledged. Every
 * content is another, and shows whether it is whole.
 */
final class Saver implements Runnable {

    private static final int KEYS = 5;
    private static final String ROOT = "/mnt/data";
    private static final String KEEPS = "{\"uploadPolicy\":{\"autoUpload\":false}}";

    private final String name;
    private final Random random;
    private final Expected expected = new Expected();
    private volatile WireClient client;
    private volatile long acknowledged;
    private int contents;

    Saver(String name, long seed, WireClient client) {
        this.name = name;
        this.random = new Random(seed);
        this.client = client;
    }

    /** How many operations were acknowledged in all. */
    long acknowledged() {
        return acknowledged;
    }

    void client(WireClient next) {
        client = next;
    }

    Expected expected() {
        return expected;
    }

    /** What the service shows of this user's contexts. */
    Expected.Shown shown() {
        return new Shown(client, name + "-");
    }

    @Override
    public void run() {
        try {
            while (true) {
                step();
                acknowledged++;
            }
        } catch (IOException gone) {
            return;
        }
    }

    private void step() throws IOException {
        List<String> contexts = expected.contexts();
        if (contexts.isEmpty()) {
            create();
        } else {
            step(contexts.get(random.nextInt(contexts.size())));
        }
    }

    private void step(String context) throws IOException {
        switch (random.nextInt(12)) {
            case 0 -> create();
            case 1 -> rename(context);
            case 2 -> clear(context);
            case 3 -> delete(context);
            case 4, 5 -> remove(context);
            case 6, 7 -> sync(context);
            default -> put(context);
        }
    }

    private String key() {
        return ROOT + "/" + random.nextInt(KEYS);
    }

    private String content() {
        return (name + " " + contents++ + " ").repeat(1 + random.nextInt(3_000));
    }

    /** An answer that refuses was no loss: then the service still runs, and the test has failed. */
    private void must(String action, String... fields) throws IOException {
        Map<String, Object> reply = client.call(action, fields);
        if (!Boolean.TRUE.equals(reply.get("Success"))) {
            throw new IllegalStateException(action + " was refused: " + reply);
        }
    }

    private void create() throws IOException {
        String wanted = name + "-" + random.nextInt(1_000_000);
        expected.mayCreate(wanted);
        expected.isNamed(client.context(wanted), Optional.of(wanted));
    }

    private void rename(String context) throws IOException {
        Optional<String> wanted = Optional.of(name + "-" + random.nextInt(1_000_000));
        expected.mayBeNamed(context, wanted);
        must("ModifyContext", "Id", context, "Name", wanted.get());
        expected.isNamed(context, wanted);
    }

    private void clear(String context) throws IOException {
        expected.keys(context).forEach(key -> expected.mayHold(context, key, Expected.ABSENT));
        must("ClearContext", "Id", context);
        expected.keys(context).forEach(key -> expected.holds(context, key, Expected.ABSENT));
        Map<String, Object> seen = client.data("GetContext", "ContextId", context);
        while (seen.get("State").equals("clearing")) {
            seen = client.data("GetContext", "ContextId", context);
        }
    }

    private void delete(String context) throws IOException {
        expected.mayBeNamed(context, Expected.ABSENT);
        must("DeleteContext", "Id", context);
        expected.isNamed(context, Expected.ABSENT);
    }

    private void remove(String context) throws IOException {
        String key = key();
        expected.mayHold(context, key, Expected.ABSENT);
        must("DeleteContextFile", "ContextId", context, "FilePath", key);
        expected.holds(context, key, Expected.ABSENT);
    }

    private void put(String context) throws IOException {
        String key = key();
        Optional<String> content = Optional.of(content());
        expected.mayHold(context, key, content);
        HttpResponse<String> reply = client.put(context, key, content.get());
        if (reply.statusCode() != 200) {
            throw new IllegalStateException("a PUT was refused: " + reply.body());
        }
        expected.holds(context, key, content);
    }

    private void sync(String context) throws IOException {
        Map<String, String> files = new HashMap<>();
        for (String key : client.keys(context)) {
            files.put(key, client.get(context, key).body());
        }
        String session = client.session(context, ROOT, KEEPS);
        expected.created(session);
        succeed(client.ended(session, "download"));
        for (int i = random.nextInt(3); i >= 0; i--) {
            String key = key();
            files.put(key, content());
            client.write(session, key, files.get(key));
        }
        upload(session, context, files);
        must("DeleteSessionAsync", "SessionId", session);
    }

    private void upload(String session, String context, Map<String, String> files) throws IOException {
        Set<String> all = new HashSet<>(expected.keys(context));
        all.addAll(files.keySet());
        all.forEach(key -> expected.mayHold(context, key, Optional.ofNullable(files.get(key))));
        client.upload(session, context, ROOT);
        succeed(client.ended(session, "upload"));
        all.forEach(key -> expected.holds(context, key, Optional.ofNullable(files.get(key))));
    }

    private static void succeed(String ended) {
        if (!ended.equals("Success")) {
            throw new IllegalStateException("a sync ended as " + ended);
        }
    }

    private record Shown(WireClient client, String prefix) implements Expected.Shown {

        @Override
        public Map<String, String> contexts() throws IOException {
            Map<String, String> own = client.contexts();
            own.values().removeIf(other -> !other.startsWith(prefix));
            return own;
        }

        @Override
        public List<String> keys(String context) throws IOException {
            return client.keys(context);
        }

        @Override
        public String content(String context, String key) throws IOException {
            return client.get(context, key).body();
        }
    }
}
