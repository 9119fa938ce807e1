package io.agentbay.reactive.local.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads policy JSON as every client writes it: sections may be missing, enums are spelled two ways, keys are extra. */
final class PolicyReader {
    private static final Pattern LIFECYCLE = Pattern.compile("lifecycle(?:(1|3|5|10|15|30|90|180|360)days?|forever)");

    private final Map<String, @Nullable Object> policy;
    private final boolean patternsKnown;

    private PolicyReader(Map<String, @Nullable Object> policy, MountModel model) {
        this.policy = policy;
        this.patternsKnown = model.patterns() == MountModel.Patterns.UNDERSTOOD;
    }

    static MountPolicy read(String json, MountModel model) {
        return new PolicyReader(json.isBlank() ? Map.of() : Json.object("Policy", json), model).read();
    }

    private MountPolicy read() {
        oneOf("uploadPolicy", "uploadStrategy", "uploadbeforeresourcerelease");
        oneOf("downloadPolicy", "downloadStrategy", "downloadasync");
        return new MountPolicy(
                flag("uploadPolicy", "autoUpload", true),
                flag("downloadPolicy", "autoDownload", true),
                oneOf("uploadPolicy", "uploadMode", "file", "archive").equals("archive"),
                flag("deletePolicy", "syncLocalFile", true),
                unpacking(),
                recycling(),
                parts(),
                mapping());
    }

    private MountPolicy.Unpacking unpacking() {
        boolean current = flag("extractPolicy", "extractToCurrentFolder", false)
                || flag("extractPolicy", "extractCurrentFolder", false);
        return new MountPolicy.Unpacking(
                flag("extractPolicy", "extract", true), flag("extractPolicy", "deleteSrcFile", true), current);
    }

    private MountPolicy.Recycling recycling() {
        String lifecycle = word("recyclePolicy", "lifecycle").orElse("lifecycleforever");
        Matcher known = LIFECYCLE.matcher(lifecycle);
        if (!known.matches()) {
            throw ServiceError.invalid("recyclePolicy.lifecycle", "has no value " + lifecycle);
        }
        if (known.group(1) == null) {
            return MountPolicy.Recycling.NEVER;
        }
        List<String> paths = entries(section("recyclePolicy").get("paths")).stream()
                .map(path -> below("recyclePolicy.paths", text(path)))
                .toList();
        return new MountPolicy.Recycling(Integer.parseInt(known.group(1)), paths.isEmpty() ? List.of("") : paths);
    }

    private List<MountPolicy.Part> parts() {
        List<MountPolicy.Part> parts = new ArrayList<>();
        for (Object entry : entries(section("bwList").get("whiteLists"))) {
            Map<?, ?> part = entry instanceof Map<?, ?> map ? map : Map.of();
            String path = text(part.get("path"));
            List<PathPattern> excludes = excludes(path, part.get("excludePaths"));
            if (excludes.isEmpty() && below("whiteLists.path", path).isEmpty()) {
                return List.of();
            }
            parts.add(new MountPolicy.Part(pattern("whiteLists.path", "", path), excludes));
        }
        return List.copyOf(parts);
    }

    /** An exclusion counts from the mount or from the directory it belongs to. */
    private List<PathPattern> excludes(String path, @Nullable Object texts) {
        boolean exact = !patternsKnown || !Globs.isPattern(path);
        String directory = exact ? below("whiteLists.path", path) : "";
        List<PathPattern> excludes = new ArrayList<>();
        for (Object entry : entries(texts)) {
            String text = text(entry);
            if (!text.isBlank()) {
                excludes.add(pattern("excludePaths", "", text));
                excludes.add(pattern("excludePaths", directory, text));
            }
        }
        return excludes;
    }

    private PathPattern pattern(String field, String directory, String text) {
        return PathPattern.of(field, directory, text, patternsKnown);
    }

    private static String below(String field, String path) {
        String normal = Keys.path(field, path);
        return normal.equals("/") ? "" : normal;
    }

    /** A Windows path becomes one of our kind: its files are stored below a folder named like the drive. */
    private Optional<String> mapping() {
        return Optional.of(text(section("mappingPolicy").get("path")))
                .filter(path -> !path.isBlank())
                .map(path -> Keys.path("mappingPolicy.path", path.replace('\\', '/')));
    }

    private boolean flag(String section, String name, boolean otherwise) {
        Object value = section(section).get(name);
        return value == null ? otherwise : Boolean.parseBoolean(value.toString());
    }

    /** The value of an enum, which the first of the known ones is if there is none. */
    private String oneOf(String section, String name, String... known) {
        String value = word(section, name).orElse(known[0]);
        if (!List.of(known).contains(value)) {
            throw ServiceError.invalid(section + "." + name, "has no value " + value);
        }
        return value;
    }

    /** The name of an enum's value as both spellings have it. */
    private Optional<String> word(String section, String name) {
        String text = text(section(section).get(name)).replace("_", "").toLowerCase(Locale.ROOT);
        return Optional.of(text).filter(word -> !word.isBlank());
    }

    private Map<?, ?> section(String name) {
        return policy.get(name) instanceof Map<?, ?> section ? section : Map.of();
    }

    private static List<?> entries(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
