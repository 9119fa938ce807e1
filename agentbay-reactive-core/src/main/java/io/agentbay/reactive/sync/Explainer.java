package io.agentbay.reactive.sync;

import io.agentbay.reactive.common.Selector;
import io.agentbay.reactive.sync.SyncPolicy.Explanation;
import io.agentbay.reactive.sync.SyncPolicy.Extract;
import io.agentbay.reactive.sync.SyncPolicy.Lifecycle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says path by path what a policy does with it. */
final class Explainer {

    private static final List<String> ARCHIVES = List.of(".zip", ".tar", ".tar.gz", ".tgz", ".gz", ".rar", ".7z");

    private final SyncPolicy policy;

    Explainer(SyncPolicy policy) {
        this.policy = policy;
    }

    Explanation explain(String path) {
        var selector = policy.selector();
        if (!selector.accepts(path)) {
            return new Explanation(path, false, refusal(selector, path));
        }
        var rules = Stream.concat(Stream.of(reason(selector, path)), consequences(path).stream());
        return new Explanation(path, true, rules.collect(Collectors.joining("; ")));
    }

    /** The exception that took it, or that nothing asked for it. */
    private static String refusal(Selector selector, String path) {
        var excepted = selector.alternatives().stream()
                .flatMap(one -> one.exceptions().stream())
                .filter(exception -> !Selector.all().except(exception).accepts(path))
                .findFirst();
        return excepted.map(exception -> "left out by the exception " + exception + cloud(exception))
                .orElseGet(() -> "not selected: " + asked(selector) + " does not cover it");
    }

    private static String asked(Selector selector) {
        return Stream.concat(selector.paths().stream(), selector.globs().stream())
                .collect(Collectors.joining(", "));
    }

    private static String reason(Selector selector, String path) {
        return selector.alternatives().stream()
                .filter(one -> one.accepts(path))
                .map(one -> reasonOf(one, path))
                .findFirst()
                .orElseThrow();
    }

    private static String reasonOf(Selector one, String path) {
        var byPath = one.paths().stream()
                .filter(under -> Selector.under(under).accepts(path))
                .findFirst();
        var byGlob = one.globs().stream()
                .filter(glob -> Selector.matching(glob).accepts(path))
                .findFirst();
        return byPath.map(under -> "selected by " + under)
                .or(() -> byGlob.map(glob -> "selected by the pattern " + glob + cloud(glob)))
                .orElse("everything is selected");
    }

    private static String cloud(String globOrPath) {
        return Selector.isPattern(globOrPath) ? ", which the cloud does not honour" : "";
    }

    private List<String> consequences(String path) {
        var said = new ArrayList<String>();
        said.add(direction());
        if (policy.isArchived()) {
            said.add("stored inside one archive, not as a file of its own");
        }
        add(said, unpacking(path));
        add(said, removal(path));
        if (policy.mappedFrom() != null) {
            said.add("stored under " + policy.mappedFrom());
        }
        return said;
    }

    private static void add(List<String> said, @Nullable String rule) {
        if (rule != null) {
            said.add(rule);
        }
    }

    private String direction() {
        var down = policy.downloadsAutomatically() ? "at the start" : "by call";
        var up = policy.uploadsAutomatically() ? "at the end" : "by call";
        if (!policy.uploads()) {
            return "read-only: downloaded " + down + ", never uploaded";
        }
        return policy.downloads()
                ? "downloaded " + down + ", uploaded " + up
                : "upload-only: uploaded " + up + ", never downloaded";
    }

    private @Nullable String unpacking(String path) {
        var lower = path.toLowerCase(Locale.ROOT);
        if (policy.extract() == Extract.NEVER
                || !policy.downloads()
                || ARCHIVES.stream().noneMatch(lower::endsWith)) {
            return null;
        }
        return switch (policy.extract()) {
            case INTO_CURRENT_FOLDER -> "unpacked where it is when downloaded, and removed";
            case KEEP_ARCHIVE -> "unpacked into a folder of its name when downloaded, and kept";
            default -> "unpacked into a folder of its name when downloaded, and removed";
        };
    }

    private @Nullable String removal(String path) {
        var recycled = policy.recycledPaths();
        boolean concerned = recycled.isEmpty()
                || recycled.stream().anyMatch(under -> Selector.under(under).accepts(path));
        if (policy.lifecycle() == Lifecycle.FOREVER || !concerned) {
            return null;
        }
        int days = policy.lifecycle().days();
        return "removed from the context after " + days + (days == 1 ? " day" : " days");
    }
}
