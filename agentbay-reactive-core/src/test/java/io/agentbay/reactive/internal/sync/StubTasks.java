package io.agentbay.reactive.internal.sync;

import io.agentbay.reactive.stub.Answer;
import io.agentbay.reactive.stub.Recorded;
import io.agentbay.reactive.stub.ScriptedService;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Scripts the two actions of a sync: polls before the first trigger repeat one answer, those after it take their turn. */
final class StubTasks {

    static final String PATH = "/mnt/data";

    final List<Long> polledAt = new CopyOnWriteArrayList<>();
    final List<Long> triggeredAt = new CopyOnWriteArrayList<>();
    private final Deque<Answer> before = new ArrayDeque<>();
    private final Deque<Answer> after = new ArrayDeque<>();
    private int triggers = 1;

    StubTasks(ScriptedService service) {
        before.add(listing());
        service.on("SyncContext", this::trigger);
        service.on("GetContextInfo", this::poll);
    }

    StubTasks before(Answer... answers) {
        before.clear();
        before.addAll(List.of(answers));
        return this;
    }

    StubTasks after(Answer... answers) {
        after.addAll(List.of(answers));
        return this;
    }

    /** Answers as before until this many triggers came: mounts that sync at once all have the same baseline. */
    StubTasks triggers(int count) {
        triggers = count;
        return this;
    }

    private synchronized Answer trigger(Recorded request) {
        triggeredAt.add(System.nanoTime());
        return Answer.ok();
    }

    private synchronized Answer poll(Recorded request) {
        polledAt.add(System.nanoTime());
        Deque<Answer> script = triggeredAt.size() < triggers || after.isEmpty() ? before : after;
        return script.size() > 1 ? script.remove() : script.element();
    }

    /** An answer that lists these tasks, each text inside a text inside a text as the service does. */
    static Answer listing(String... tasks) {
        String list = "[" + String.join(",", tasks) + "]";
        String items = "[{\"type\":\"data\",\"data\":" + Answer.quote(list) + "}]";
        return Answer.ok("{\"ContextStatus\":" + Answer.quote(items) + "}");
    }

    static String task(String status, long start, long finish, String error) {
        return taskAt(PATH, status, start, finish, error);
    }

    static String taskAt(String path, String status, long start, long finish, String error) {
        return "{\"contextId\":\"ctx\",\"path\":" + Answer.quote(path) + ",\"errorMessage\":" + Answer.quote(error)
                + ",\"status\":" + Answer.quote(status) + ",\"startTime\":" + start + ",\"finishTime\":" + finish
                + ",\"taskType\":\"upload\"}";
    }

    static Answer[] times(int n, Answer answer, Answer last) {
        List<Answer> all = new ArrayList<>(Collections.nCopies(n, answer));
        all.add(last);
        return all.toArray(Answer[]::new);
    }
}
