package io.agentbay.reactive.local.simulation.workload;

import io.agentbay.reactive.common.MountOutcome.Level;
import io.agentbay.reactive.local.simulation.fault.Sky;
import io.agentbay.reactive.local.simulation.world.Chances;
import io.agentbay.reactive.session.CloseMode;
import io.agentbay.reactive.sync.AutoSync;
import io.agentbay.reactive.sync.SyncPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Programs made by chance: each step depends on its name alone, so that it stays itself when others are left out. */
public final class Programs {

    private static final List<SyncPolicy> POLICIES = List.of(
            SyncPolicy.onDemand(),
            SyncPolicy.onDemand(),
            SyncPolicy.manual().keepingDeleted(),
            SyncPolicy.manual().keepingDeleted(),
            SyncPolicy.manual(),
            SyncPolicy.onDemand().keepingDeleted(),
            SyncPolicy.onDemand().autoSync(AutoSync.every(Duration.ofSeconds(7))),
            SyncPolicy.uploadOnly(),
            SyncPolicy.readOnly());

    /** Those whose uploads may delete what they never held. */
    private static final List<SyncPolicy> MIRRORED = List.of(SyncPolicy.onDemand(), SyncPolicy.manual());

    private static final List<SyncPolicy> ARCHIVED = List.of(
            SyncPolicy.onDemand().archived(),
            SyncPolicy.manual().keepingDeleted().archived());
    private static final String ARCHIVE = "c4";

    /** Longer than the file a read has got half of when it breaks off. */
    private static final int LONG = 2_000;

    /** Milliseconds after which a listing shows what was put, unless it lags. */
    private static final long LISTED = 1_500;

    private final Chances chances;
    private final Sky sky;

