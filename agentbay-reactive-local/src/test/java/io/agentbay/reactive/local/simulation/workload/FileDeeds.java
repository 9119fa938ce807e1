package io.agentbay.reactive.local.simulation.workload;

import io.agentbay.reactive.common.Content;
import io.agentbay.reactive.local.simulation.history.Op;
import io.agentbay.reactive.local.simulation.history.Sha256;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Files inside sessions. */
final class FileDeeds {

    private FileDeeds() {}

    /** A text and where it goes. */
    record Written(String path, String text) {
        @Override
        public String toString() {
            return path.substring(path.lastIndexOf('/') + 1) + "=" + ContextDeeds.brief(text);
        }
    }

    static Deed write(String slot, Written file, boolean bytes) {
        return new Deed("write " + slot + " " + file + (bytes ? " as bytes" : ""), (actor, op) -> {
            var session = actor.session(slot);
            if (session == null) {
                return null;
            }
            var content = file.text().getBytes(StandardCharsets.UTF_8);
            var work = bytes
                    ? session.files().write(file.path(), Content.of(content))
                    : session.files().write(file.path(), file.text());
            return work.doOnSuccess(
                    done -> op.claims("I1", () -> held(actor, op, session.id().value(), file.path(), content)));
        });
    }

    private static @Nullable String held(Actor actor, Op op, String session, String path, byte[] content) {
        var hash = Sha256.of(content);
        boolean there = actor.world()
                .truth()
                .file(session, path)
                .everBetween(op.invoked(), op.ended(), version -> hash.equals(version.hash()));
        return there ? null : op.step() + " " + op.what() + " succeeded, but the session never held that";
    }

    static Deed read(String slot, String path) {
        return new Deed("read " + slot + " " + path, (actor, op) -> {
            var session = actor.session(slot);
            if (session == null) {
                return null;
            }
            return session.files().readText(path).doOnNext(text -> {
                op.tells(ContextDeeds.brief(text));
                op.claims(
                        "I1", () -> held(actor, op, session.id().value(), path, text.getBytes(StandardCharsets.UTF_8)));
            });
        });
    }

    static Deed delete(String slot, String path) {
        return new Deed("delete " + slot + " " + path, (actor, op) -> {
            var session = actor.session(slot);
            return session == null ? null : session.files().delete(path);
        });
    }
}
