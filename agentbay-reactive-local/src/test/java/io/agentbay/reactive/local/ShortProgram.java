package io.agentbay.reactive.local;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Uses a service and its client for a moment and closes them; says which threads that leaves. */
public final class ShortProgram {

    private static final int SECONDS = 60;

    private ShortProgram() {}

    /** Argument: the directory for the data. */
    public static void main(String[] arguments) throws InterruptedException {
        try (AgentBayLocal local = AgentBayLocal.start(Path.of(arguments[0]))) {
            local.client().contexts().getOrCreate("used").block();
            System.out.println("used, agentbay threads: " + areThereOurs());
        }
        var alive = threads()
                .filter(thread -> !thread.isDaemon() && !thread.getName().equals("DestroyJavaVM"));
        System.out.println("closed, alive without being asked: "
                + alive.map(Thread::getName).toList());
        for (int second = 0; second < SECONDS && areThereOurs(); second++) {
            TimeUnit.SECONDS.sleep(1);
        }
        System.out.println("a little later, agentbay threads: " + areThereOurs());
    }

    private static Stream<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream();
    }

    private static boolean areThereOurs() {
        return threads().anyMatch(thread -> thread.getName().startsWith("agentbay-"));
    }
}
