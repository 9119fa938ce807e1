package io.agentbay.reactive.internal.wire;

import io.agentbay.reactive.internal.wire.SessionWire.MountData;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** PersistenceDataList: keys in the order of the official client, the policy as text inside. */
final class MountJson {
    private MountJson() {}

    static List<Map<String, String>> of(List<MountData> mounts) {
        return mounts.stream().map(MountJson::of).toList();
    }

    private static Map<String, String> of(MountData mount) {
        var element = new LinkedHashMap<String, String>();
        element.put("Path", mount.path());
        if (mount.policy() != null) {
            element.put("Policy", mount.policy());
        }
        element.put("ContextId", mount.contextId());
        return element;
    }
}
