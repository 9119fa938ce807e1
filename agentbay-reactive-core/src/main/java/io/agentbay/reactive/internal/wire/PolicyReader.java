package io.agentbay.reactive.internal.wire;

import io.agentbay.reactive.common.Selector;
import io.agentbay.reactive.internal.json.JsonCodec;
import io.agentbay.reactive.internal.json.JsonException;
import io.agentbay.reactive.internal.json.JsonValue;
import io.agentbay.reactive.sync.SyncPolicy;
import io.agentbay.reactive.sync.SyncPolicy.Extract;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads the policy of a mount that somebody else may have bound, with another client: sections may be missing, words
 * may be spelled as constants ({@code UPLOAD_BEFORE_RESOURCE_RELEASE}), one key has two names.
 */
public final class PolicyReader {
    private PolicyReader() {}

    /**
     * The policy in a JSON text; what it does not say is the service's default, and so is a text nobody can read,
     * because the default is the policy under which the client is most careful.
     */
    public static SyncPolicy read(@Nullable String text, JsonCodec json) {
        try {
            return text == null || text.isBlank() ? SyncPolicy.onDemand() : read(json.parse(text));
        } catch (JsonException e) {
            return SyncPolicy.onDemand();
        }
    }

    private static SyncPolicy read(JsonValue json) {
        var upload = json.get("uploadPolicy");
        boolean uploads = flag(upload.get("autoUpload"), true);
        boolean downloads = flag(json.get("downloadPolicy").get("autoDownload"), true);
        boolean deletes = flag(json.get("deletePolicy").get("syncLocalFile"), true);
        var policy = recycled(automatic(uploads, downloads, deletes), json.get("recyclePolicy"))
                .extract(extract(json.get("extractPolicy")))
                .only(selector(json.get("bwList").get("whiteLists").items()));
        if ("archive".equals(word(upload.get("uploadMode").text()))) {
            policy = policy.archived();
        }
        var mapped = json.get("mappingPolicy").get("path").text();
        return mapped == null || mapped.isBlank() ? policy : policy.mappedFrom(mapped);
    }

    private static SyncPolicy automatic(boolean uploads, boolean downloads, boolean deletes) {
        var policy = uploads
                ? (downloads ? SyncPolicy.onDemand() : SyncPolicy.uploadOnly())
                : (downloads ? SyncPolicy.readOnly() : SyncPolicy.manual());
        return deletes ? policy.propagatingDeleted() : policy.keepingDeleted();
    }

    private static Extract extract(JsonValue extract) {
        if (!flag(extract.get("extract"), true)) {
            return Extract.NEVER;
        }
        if (flag(extract.firstOf("extractToCurrentFolder", "extractCurrentFolder"), false)) {
            return Extract.INTO_CURRENT_FOLDER;
        }
        return flag(extract.get("deleteSrcFile"), true) ? Extract.INTO_OWN_FOLDER : Extract.KEEP_ARCHIVE;
    }

    private static SyncPolicy recycled(SyncPolicy policy, JsonValue recycle) {
        var time = lifecycle(recycle.get("lifecycle").text());
        var paths = texts(recycle.get("paths").items());
        boolean all =
                paths.isEmpty() || paths.size() < recycle.get("paths").items().size();
        return all
                ? policy.lifecycle(time)
                : policy.lifecycle(
                        time, paths.get(0), paths.subList(1, paths.size()).toArray(String[]::new));
    }

    private static SyncPolicy.Lifecycle lifecycle(@Nullable String text) {
        var word = word(text);
        return Arrays.stream(SyncPolicy.Lifecycle.values())
                .filter(lifecycle -> word(PolicyJson.lifecycle(lifecycle)).equals(word))
                .findFirst()
                .orElse(SyncPolicy.Lifecycle.FOREVER);
    }

    /** One alternative for each set of exceptions and each kind of path, so that what was written is read back. */
    private static Selector selector(List<JsonValue> whiteLists) {
        return whiteLists.stream()
                .map(PolicyReader::selector)
                .reduce(Selector::or)
                .orElse(Selector.all());
    }

    private static Selector selector(JsonValue whiteList) {
        var path = texts(List.of(whiteList.get("path"))).stream().findFirst().orElse("");
        var selector = path.isEmpty()
                ? Selector.all()
                : Selector.isPattern(path) ? Selector.matching(path) : Selector.under(path);
        return texts(whiteList.get("excludePaths").items()).stream().reduce(selector, Selector::except, Selector::or);
    }

    private static List<String> texts(List<JsonValue> values) {
        return values.stream()
                .map(JsonValue::text)
                .filter(Objects::nonNull)
                .filter(text -> !text.isEmpty() && !text.equals("/"))
                .distinct()
                .toList();
    }

    private static boolean flag(JsonValue value, boolean otherwise) {
        var flag = value.bool();
        return flag == null ? otherwise : flag;
    }

    private static String word(@Nullable String text) {
        return text == null ? "" : text.replace("_", "").toLowerCase(Locale.ROOT);
    }
}