    public Programs(Chances chances, Sky sky) {
        this.chances = chances;
        this.sky = sky;
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
            case SHARING -> managed(random, "s" + index);
            case CONDITIONAL -> managed(random, "s0");
            case FILLING ->
                index == 0 ? ContextDeeds.putKnown("c0", path(random), text(item, random)) : filling(random, "s0");
            case TRANSFERS -> ContextDeeds.putKnown("c0", file(random), longText(item, random));
            default -> create(random, "s0");
        };
    }

    private Deed filling(SplittableRandom random, String slot) {
        boolean later = sky.isStormy() && random.nextInt(3) > 0;
        var policy = !sky.isStormy() ? SyncPolicy.onDemand() : MIRRORED.get(random.nextInt(MIRRORED.size()));
        return SessionDeeds.create(slot, "c0", policy, idle(random), later);
    }

    /** Mostly the one, so that many meet there. */
    private static String file(SplittableRandom random) {
        return SessionDeeds.MOUNT + (random.nextInt(3) == 0 ? "/f1" : "/f0");
    }

    /** Of one length; often what was there before, so that a content comes and goes and comes. */
    private static String longText(String item, SplittableRandom random) {
        int kind = random.nextInt(3);
        return ((kind == 2 ? item : "again" + kind) + ".").repeat(LONG).substring(0, LONG);
    }

    private Deed deed(String item, SplittableRandom random, Style style) {
        return style.isWeighted() ? weighted(item, random, style) : deed(item, random);
    }

    private Deed weighted(String item, SplittableRandom random, Style style) {
        var slot = "s" + (style.meets() ? 0 : random.nextInt(2));
        return switch (style.kind(random)) {
            case WRITE -> FileDeeds.write(slot, written(item, random), random.nextInt(8) == 0);
            case UPLOAD -> SyncDeeds.upload(slot, level(random));
            case PERSIST -> SyncDeeds.persist(slot, written(item, random));
            case DOWNLOAD -> SyncDeeds.download(slot, level(random), random.nextInt(4) == 0);
            case CLOSE -> SessionDeeds.close(slot, CloseMode.SAVE_FIRST);
            case CREATE -> creating(random, slot, style);
            case USE -> SessionDeeds.use(context(random), policy(random), idle(random), several(item, random));
            case HAND_OVER -> SessionDeeds.handOver("s0", "s1");
            case CONTEXT ->
                style == Style.TRANSFERS
                        ? ContextDeeds.write("c0", file(random), longText(item, random))
                        : ContextDeeds.write("c0", path(random), text(item, random));
            case READ -> ContextDeeds.read("c0", file(random));
            case VERSION -> SyncDeeds.versioned(slot);
            case UNCHANGED -> SyncDeeds.ifUnchanged(slot);
            case BIND -> SyncDeeds.bind(slot, context(random), policy(random));
            case CLEAR -> ContextDeeds.clear("c0");
        };
    }

    private Deed creating(SplittableRandom random, String slot, Style style) {
        return switch (style) {
            case SHARING -> managed(random, slot);
            case FILLING -> filling(random, slot);
            default -> create(random, slot);
        };
    }

    private Deed managed(SplittableRandom random, String slot) {
        return SessionDeeds.create(slot, "c0", SyncPolicy.manual().keepingDeleted(), idle(random), false);
    }

    private Deed deed(String item, SplittableRandom random) {
        var slot = "s" + random.nextInt(2);
        int kind = random.nextInt(108);
        if (kind < 26) {
            return FileDeeds.write(slot, written(item, random), random.nextInt(8) == 0);
        }
        if (kind < 46) {
            return SyncDeeds.upload(slot, level(random));
        }
        if (kind < 52) {
            return SyncDeeds.persist(slot, written(item, random));
        }
        if (kind < 60) {
            return SessionDeeds.close(slot, random.nextInt(8) == 0 ? CloseMode.WITHOUT_SAVING : CloseMode.SAVE_FIRST);
        }
        if (kind < 68) {
            return create(random, slot);
        }
        return rarer(item, random, slot, kind);
    }

    private Deed rarer(String item, SplittableRandom random, String slot, int kind) {
        if (kind < 73) {
            return SyncDeeds.download(slot, level(random), random.nextInt(4) == 0);
        }
        if (kind < 78) {
            return SessionDeeds.use(context(random), policy(random), idle(random), several(item, random));
        }
        if (kind < 81) {
            return FileDeeds.delete(slot, path(random));
        }
        if (kind < 84) {
            return FileDeeds.read(slot, path(random));
        }
        if (kind < 87) {
            return ContextDeeds.write(context(random), path(random), text(item, random));
        }
        if (kind < 90) {
            return ContextDeeds.read(context(random), path(random));
        }
        return rarest(random, slot, kind);
    }

    private Deed rarest(SplittableRandom random, String slot, int kind) {
        return switch (kind) {
            case 90 -> ContextDeeds.deleteFile(context(random), path(random));
            case 91, 92 -> SessionDeeds.handOver("s0", "s1");
            case 93 -> SyncDeeds.merge(slot);
            case 94 -> ContextDeeds.clear(context(random));
            case 95 -> ContextDeeds.rename(context(random), "c" + random.nextInt(2, 4));
            case 96 ->
                sky.isStormy() && random.nextInt(3) == 0
                        ? ContextDeeds.delete(context(random))
                        : SessionDeeds.keepAlive(slot);
            case 98, 99 -> SyncDeeds.versioned(slot);
            case 100, 101, 102 -> SyncDeeds.ifUnchanged(slot);
            case 103, 104, 105 -> SyncDeeds.bind(slot, context(random), policy(random));
            case 97 -> random.nextInt(2) == 0 ? SessionDeeds.detach(slot) : SessionDeeds.deleteUnsaved(slot);
            default -> ContextDeeds.getOrCreate(context(random));
        };
    }

    private Deed create(SplittableRandom random, String slot) {
        boolean later = sky.isStormy() && random.nextInt(5) == 0;
        if (random.nextInt(14) == 0) {
            var archived = ARCHIVED.get(random.nextInt(ARCHIVED.size()));
            return SessionDeeds.create(slot, ARCHIVE, archived, idle(random), later);
        }
        return SessionDeeds.create(slot, context(random), policy(random), idle(random), later);
    }

    private SyncPolicy policy(SplittableRandom random) {
        var policy = POLICIES.get(random.nextInt(POLICIES.size()));
        boolean needsDownload = !policy.downloadsAutomatically() && policy.propagatesDeletions();
        return !sky.isStormy() && needsDownload ? SyncPolicy.onDemand() : policy;
    }

    private Duration idle(SplittableRandom random) {
        return !sky.isStormy()
                ? Duration.ofMinutes(30)
                : Duration.ofSeconds(random.nextInt(4) == 0 ? random.nextLong(20, 120) : random.nextLong(300, 1_800));
    }

    private static String context(SplittableRandom random) {
        return "c" + (random.nextInt(3) == 0 ? 1 : 0);
    }

    private static Level level(SplittableRandom random) {
        int kind = random.nextInt(6);
        return kind == 0 ? Level.VERIFIED : kind <= 2 ? Level.LISTED : Level.CONFIRMED;
    }

    private static String path(SplittableRandom random) {
        int n = random.nextInt(4);
        if (random.nextInt(14) == 0) {
            return SessionDeeds.MORE + "/f" + n;
        }
        return SessionDeeds.MOUNT + (n == 3 ? "/deep/f3" : "/f" + n);
    }

    private static FileDeeds.Written written(String item, SplittableRandom random) {
        return new FileDeeds.Written(path(random), text(item, random));
    }

    private static List<FileDeeds.Written> several(String item, SplittableRandom random) {
        return IntStream.range(0, random.nextInt(1, 4))
                .mapToObj(n -> new FileDeeds.Written(SessionDeeds.MOUNT + "/f" + n, text(item + "-" + n, random)))
                .toList();
    }

    /** Mostly of one length, so that sizes tell nothing; mostly never seen before. */
    private static String text(String item, SplittableRandom random) {
        int kind = random.nextInt(10);
        if (kind == 0) {
            return "the same again";
        }
        var text = new StringBuilder(item);
        int length = kind == 1 ? random.nextInt(100, 4_000) : kind == 2 ? item.length() : 24;
        while (text.length() < length) {
            text.append('.');
        }
        return text.toString();
    }
}
