package io.agentbay.reactive.local.core;

import java.util.List;
import java.util.Map;

/**
 * The actions about what this machine has none of: browsers, phones, networks, volumes, skills, message brokers. Those
 * that ask what there is are told that there is nothing; those that want something are refused by name.
 */
final class AbsentActions {

    private static final Map<String, String> WHY = Map.ofEntries(
            Map.entry("GetCdpLink", "its sessions have no browser"),
            Map.entry("InitBrowser", "its sessions have no browser"),
            Map.entry("GetAdbLink", "its sessions have no phone"),
            Map.entry("CreateNetwork", "its sessions have no network"),
            Map.entry("DescribeNetwork", "its sessions have no network"),
            Map.entry("GetVolume", "it has no volumes"),
            Map.entry("DeleteVolume", "it has no volumes"),
            Map.entry("ApplyMqttToken", "it has no message broker"),
            Map.entry("HandleAIEngineMessage", "it has no AI engine"));

    private AbsentActions() {}

    static void register(Actions actions) {
        actions.add("ListVolumes", fields -> nothing());
        actions.add("ListSkillMetaData", fields -> nothing());
        actions.add(
                "GetSkillMetaData",
                fields -> ServiceReply.ok(Map.of("SkillPath", "", "MetaDataList", List.of()))
                        .with("TotalCount", 0));
        WHY.forEach((action, why) -> actions.add(action, fields -> {
            throw refused(action, why);
        }));
    }

    private static ServiceReply nothing() {
        return ServiceReply.ok(List.of()).with("TotalCount", 0).with("NextToken", "");
    }

    private static ServiceError refused(String action, String why) {
        return new ServiceError(
                400,
                "UnsupportedOperation",
                "The local service does not provide the action " + action + ": " + why + ".");
    }
}
