package io.agentbay.reactive.internal.autosync;

import io.agentbay.reactive.event.Operation;
import io.agentbay.reactive.event.Progress.Phase;
import io.agentbay.reactive.internal.event.Operations;
import io.agentbay.reactive.sync.AutoSync;
import io.agentbay.reactive.sync.Mount;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.context.ContextView;

/** The automatic uploads of one mount: either one alarm is set or one round is due or under way. */
final class MountTimer implements RoundLine.Turn {

    private final AutoSyncs client;
    private final SyncedSession session;
    private final Mount mount;
    private final boolean watches;
    private final Rhythm rhythm;
    private final MountWatch watch;
    private final ContextView context;
    private final Sinks.Empty<Void> cancelled = Sinks.empty();
    private @Nullable Disposable alarm;
    private boolean on;
    private boolean round;

    MountTimer(AutoSyncs client, SyncedSession session, Mount mount, AutoSync rule, ContextView context) {
        this.client = client;
        this.session = session;
        this.mount = mount;
        this.watches = rule.longestWait() != null;
        this.rhythm = Rhythm.of(rule, client.runtime().nanos(), client.runtime().random());
        this.watch = new MountWatch(client, session, mount);
        this.context = context;
    }

    synchronized void start() {
        on = true;
        arm(0);
    }

    /** Begins no more rounds; one under way goes on. */
    void stop() {
        disarm();
        watch.end();
    }

    /** Ends a round under way too. */
    void cancel() {
        stop();
        cancelled.tryEmitEmpty();
    }

    @Override
    public String what() {
        return "Syncing " + mount.path() + " of session " + session.id();
    }

    /** Somebody else may have uploaded, or the session may have been closed, while this waited for its turn. */
    @Override
    public Mono<Void> round() {
        return Mono.defer(() -> isOn() && session.activity(mount).isDue(watch.on()) ? upload() : Mono.empty())
                .takeUntilOther(cancelled.asMono())
                .doFinally(end -> rest());
    }

    private Mono<Void> upload() {
        var what = new Operations.Spec(
                Operation.Kind.AUTO_SYNC, session.id(), mount.context().value(), mount.path());
        return client.operations()
                .run(what, report -> report, progress -> {
                    progress.update(now -> now.withPhase(Phase.TRANSFERRING));
                    return session.upload(mount).doOnNext(report -> succeeded()).doOnError(this::failed);
                })
                .contextWrite(own -> own.putAll(context))
                .then()
                .onErrorResume(session::lookIfGone);
    }

    private void succeeded() {
        synchronized (this) {
            rhythm.succeeded(now());
        }
        session.succeeded(mount);
    }

    /** Noted before the event is told, so that who hears it finds the failure where it is kept. */
    private void failed(Throwable error) {
        synchronized (this) {
            rhythm.failed(now());
        }
        session.failed(mount, error);
    }

    private void ring() {
        Activity activity = session.activity(mount);
        watch(activity);
        if (due(activity)) {
            client.line().join(this);
        }
    }

    private void watch(Activity activity) {
        if (watches && isOn() && activity.unseen() && !activity.resting()) {
            watch.begin();
        } else {
            watch.end();
        }
        if (!isOn()) {
            watch.end();
        }
    }

    private synchronized boolean due(Activity activity) {
        alarm = null;
        if (!on) {
            return false;
        }
        long wait = rhythm.look(now(), activity, watch.on());
        round = wait == 0;
        arm(wait);
        return round;
    }

    private synchronized void rest() {
        round = false;
        arm(0);
    }

    private void arm(long wait) {
        if (on && !round && alarm == null) {
            alarm = client.runtime().timer().schedule(this::ring, wait, TimeUnit.NANOSECONDS);
        }
    }

    private synchronized void disarm() {
        on = false;
        if (alarm != null) {
            alarm.dispose();
            alarm = null;
        }
    }

    private synchronized boolean isOn() {
        return on;
    }

    private long now() {
        return client.runtime().nanos();
    }
}
