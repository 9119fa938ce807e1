package io.agentbay.reactive.local.fuzz;

import io.agentbay.reactive.local.core.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Calls that work, from which those that do not are made. */
final class Templates {

    private final Map<String, Map<String, String>> fields = new LinkedHashMap<>();

    Templates(Target target) {
        String context = target.context;
        String session = target.session;
        add("GetContext", "Name", "fuzzed", "AllowCreate", "true", "ContextId", "");
        add("GetContext", "ContextId", context, "AllowCreate", "false");
        add("ListContexts", "MaxResults", "3", "NextToken", "");
        add("ModifyContext", "Id", context, "Name", "fuzzed");
        add("DeleteContext", "Id", "SdkCtx-none");
        add("ClearContext", "Id", "SdkCtx-none");
        add("GetContextInfo", "SessionId", session, "ContextId", context, "Path", "/tmp/m", "TaskType", "upload");
        add("SyncContext", "SessionId", session, "ContextId", context, "Path", "/tmp/m", "Mode", "upload");
        String mounts = Json.text(List.of(Map.of("ContextId", context, "Path", "/tmp/other", "Policy", "{}")));
        add("BindContexts", "SessionId", session, "PersistenceDataList", mounts);
        add("DescribeSessionContexts", "SessionId", session);
        add("GetContextFileDownloadUrl", "ContextId", context, "FilePath", "/tmp/m/file");
        add("GetContextFileUploadUrl", "ContextId", context, "FilePath", "/tmp/m/file");
        add(
                "DescribeContextFiles",
                "ContextId",
                context,
                "ParentFolderPath",
                "/tmp",
                "PageNumber",
                "1",
                "PageSize",
                "2");
        add(
                "DescribeContextFiles",
                "ContextId",
                context,
                "ParentFolderPath",
                "/tmp",
                "MaxResults",
                "2",
                "NextToken",
                "x");
        add("DeleteContextFile", "ContextId", context, "FilePath", "/tmp/m/gone");
        add("GetAndLoadInternalContext", "SessionId", session, "ContextTypes.1", "file_transfer");
        add("CreateMcpSession", "ImageId", "linux_latest", "Labels", "{\"a\":\"b\"}", "Timeout", "1", "SdkStats", "{}");
        add("CreateMcpSession", "PersistenceDataList", mounts, "Timeout", "1");
        add("GetSession", "SessionId", session);
        add("GetSessionDetail", "SessionId", session);
        add(
                "ListSession",
                "Labels",
                "{\"a\":\"b\"}",
                "MaxResults",
                "2",
                "NextToken",
                "",
                "Status",
                "RUNNING",
                "IsAll",
                "true");
        add("DeleteSessionAsync", "SessionId", "s-none");
        add("ReleaseMcpSession", "SessionId", "s-none");
        add("SetLabel", "SessionId", session, "Labels", "{\"a\":\"b\"}");
        add("GetLabel", "SessionId", session, "MaxResults", "1");
        add("GetMcpResource", "SessionId", session);
        add("GetLink", "SessionId", session, "Port", "30100", "ProtocolType", "https");
        add("RefreshSessionIdleTime", "SessionId", session);
        add("PauseSessionAsync", "SessionId", "s-none");
        add("ResumeSessionAsync", "SessionId", session);
        add("ListMcpTools", "ImageId", "linux_latest");
        add("CallMcpTool", "SessionId", session, "Name", "read_file", "Args", "{\"path\":\"/tmp/m\"}", "Server", "");
        add("GetCdpLink", "SessionId", session);
        add("GetAdbLink", "SessionId", session, "Option", "{}");
        add("InitBrowser", "SessionId", session, "PersistentPath", "/tmp", "BrowserOption", "{}");
        for (String other : List.of(
                "CreateNetwork",
                "DescribeNetwork",
                "GetVolume",
                "ListVolumes",
                "DeleteVolume",
                "ListSkillMetaData",
                "GetSkillMetaData",
                "ApplyMqttToken",
                "HandleAIEngineMessage",
                "NoSuchAction")) {
            add(other, "SessionId", session, "VolumeName", "v", "NetworkId", "n", "SessionToken", "t");
        }
    }

    private void add(String action, String... namesAndValues) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        fields.merge(action, values, (one, other) -> {
            Map<String, String> both = new LinkedHashMap<>(one);
            both.putAll(other);
            return both;
        });
    }

    List<String> actions() {
        return new ArrayList<>(fields.keySet());
    }

    Map<String, String> fields(String action) {
        return fields.get(action);
    }

    List<String> tools() {
        return List.of(
                "read_file",
                "write_file",
                "create_directory",
                "list_directory",
                "get_file_info",
                "read_multiple_files",
                "search_files",
                "edit_file",
                "move_file",
                "delete_file",
                "get_file_change",
                "get_metrics",
                "no_such_tool");
    }

    /** What any of the tools takes. */
    Map<String, Object> arguments() {
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("path", "/tmp/m/file");
        arguments.put("content", "text");
        arguments.put("mode", "append");
        arguments.put("create_parent_dir", true);
        arguments.put("offset", 1);
        arguments.put("length", 2);
        arguments.put("format", "binary");
        arguments.put("paths", List.of("/tmp/m/file", "/none"));
        arguments.put("pattern", "*");
        arguments.put("excludePatterns", List.of("x*"));
        arguments.put("edits", List.of(Map.of("oldText", "t", "newText", "u")));
        arguments.put("dryRun", false);
        arguments.put("source", "/tmp/m/file");
        arguments.put("destination", "/tmp/m/moved");
        return arguments;
    }
}
