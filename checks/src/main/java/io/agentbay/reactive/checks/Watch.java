package io.agentbay.reactive.checks;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import reactor.core.publisher.Hooks;

/** Starts watching for leaks and dropped errors before the first test class, and with it Netty, is loaded. */
public final class Watch implements LauncherSessionListener {

    private static final System.Logger LOG = System.getLogger(Watch.class.getName());

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        LeakDetector.install();
        Hooks.onErrorDropped(Watch::dropped);
    }

    private static void dropped(Throwable error) {
        LOG.log(System.Logger.Level.ERROR, "Dropped by Reactor", error);
        Findings.add("Reactor dropped " + error + ": an error that nobody could be told of");
    }
}
