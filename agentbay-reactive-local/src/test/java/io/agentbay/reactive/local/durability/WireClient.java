package io.agentbay.reactive.local.durability;

import io.agentbay.reactive.local.core.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Calls of a service as any HTTP client makes them; each tells what was acknowledged. */
@SuppressWarnings("unchecked")
final class WireClient {

    private static final Duration LONG = Duration.ofMinutes(2);

    private final String endpoint;
    private final String key;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    WireClient(String endpoint, String key) {
        this.endpoint = endpoint;
        this.key = key;
    }

    /** A reply, whether it is a success or not. */
    Map<String, Object> call(String action, String... fields) throws IOException {
        StringBuilder form = new StringBuilder("Authorization=" + encode("Bearer " + key));
        for (int i = 0; i < fields.length; i += 2) {
            form.append('&').append(fields[i]).append('=').append(encode(fields[i + 1]));
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create(endpoint + "/?Action=" + action))
                .timeout(LONG)
                .POST(HttpRequest.BodyPublishers.ofString(form.toString()))
                .build();
        return Json.object("body", send(request).body());
    }

    boolean done(String action, String... fields) throws IOException {
        return Boolean.TRUE.equals(call(action, fields).get("Success"));
    }

    /** The data of a reply that must be a success. */
    <T> T data(String action, String... fields) throws IOException {
        Map<String, Object> reply = call(action, fields);
        if (!Boolean.TRUE.equals(reply.get("Success"))) {
            throw new IOException(action + " was refused: " + reply);
        }
        return (T) reply.get("Data");
    }

    String context(String name) throws IOException {
        Map<String, Object> data = data("GetContext", "Name", name, "AllowCreate", "true");
        return (String) data.get("Id");
    }

    /** Ids of all contexts by their names. */
    Map<String, String> contexts() throws IOException {
        List<Map<String, Object>> data = data("ListContexts", "MaxResults", "1000");
        Map<String, String> found = new TreeMap<>();
        data.forEach(context -> found.put((String) context.get("Id"), (String) context.get("Name")));
        return found;
    }

    /** A PUT to a signed address: its status and body. */
    HttpResponse<String> put(String context, String path, String content) throws IOException {
        String url = url("GetContextFileUploadUrl", context, path);
        return send(HttpRequest.newBuilder(URI.create(url))
                .timeout(LONG)
                .PUT(HttpRequest.BodyPublishers.ofString(content))
                .build());
    }

    HttpResponse<String> get(String context, String path) throws IOException {
        String url = url("GetContextFileDownloadUrl", context, path);
        return send(HttpRequest.newBuilder(URI.create(url)).timeout(LONG).build());
    }

    private String url(String action, String context, String path) throws IOException {
        Map<String, Object> data = data(action, "ContextId", context, "FilePath", path);
        return (String) data.get("Url");
    }

    /** All keys of a context, folder by folder. */
    List<String> keys(String context) throws IOException {
        List<String> keys = new ArrayList<>();
        addKeys(context, "/", keys);
        return keys;
    }

    private void addKeys(String context, String folder, List<String> keys) throws IOException {
        List<Map<String, Object>> files =
                data("DescribeContextFiles", "ContextId", context, "ParentFolderPath", folder, "PageSize", "1000");
        for (Map<String, Object> file : files) {
            String path = (String) file.get("FilePath");
            if ("FOLDER".equals(file.get("FileType"))) {
                addKeys(context, path, keys);
            } else {
                keys.add(path);
            }
        }
    }

    String session(String context, String path, String policy) throws IOException {
        String mounts = Json.text(List.of(Map.of("ContextId", context, "Path", path, "Policy", policy)));
        Map<String, Object> data = data("CreateMcpSession", "PersistenceDataList", mounts);
        return (String) data.get("SessionId");
    }

    /** What the tool said, and whether that is an error. */
    Map<String, Object> tool(String session, String name, Object... arguments) throws IOException {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            map.put((String) arguments[i], arguments[i + 1]);
        }
        return data("CallMcpTool", "SessionId", session, "Name", name, "Args", Json.text(map));
    }

    void write(String session, String path, String content) throws IOException {
        Map<String, Object> result =
                tool(session, "write_file", "path", path, "content", content, "create_parent_dir", true);
        if (Boolean.TRUE.equals(result.get("isError"))) {
            throw new IOException("write_file failed: " + result);
        }
    }

    void upload(String session, String context, String path) throws IOException {
        Object accepted = call(
                        "SyncContext", "SessionId", session, "ContextId", context, "Path", path, "Mode", "upload")
                .get("Success");
        if (!Boolean.TRUE.equals(accepted)) {
            throw new IOException("SyncContext was refused");
        }
    }

    /** Status and reason of the newest task of this direction, when it has ended. */
    String ended(String session, String direction) throws IOException {
        while (true) {
            List<Map<String, Object>> tasks = tasks(session, direction);
            String status = tasks.isEmpty() ? "" : (String) tasks.get(0).get("status");
            if (status.equals("Success") || status.equals("Failed")) {
                return (status + " " + tasks.get(0).get("errorMessage")).strip();
            }
        }
    }

    private List<Map<String, Object>> tasks(String session, String direction) throws IOException {
        Map<String, Object> data = data("GetContextInfo", "SessionId", session, "TaskType", direction);
        List<Map<String, Object>> tasks = new ArrayList<>();
        for (Object item : Json.list("ContextStatus", (String) data.get("ContextStatus"))) {
            String inner = (String) ((Map<String, Object>) item).get("data");
            Json.list("data", inner).forEach(task -> tasks.add((Map<String, Object>) task));
        }
        return tasks;
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new IOException("interrupted", e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
