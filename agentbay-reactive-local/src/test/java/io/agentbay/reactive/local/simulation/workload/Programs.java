package io.agentbay.reactive.local.simulation.workload;

import io.agentbay.reactive.common.MountOutcome.Level;
import io.agentbay.reactive.local.simulation.fault.Sky;
import io.agentbay.reactive.local.simulation.world.Chances;
import io.agentbay.reactive.session.CloseMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Programs made by chance: each step depends on its name alone, so that it stays itself when others are left out. */
public final class Programs {

    /** Milliseconds after which a listing shows what was put, unless it lags. */
    private static final long LISTED = 1_500;

    private final Chances chances;
    private final Sky sky;
    private final SessionChoice sessions;

    public Programs(Chances chances, Sky sky) {
        this.chances = chances;
        this.sky = sky;
        this.sessions = new SessionChoice(sky);
    }

    /** The steps of one line of a client's program. */
    public List<Step> line(String name) {
        var random = chances.draw(name);
        int count = random.nextInt(4, 16);
        var style = Style.of(chances, name.substring(0, 1));
        var steps = new ArrayList<Step>();
        for (int i = 0; i < count; i++) {
            steps.add(step(name + "." + i, i, style));
        }
        return steps;
    }

    /** What a client does that starts after another one crashed. */
    public static List<Step> afterCrash(String name, String crashed) {
        return List.of(new Step(name + ".0", SessionDeeds.sweep(crashed), Duration.ZERO, null));
    }

    private Step step(String item, int index, Style style) {
        var random = chances.draw(item);
        boolean opens = index < style.opening();
        var deed = opens ? opening(item, random, index, style) : deed(item, random, style);
        long pause = random.nextInt(style.longPause()) == 0 ? random.nextLong(0, 8_000) : random.nextLong(0, 300);
        if (opens && index > 0 && style == Style.FILLING) {
            pause += LISTED;
        }
        boolean cancels = sky.givesUp() && random.nextInt(style.meets() ? 5 : 12) == 0;
        return new Step(item, deed, Duration.ofMillis(pause), cancels ? cancelAfter(random) : null);
    }

    private static @Nullable Duration cancelAfter(SplittableRandom random) {
        return Duration.ofMillis(random.nextInt(2) == 0 ? random.nextLong(1, 250) : random.nextLong(100, 9_000));
    }

    private Deed opening(String item, SplittableRandom random, int index, Style style) {
        return switch (style) {
            case SHARING -> sessions.managed(random, "s" + index);
            case CONDITIONAL -> sessions.managed(random, "s0");
            case FILLING ->
                index == 0
                        ? ContextDeeds.putKnown("c0", Contents.path(random), Contents.text(item, random))
                        : sessions.filling(random, "s0");
            case TRANSFERS -> ContextDeeds.putKnown("c0", Contents.file(random), Contents.longText(item, random));
            default -> sessions.create(random, "s0");
        };
    }

    private Deed deed(String item, SplittableRandom random, Style style) {
        return style.isWeighted() ? weighted(item, random, style) : deed(item, random);
    }

    private Deed weighted(String item, SplittableRandom random, Style style) {
        var slot = "s" + (style.meets() ? 0 : random.nextInt(2));
        return switch (style.kind(random)) {
            case WRITE -> FileDeeds.write(slot, Contents.written(item, random), random.nextInt(8) == 0);
            case UPLOAD -> SyncDeeds.upload(slot, level(random));
            case PERSIST -> SyncDeeds.persist(slot, Contents.written(item, random));
            case DOWNLOAD -> SyncDeeds.download(slot, level(random), random.nextInt(4) == 0);
            case CLOSE -> SessionDeeds.close(slot, CloseMode.SAVE_FIRST);
            case CREATE -> creating(random, slot, style);
            case USE ->
                SessionDeeds.use(
                        context(random),
                        sessions.policy(random),
                        sessions.idle(random),
                        Contents.several(item, random));
            case HAND_OVER -> SessionDeeds.handOver("s0", "s1");
            case CONTEXT ->
                style == Style.TRANSFERS
                        ? ContextDeeds.write("c0", Contents.file(random), Contents.longText(item, random))
                        : ContextDeeds.write("c0", Contents.path(random), Contents.text(item, random));
            case READ -> ContextDeeds.read("c0", Contents.file(random));
            case VERSION -> SyncDeeds.versioned(slot);
            case UNCHANGED -> SyncDeeds.ifUnchanged(slot);
            case BIND -> SyncDeeds.bind(slot, context(random), sessions.policy(random));
            case CLEAR -> ContextDeeds.clear("c0");
        };
    }

