package io.agentbay.reactive.internal.wire;

import io.agentbay.reactive.common.Selector;
import io.agentbay.reactive.internal.json.JsonCodec;
import io.agentbay.reactive.sync.SyncPolicy;
import io.agentbay.reactive.sync.SyncPolicy.Extract;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A policy as the service reads it: every section is always sent, in the order and with the defaults of the official
 * client.
 */
public final class PolicyJson {
    private static final int PERIOD = 30;

    private PolicyJson() {}

    /** The JSON text of a policy. */
    public static String write(SyncPolicy policy, JsonCodec json) {
        var sections = new LinkedHashMap<String, Object>();
        sections.put("recyclePolicy", recycle(policy));
        sections.put("deletePolicy", ordered("syncLocalFile", policy.propagatesDeletions()));
        sections.put("extractPolicy", extract(policy.extract()));
        sections.put("bwList", ordered("whiteLists", whiteLists(policy.selector())));
        sections.put("uploadPolicy", upload(policy));
        sections.put(
                "downloadPolicy",
                ordered("autoDownload", policy.downloadsAutomatically(), "downloadStrategy", "DownloadAsync"));
        if (policy.mappedFrom() != null) {
            sections.put("mappingPolicy", ordered("path", policy.mappedFrom()));
        }
        return json.write(sections);
    }

    private static Map<String, Object> recycle(SyncPolicy policy) {
        var paths = policy.recycledPaths().stream().map(PolicyJson::inMount).toList();
        return ordered("lifecycle", lifecycle(policy.lifecycle()), "paths", paths.isEmpty() ? List.of("") : paths);
    }

    private static Map<String, Object> upload(SyncPolicy policy) {
        return ordered(
                "uploadStrategy",
                "UploadBeforeResourceRelease",
                "period",
                PERIOD,
                "uploadMode",
                policy.isArchived() ? "Archive" : "File",
                "autoUpload",
                policy.uploadsAutomatically());
    }

    private static Map<String, Object> extract(Extract extract) {
        boolean unpacks = extract != Extract.NEVER;
        return ordered(
                "deleteSrcFile",
                unpacks && extract != Extract.KEEP_ARCHIVE,
                "extract",
                unpacks,
                "extractToCurrentFolder",
                extract == Extract.INTO_CURRENT_FOLDER);
    }

    static String lifecycle(SyncPolicy.Lifecycle lifecycle) {
        if (lifecycle == SyncPolicy.Lifecycle.FOREVER) {
            return "Lifecycle_Forever";
        }
        var days = lifecycle.name().substring("DAYS_".length());
        return "Lifecycle_" + days + (days.equals("1") ? "Day" : "Days");
    }

    /** One element per path, each with the exceptions that can concern it; all files are the empty path. */
    private static List<Map<String, Object>> whiteLists(Selector selector) {
        return selector.alternatives().stream()
                .flatMap(PolicyJson::whiteListsOf)
                .distinct()
                .toList();
    }

    private static Stream<Map<String, Object>> whiteListsOf(Selector one) {
        var paths = one.paths().stream().map(path -> whiteList(inMount(path), within(path, one.exceptions())));
        var globs = one.globs().stream().map(glob -> whiteList(glob, one.exceptions()));
        var all = one.paths().isEmpty() && one.globs().isEmpty()
                ? Stream.of(whiteList("", one.exceptions()))
                : Stream.<Map<String, Object>>empty();
        return Stream.of(paths, globs, all).flatMap(each -> each);
    }

    private static List<String> within(String path, List<String> exceptions) {
        return exceptions.stream()
                .filter(exception -> Selector.isPattern(exception)
                        || Selector.under(path).accepts(exception)
                        || Selector.under(exception).accepts(path))
                .toList();
    }

    private static Map<String, Object> whiteList(String path, List<String> exceptions) {
        return ordered(
                "path",
                path,
                "excludePaths",
                exceptions.stream().map(PolicyJson::inMount).toList());
    }

    /** Paths are relative to the mount and begin with a slash; a glob stays as it is. */
    private static String inMount(String path) {
        return Selector.isPattern(path) || path.startsWith("/") ? path : "/" + path;
    }

    private static Map<String, Object> ordered(Object... keysAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
