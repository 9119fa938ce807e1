package io.agentbay.reactive.internal.sync;

import io.agentbay.reactive.sync.Mount;
import io.agentbay.reactive.sync.SyncReport;
import io.agentbay.reactive.sync.SyncReport.MountReport;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Fingerprints of what a context held: equal where names, sizes, and the store's versions or listed times are. */
final class Versions {

    private static final String LISTED = "1-";
    private static final String BY_KEY = "2-";
    private static final int BYTES = 16;

    private Versions() {}

    static String of(Inventory inventory) {
        MessageDigest digest = sha256();
        inventory.files().values().stream()
                .sorted(Comparator.comparing(SeenFile::path))
                .map(file -> file.path() + '\0' + file.size() + '\0' + file.modified() + '\0')
                .forEach(entry -> digest.update(entry.getBytes(StandardCharsets.UTF_8)));
        return (inventory.byKey() ? BY_KEY : LISTED) + HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }

    /** Whether it was made of what was asked for by key. */
    static boolean isByKey(String version) {
        return version.startsWith(BY_KEY);
    }

    /** What a report says of a mount; null when it says nothing. */
    static @Nullable String in(SyncReport report, Mount mount) {
        return report.mounts().stream()
                .filter(other -> other.outcome().context().equals(mount.context()))
                .filter(other -> other.outcome().path().equals(mount.path()))
                .map(MountReport::version)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Which paths make two listings differ, in order. */
    static List<String> differences(Map<String, SeenFile> before, Map<String, SeenFile> now) {
        return Stream.concat(before.keySet().stream(), now.keySet().stream())
                .filter(path -> !Objects.equals(before.get(path), now.get(path)))
                .collect(TreeSet<String>::new, TreeSet::add, TreeSet::addAll)
                .stream()
                .toList();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
