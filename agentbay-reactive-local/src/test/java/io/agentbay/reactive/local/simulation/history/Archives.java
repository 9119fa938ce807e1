package io.agentbay.reactive.local.simulation.history;

import io.agentbay.reactive.local.simulation.history.Truth.Version;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** Archives that mounts are stored as: every file in them with all its versions, looked at when one has changed. */
public final class Archives {

    private static final String ENDING = ".archive.zip";

    private final LongSupplier now;
    private final Map<Key, Map<String, Timed>> entries = new HashMap<>();
    private final Set<Key> changed = new LinkedHashSet<>();

    Archives(LongSupplier now) {
        this.now = now;
    }

    /** An object of a context. */
    public record Key(String context, String key) {}

    /** The archive of a mount. */
    public static Key of(String context, String root) {
        var name = root.isEmpty() ? "mount" : root.substring(root.lastIndexOf('/') + 1);
        return new Key(context, root + "/" + name + ENDING);
    }

    void changed(String context, String key) {
        if (key.endsWith(ENDING)) {
            changed.add(new Key(context, key));
        }
    }

    /** Those that changed since the last call. */
    public Set<Key> takeChanged() {
        var taken = new LinkedHashSet<>(changed);
        changed.clear();
        return taken;
    }

    /** An archive holds this now; null when it is gone. */
    public void holds(Key archive, byte @Nullable [] content) {
        var found = content == null ? Map.<String, Version>of() : files(content);
        var known = entries.computeIfAbsent(archive, any -> new TreeMap<>());
        found.forEach((file, version) ->
                known.computeIfAbsent(file, any -> new Timed()).add(version));
        known.forEach((file, versions) -> {
            if (!found.containsKey(file)) {
                versions.add(new Version(now.getAsLong(), null, 0, ""));
            }
        });
    }

    private Map<String, Version> files(byte[] content) {
        var found = new TreeMap<String, Version>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var bytes = zip.readAllBytes();
                found.put("/" + entry.getName(), new Version(now.getAsLong(), Sha256.of(bytes), bytes.length, ""));
            }
        } catch (IOException e) {
            throw new IllegalStateException("no archive", e);
        }
        return found;
    }

    /** All versions of a file in an archive, by its path below the mount; none when it never was. */
    public Timed file(Key archive, String below) {
        return entries.getOrDefault(archive, Map.of()).getOrDefault(below, Timed.NOTHING);
    }

    /** Every file that was ever in an archive. */
    public Collection<String> files(Key archive) {
        return entries.getOrDefault(archive, Map.of()).keySet();
    }
}
