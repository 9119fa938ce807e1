package io.agentbay.reactive.local.simulation.workload;

import io.agentbay.reactive.common.ContextId;
import io.agentbay.reactive.context.AgentBayContext;
import io.agentbay.reactive.local.simulation.history.Op;
import io.agentbay.reactive.local.simulation.history.Sha256;
import java.nio.charset.StandardCharsets;
import reactor.core.publisher.Mono;

/** Contexts and the files in them. */
final class ContextDeeds {

    private ContextDeeds() {}

    /** The context of this name, made when it is not there. */
    static Mono<ContextId> known(Actor actor, String name) {
        return Mono.defer(() -> {
            var id = actor.contexts().get(name);
            return id != null
                    ? Mono.just(id)
                    : actor.client()
                            .api()
                            .contexts()
                            .getOrCreate(name)
                            .map(AgentBayContext::id)
                            .doOnNext(found -> actor.contexts().put(name, found));
        });
    }

    static Deed getOrCreate(String name) {
        return new Deed(
                "context " + name,
                (actor, op) -> actor.client().api().contexts().getOrCreate(name).doOnNext(found -> {
                    actor.contexts().put(name, found.id());
                    op.claims("I1", () -> named(actor, op, found.id(), name));
                }));
    }

    private static @org.jspecify.annotations.Nullable String named(Actor actor, Op op, ContextId id, String name) {
        String last = null;
        for (var each : actor.world().truth().names(id.value())) {
            if (each.at() <= op.ended()) {
                if (each.at() >= op.invoked() && name.equals(each.name())) {
                    return null;
                }
                last = each.at() < op.invoked() ? each.name() : last;
            }
        }
        return name.equals(last) ? null : op.step() + " " + op.what() + " succeeded, but no context was named so";
    }

    static Deed rename(String name, String to) {
        return new Deed("rename " + name + " to " + to, (actor, op) -> {
            var id = actor.contexts().get(name);
            if (id == null) {
                return null;
            }
            return actor.client().api().contexts().rename(id, to).doOnSuccess(done -> {
                actor.contexts().remove(name);
                actor.contexts().put(to, id);
                op.claims("I1", () -> named(actor, op, id, to));
            });
        });
    }

    static Deed delete(String name) {
        return new Deed("delete context " + name, (actor, op) -> {
            var id = actor.contexts().get(name);
            if (id == null) {
                return null;
            }
            return actor.client().api().contexts().delete(id).doOnSuccess(done -> {
                actor.contexts().remove(name, id);
                op.claims("I1", () -> {
                    boolean gone = actor.world().truth().names(id.value()).stream()
                            .anyMatch(each -> each.name() == null && each.at() <= op.ended());
                    return gone ? null : op.step() + " " + op.what() + " succeeded, but it is still there";
                });
            });
        });
    }

    static Deed clear(String name) {
        return new Deed("clear " + name, (actor, op) -> {
            var id = actor.contexts().get(name);
            if (id == null) {
                return null;
            }
            return actor.client()
                    .api()
                    .contexts()
                    .clear(id)
                    .doOnSuccess(done -> op.claims("I1", () -> {
                        var truth = actor.world().truth();
                        for (var key : truth.keys(id.value())) {
                            boolean gone = truth.object(id.value(), key)
                                    .everBetween(op.invoked(), op.ended(), version -> version.hash() == null);
                            var before = truth.object(id.value(), key).at(op.invoked());
                            if (before != null && !gone) {
                                return op.step() + " " + op.what() + " succeeded, but " + key + " stayed";
                            }
                        }
                        return null;
                    }));
        });
    }

    static Deed write(String name, String path, String text) {
        return new Deed("put " + name + path + " " + brief(text), (actor, op) -> {
            var id = actor.contexts().get(name);
            return id == null ? null : write(actor, op, id, path, text);
        });
    }

    /** The same, whether the context is known already or not. */
    static Deed putKnown(String name, String path, String text) {
        return new Deed(
                "put " + name + path + " " + brief(text),
                (actor, op) -> known(actor, name).flatMap(id -> write(actor, op, id, path, text)));
    }

    private static Mono<Void> write(Actor actor, Op op, ContextId id, String path, String text) {
        var hash = Sha256.of(text.getBytes(StandardCharsets.UTF_8));
        return actor.client()
                .api()
                .contexts()
                .files(id)
                .write(path, text)
                .doOnSuccess(done -> op.claims("I1", () -> {
                    boolean there = actor.world()
                            .truth()
                            .object(id.value(), path)
                            .everBetween(op.invoked(), op.ended(), version -> hash.equals(version.hash()));
                    return there ? null : op.step() + " " + op.what() + " succeeded, but it was never there";
                }));
    }

    static Deed read(String name, String path) {
        return new Deed("get " + name + path, (actor, op) -> {
            var id = actor.contexts().get(name);
            if (id == null) {
                return null;
            }
            return actor.client().api().contexts().files(id).readText(path).doOnNext(text -> {
                op.tells(brief(text));
                var hash = Sha256.of(text.getBytes(StandardCharsets.UTF_8));
                op.claims("I1", () -> {
                    boolean there = actor.world()
                            .truth()
                            .object(id.value(), path)
                            .everBetween(op.invoked(), op.ended(), version -> hash.equals(version.hash()));
                    return there ? null : op.step() + " " + op.what() + " returned what was never there";
                });
            });
        });
    }

    static Deed deleteFile(String name, String path) {
        return new Deed("remove " + name + path, (actor, op) -> {
            var id = actor.contexts().get(name);
            return id == null ? null : actor.client().api().contexts().files(id).delete(path);
        });
    }

    static String brief(String text) {
        return text.length() <= 24 ? text : text.substring(0, 24) + "...(" + text.length() + ")";
    }
}
