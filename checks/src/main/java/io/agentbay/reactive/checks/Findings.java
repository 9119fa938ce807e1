package io.agentbay.reactive.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What went wrong somewhere in the JVM while tests ran, until a test class is made to answer for it. */
final class Findings {

    private static final Queue<String> OPEN = new ConcurrentLinkedQueue<>();

    private Findings() {}

    static void add(String finding) {
        OPEN.add(finding);
    }

    static List<String> take() {
        List<String> taken = new ArrayList<>();
        for (var finding = OPEN.poll(); finding != null; finding = OPEN.poll()) {
            taken.add(finding);
        }
        return taken;
    }
}
