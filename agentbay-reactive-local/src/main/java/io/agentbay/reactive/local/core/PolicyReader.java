package io.agentbay.reactive.local.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads policy JSON as every client writes it: sections may be missing, enums are spelled two ways, keys are extra. */
final class PolicyReader {

    private PolicyReader() {}

    static MountPolicy read(String json) {
        if (json.isBlank()) {
            return MountPolicy.DEFAULT;
        }
        Map<String, @Nullable Object> policy = Json.object("Policy", json);
        return new MountPolicy(
                flag(policy, "uploadPolicy", "autoUpload"),
                flag(policy, "downloadPolicy", "autoDownload"),
                flag(policy, "deletePolicy", "syncLocalFile"),
                parts(policy),
                mapping(policy));
    }

    private static boolean flag(Map<String, @Nullable Object> policy, String section, String name) {
        Object value = section(policy, section).get(name);
        return value == null || Boolean.parseBoolean(value.toString());
    }

    private static List<MountPolicy.Part> parts(Map<String, @Nullable Object> policy) {
        List<MountPolicy.Part> parts = new ArrayList<>();
        for (Object entry : entries(section(policy, "bwList").get("whiteLists"))) {
            Map<?, ?> part = entry instanceof Map<?, ?> map ? map : Map.of();
            parts.add(new MountPolicy.Part(below(text(part.get("path"))), texts(part.get("excludePaths"))));
        }
        boolean everything =
                parts.stream().anyMatch(p -> p.path().isEmpty() && p.excludes().isEmpty());
        return everything ? List.of() : List.copyOf(parts);
    }

    private static String below(String path) {
        String normal = Keys.path("whiteLists.path", path);
        return normal.equals("/") ? "" : normal;
    }

    /** A Windows path becomes one of our kind: its files are stored below a folder named like the drive. */
    private static Optional<String> mapping(Map<String, @Nullable Object> policy) {
        return Optional.of(text(section(policy, "mappingPolicy").get("path")))
                .filter(path -> !path.isBlank())
                .map(path -> Keys.path("mappingPolicy.path", path.replace('\\', '/')));
    }

    private static Map<?, ?> section(Map<String, @Nullable Object> policy, String name) {
        return policy.get(name) instanceof Map<?, ?> section ? section : Map.of();
    }

    private static List<String> texts(@Nullable Object value) {
        return entries(value).stream()
                .map(PolicyReader::text)
                .filter(t -> !t.isBlank())
                .toList();
    }

    private static List<?> entries(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
