package io.agentbay.reactive.local.http;

import io.agentbay.reactive.local.core.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The frames the service sends, as official clients were seen to read them. */
final class Frames {

    static final String FILES = "wuying_filesystem";
    static final String CODE = "wuying_codespace";

    private static final String SOCKET = "WEBSOCKET_SERVER";

    private Frames() {}

    /** An answer that ends its call. */
    static String answer(String id, String status) {
        return frame(id, SOCKET, Map.of("status", status));
    }

    static String error(String id, String words) {
        return frame(id, SOCKET, Map.of("error", words));
    }

    static String changes(String id, String path, List<Map<String, Object>> events) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("eventType", "file_change");
        data.put("path", path);
        data.put("events", events);
        return frame(id, FILES, data);
    }

    static String code(String id, Map<String, Object> more) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("method", "run_code");
        data.put("mode", "stream");
        data.putAll(more);
        return frame(id, CODE, data);
    }

    private static String frame(String id, String source, Map<String, Object> data) {
        Map<String, Object> frame = new LinkedHashMap<>();
        frame.put("invocationId", id);
        frame.put("source", source);
        frame.put("target", "SDK");
        frame.put("data", data);
        return Json.text(frame);
    }
}
