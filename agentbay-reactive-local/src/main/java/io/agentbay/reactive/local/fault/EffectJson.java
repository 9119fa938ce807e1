package io.agentbay.reactive.local.fault;

import io.agentbay.reactive.local.core.ClearFault;
import io.agentbay.reactive.local.core.TaskFault;
import io.agentbay.reactive.local.fault.CallFault.When;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The effects of faults as keys of a JSON object; {@code effect} says which, the others its details. */
final class EffectJson {

    private EffectJson() {}

    /** How JSON spells a constant: {@code AFTER_WORK} is {@code after-work}. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static FaultEffect read(FaultTarget target, JsonKeys keys) {
        if (target.isTask()) {
            return new FaultEffect.OfTask(task(keys));
        }
        if (target.kind() == FaultTarget.Kind.CLEARING) {
            ClearFault fault = keys.word("effect", ClearFault.class);
            return new FaultEffect.OfClear(fault);
        }
        return call(keys);
    }

    private static TaskFault task(JsonKeys keys) {
        TaskFault.Kind kind = keys.word("effect", TaskFault.Kind.class);
        return new TaskFault(kind, kind.hasReason() ? keys.text("reason") : "");
    }

    private static CallEffect call(JsonKeys keys) {
        return switch (keys.word("effect", CallWord.class)) {
            case DELAY -> delay(keys);
            case STATUS -> new CallEffect.Status(keys.whole("status"), keys.text("code"), Optional.empty());
            case THROTTLE -> CallEffect.Status.throttled(keys.millis("retryAfterMillis"));
            case GARBAGE -> new CallEffect.Garbage();
            case DROP -> new CallEffect.Dropped(keys.word("when", When.class), false);
            case RESET -> new CallEffect.Dropped(keys.word("when", When.class), true);
            case END_SESSION -> new CallEffect.EndedSession();
            case EXPIRE_URL -> new CallEffect.ExpiredUrl();
            case LOSE_DATA -> new CallEffect.LostData();
        };
    }

    private static CallEffect delay(JsonKeys keys) {
        return keys.has("sigma")
                ? new CallEffect.LogNormal(keys.millis("medianMillis"), keys.number("sigma"))
                : new CallEffect.Delayed(keys.millis("millis"));
    }

    static Map<String, Object> write(FaultEffect effect) {
        Map<String, Object> json = new LinkedHashMap<>();
        if (effect instanceof FaultEffect.OfTask task) {
            json.put("effect", word(task.fault().kind()));
            if (task.fault().kind().hasReason()) {
                json.put("reason", task.fault().reason());
            }
        } else if (effect instanceof FaultEffect.OfClear clear) {
            json.put("effect", word(clear.fault()));
        } else {
            write((CallEffect) effect, json);
        }
        return json;
    }

    private static void write(CallEffect effect, Map<String, Object> json) {
        json.put("effect", word(CallWord.of(effect)));
        if (effect instanceof CallEffect.Delayed delayed) {
            json.put("millis", delayed.delay().toMillis());
        } else if (effect instanceof CallEffect.LogNormal drawn) {
            json.put("medianMillis", drawn.median().toMillis());
            json.put("sigma", drawn.sigma());
        } else if (effect instanceof CallEffect.Dropped dropped) {
            json.put("when", word(dropped.when()));
        } else if (effect instanceof CallEffect.Status status) {
            status.retryAfter().ifPresentOrElse(wait -> json.put("retryAfterMillis", wait.toMillis()), () -> {
                json.put("status", status.status());
                json.put("code", status.code());
            });
        }
    }

    /** The effects of calls by name. */
    private enum CallWord {
        DELAY,
        STATUS,
        THROTTLE,
        GARBAGE,
        DROP,
        RESET,
        END_SESSION,
        EXPIRE_URL,
        LOSE_DATA;

        static CallWord of(CallEffect effect) {
            if (effect instanceof CallEffect.Status status) {
                return status.retryAfter().isPresent() ? THROTTLE : STATUS;
            }
            if (effect instanceof CallEffect.Dropped dropped) {
                return dropped.reset() ? RESET : DROP;
            }
            return Objects.requireNonNull(Map.of(
                            CallEffect.Delayed.class, DELAY,
                            CallEffect.LogNormal.class, DELAY,
                            CallEffect.Garbage.class, GARBAGE,
                            CallEffect.EndedSession.class, END_SESSION,
                            CallEffect.ExpiredUrl.class, EXPIRE_URL,
                            CallEffect.LostData.class, LOSE_DATA)
                    .get(effect.getClass()));
        }
    }
}