    private Deed creating(SplittableRandom random, String slot, Style style) {
        return switch (style) {
            case SHARING -> sessions.managed(random, slot);
            case FILLING -> sessions.filling(random, slot);
            default -> sessions.create(random, slot);
        };
    }

    private Deed deed(String item, SplittableRandom random) {
        var slot = "s" + random.nextInt(2);
        int kind = random.nextInt(108);
        if (kind < 26) {
            return FileDeeds.write(slot, Contents.written(item, random), random.nextInt(8) == 0);
        }
        if (kind < 46) {
            return SyncDeeds.upload(slot, level(random));
        }
        if (kind < 52) {
            return SyncDeeds.persist(slot, Contents.written(item, random));
        }
        if (kind < 60) {
            return SessionDeeds.close(slot, random.nextInt(8) == 0 ? CloseMode.WITHOUT_SAVING : CloseMode.SAVE_FIRST);
        }
        if (kind < 68) {
            return sessions.create(random, slot);
        }
        return rarer(item, random, slot, kind);
    }

    private Deed rarer(String item, SplittableRandom random, String slot, int kind) {
        if (kind < 73) {
            return SyncDeeds.download(slot, level(random), random.nextInt(4) == 0);
        }
        if (kind < 78) {
            return SessionDeeds.use(
                    context(random), sessions.policy(random), sessions.idle(random), Contents.several(item, random));
        }
        if (kind < 81) {
            return FileDeeds.delete(slot, Contents.path(random));
        }
        if (kind < 84) {
            return FileDeeds.read(slot, Contents.path(random));
        }
        if (kind < 87) {
            return ContextDeeds.write(context(random), Contents.path(random), Contents.text(item, random));
        }
        if (kind < 90) {
            return ContextDeeds.read(context(random), Contents.path(random));
        }
        return rarest(random, slot, kind);
    }

    private Deed rarest(SplittableRandom random, String slot, int kind) {
        return switch (kind) {
            case 90 -> ContextDeeds.deleteFile(context(random), Contents.path(random));
            case 91, 92 -> SessionDeeds.handOver("s0", "s1");
            case 93 -> SyncDeeds.merge(slot);
            case 94 -> ContextDeeds.clear(context(random));
            case 95 -> ContextDeeds.rename(context(random), "c" + random.nextInt(2, 4));
            case 96 ->
                sky.isStormy() && random.nextInt(3) == 0
                        ? ContextDeeds.delete(context(random))
                        : SessionDeeds.keepAlive(slot);
            case 97 -> random.nextInt(2) == 0 ? SessionDeeds.detach(slot) : SessionDeeds.deleteUnsaved(slot);
            case 98, 99 -> SyncDeeds.versioned(slot);
            case 100, 101, 102 -> SyncDeeds.ifUnchanged(slot);
            case 103, 104, 105 -> SyncDeeds.bind(slot, context(random), sessions.policy(random));
            default -> ContextDeeds.getOrCreate(context(random));
        };
    }

    static String context(SplittableRandom random) {
        return "c" + (random.nextInt(3) == 0 ? 1 : 0);
    }

    private static Level level(SplittableRandom random) {
        int kind = random.nextInt(6);
        return kind == 0 ? Level.VERIFIED : kind <= 2 ? Level.LISTED : Level.CONFIRMED;
    }
}
