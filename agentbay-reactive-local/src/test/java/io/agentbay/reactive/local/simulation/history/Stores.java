package io.agentbay.reactive.local.simulation.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The stores of snapshots there are, seen from the service: what every manifest that was ever sent refers to. It looks
 * at every object the moment it goes, and at every manifest the moment it comes.
 */
public final class Stores {

    private static final String MANIFEST = "/agentbay-snapshots/catalog/snapshot-";
    private static final String OBJECTS = "/agentbay-snapshots/objects/";

    private final Truth truth;
    private final Map<String, Map<String, Told>> manifests = new HashMap<>();
    private final List<String> violations = new ArrayList<>();
    private int looks;

    public Stores(Truth truth) {
        this.truth = truth;
        truth.watch(this::changed);
    }

    /** Somebody sends this; whether it is kept is another question. */
    public void sent(String context, String key, byte[] content) {
        if (key.startsWith(MANIFEST)) {
            Told.of(content)
                    .ifPresent(told -> manifests
                            .computeIfAbsent(context, any -> new HashMap<>())
                            .put(key, told));
        }
    }

    /** What the manifest of a snapshot tells; empty when none was ever sent. */
    public Optional<Told> told(String snapshot) {
        return manifests.values().stream()
                .flatMap(all -> all.entrySet().stream())
                .filter(each -> each.getKey().startsWith(MANIFEST + snapshot + "-"))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Whether the manifest of a snapshot is there now. */
    public boolean isThere(String snapshot) {
        return manifests.entrySet().stream()
                .anyMatch(context -> context.getValue().keySet().stream()
                        .filter(key -> key.startsWith(MANIFEST + snapshot + "-"))
                        .anyMatch(key -> isThere(context.getKey(), key)));
    }

    /** What was deleted although a manifest referred to it, or had been when a manifest came that does. */
    public List<String> violations() {
        return violations;
    }

    /** How often it looked. */
    public int looks() {
        return looks;
    }

    private void changed(String context, String key, boolean gone) {
        if (gone && key.startsWith(OBJECTS)) {
            looks++;
            goes(context, key.substring(OBJECTS.length()));
        } else if (!gone && key.startsWith(MANIFEST)) {
            looks++;
            comes(context, key);
        }
    }

    private void goes(String context, String object) {
        manifests.getOrDefault(context, Map.of()).forEach((key, told) -> {
            if (told.objects().contains(object) && isThere(context, key)) {
                violations.add(object + " was deleted although " + key + " refers to it");
            }
        });
    }

    private void comes(String context, String key) {
        var told = manifests.getOrDefault(context, Map.of()).get(key);
        if (told != null) {
            for (var object : told.objects()) {
                var versions = truth.object(context, OBJECTS + object).versions();
                if (!versions.isEmpty() && !isThere(context, OBJECTS + object)) {
                    violations.add(key + " was published although " + object + " it refers to had been deleted");
                }
            }
        }
    }

    private boolean isThere(String context, String key) {
        var last = truth.object(context, key).last();
        return last != null && last.hash() != null;
    }
}
