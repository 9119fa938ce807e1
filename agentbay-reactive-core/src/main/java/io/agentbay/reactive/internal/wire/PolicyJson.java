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
        sections.put("recyclePolicy", ordered("lifecycle", lifecycle(policy.lifecycle()), "paths", List.of("")));
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

    /** One element per path; all files are the empty path. */
    private static List<Map<String, Object>> whiteLists(Selector selector) {
        var excluded = selector.exceptions().stream().map(PolicyJson::inMount).toList();
        var included = Stream.concat(selector.paths().stream(), selector.globs().stream())
                .map(PolicyJson::inMount)
                .toList();
        return (included.isEmpty() ? List.of("") : included)
                .stream()
                        .map(path -> ordered("path", path, "excludePaths", excluded))
                        .toList();
    }

    /** Paths are relative to the mount and begin with a slash; a glob stays as it is. */
    private static String inMount(String path) {
        boolean isGlob = path.chars().anyMatch(c -> "*?[".indexOf(c) >= 0);
        return isGlob || path.startsWith("/") ? path : "/" + path;
    }

    private static Map<String, Object> ordered(Object... keysAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
