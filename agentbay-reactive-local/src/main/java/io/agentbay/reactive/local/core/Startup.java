package io.agentbay.reactive.local.core;

import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** Brings back what was committed, and clears away what a crash left: living sessions, their files, orphaned blobs. */
final class Startup {

    private final Ground ground;
    private final ContextTable contexts;
    private final Blobs blobs;
    private final BlobCollector collector;
    private final Recycler recycler;

    Startup(Ground ground, ContextTable contexts, Blobs blobs, BlobCollector collector, Recycler recycler) {
        this.ground = ground;
        this.contexts = contexts;
        this.blobs = blobs;
        this.collector = collector;
        this.recycler = recycler;
    }

    void run(LedgerState state, SessionTable sessions, SessionLife life, ContextLife contextLife) throws IOException {
        prepareDirectories();
        collector.collectOrphans(state.blobs());
        state.blobs().forEach(blobs::add);
        state.contexts().forEach(contexts::add);
        state.objects().forEach(this::restore);
        endAll(state.sessions(), sessions, life);
        finishContexts(contextLife);
        recycler.restore(state.recycles());
        collector.collect();
    }

    private void prepareDirectories() throws IOException {
        ground.disk().createDirectories(BlobWriter.TEMPORARY);
        ground.disk().createDirectories(Blobs.DIRECTORY);
        ground.disk().deleteTree(SessionFiles.DIRECTORY);
        ground.disk().createDirectories(SessionFiles.DIRECTORY);
        Blobs.prepare(ground.disk());
    }

    private void restore(ObjectRow object) {
        contexts.find(object.contextId()).ifPresent(context -> {
            blobs.hold(object.blob());
            context.restore(object);
        });
    }

    private void endAll(List<SessionRow> rows, SessionTable sessions, SessionLife life) {
        Instant now = ground.nowKept();
        List<SessionRow> ended = rows.stream().map(row -> ended(row, now)).toList();
        if (!ended.equals(rows)) {
            ground.journal().change(() -> {
                ground.journal().commit(changes -> ended.forEach(changes::put));
                return ended;
            });
        }
        for (SessionRow row : ended) {
            sessions.addEnded(row);
            life.planForget(row, row.ended() == null ? now : row.ended());
        }
    }

    private static SessionRow ended(SessionRow row, Instant now) {
        return row.ended() != null ? row : new SessionRow(row.id(), row.tenant(), row.created(), now);
    }

    /** Contexts of transfers end with their sessions; an accepted clear is done. */
    private void finishContexts(ContextLife life) {
        for (StoredContext context : contexts.all()) {
            if (context.row().internal()) {
                life.delete(context);
            } else if (context.row().clearing()) {
                life.finishClear(context);
            }
        }
    }
}
