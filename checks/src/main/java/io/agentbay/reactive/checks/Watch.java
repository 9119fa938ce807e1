package io.agentbay.reactive.checks;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import reactor.core.publisher.Hooks;

/**
 * Starts watching for leaks and dropped errors before the first test class, and with it Netty, is loaded; and lets tests
 * wait for as long as a slow and busy machine may need, which costs nothing where it is neither.
 */
public final class Watch implements LauncherSessionListener {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final System.Logger LOG = System.getLogger(Watch.class.getName());

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        LeakDetector.install();
        Hooks.onErrorDropped(Watch::dropped);
        Thread.setDefaultUncaughtExceptionHandler(Watch::uncaught);
        Awaitility.doNotCatchUncaughtExceptionsByDefault();
        Awaitility.setDefaultTimeout(PATIENCE);
    }

    private static void uncaught(Thread thread, Throwable error) {
        LOG.log(System.Logger.Level.ERROR, "Uncaught in " + thread.getName(), error);
        Findings.add("Uncaught in " + thread.getName() + ": " + error);
    }

    private static void dropped(Throwable error) {
        LOG.log(System.Logger.Level.ERROR, "Dropped by Reactor", error);
        Findings.add("Reactor dropped " + error + ": an error that nobody could be told of");
    }
}
