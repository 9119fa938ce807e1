package io.agentbay.reactive.local.core;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Sessions as replies show them. Token, link and WebSocket are empty where the model keeps every call to CallMcpTool. */
final class SessionViews {

    private final Supplier<Urls> urls;
    private final SessionModel.Connections connections;
    private final Supplier<String> tools;

    SessionViews(Supplier<Urls> urls, SessionModel.Connections connections, Supplier<String> tools) {
        this.urls = urls;
        this.connections = connections;
        this.tools = tools;
    }

    Map<String, Object> created(StoredSession session) {
        Map<String, Object> view = connection(session);
        view.put("Success", true);
        view.put("ErrMsg", "");
        return view;
    }

    Map<String, Object> session(StoredSession session) {
        Map<String, Object> view = connection(session);
        view.put("Status", session.status().name());
        view.put("contexts", contexts(session));
        return view;
    }

    private static List<Map<String, Object>> contexts(StoredSession session) {
        return session.mounts().stream()
                .filter(mount -> !mount.internal())
                .map(mount -> Map.<String, Object>of(
                        "id",
                        mount.context().id(),
                        "name",
                        mount.context().row().name()))
                .toList();
    }

    private Map<String, Object> connection(StoredSession session) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("SessionId", session.id());
        view.put("AppInstanceId", "ai-" + session.id());
        view.put("ResourceId", resourceId(session));
        view.put("ResourceUrl", resourceUrl(session));
        view.put("HttpPort", "");
        view.put("NetworkInterfaceIp", "");
        view.put("VpcResource", false);
        boolean direct = connections != SessionModel.Connections.CALLS_ONLY;
        view.put("Token", direct ? session.token() : "");
        view.put("LinkUrl", connections.link() ? linkUrl(session) : "");
        view.put("WsUrl", connections.webSocket() ? webSocketUrl(session) : "");
        if (direct) {
            view.put("ToolList", tools.get());
        }
        return view;
    }

    private String linkUrl(StoredSession session) {
        return urls.get().endpoint() + "/link/" + session.id();
    }

    private String webSocketUrl(StoredSession session) {
        return urls.get().endpoint().replaceFirst("^http", "ws") + "/ws/" + session.id();
    }

    Map<String, Object> detail(StoredSession session) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("Status", session.status().name());
        view.put("ImageId", session.imageId());
        view.put("AppInstanceId", "ai-" + session.id());
        view.put("EndReason", "");
        view.put("Id", session.sequence());
        view.put("IsDeleted", session.alive() ? 0 : 1);
        view.put("RegionId", "local");
        return view;
    }

    Map<String, Object> ended() {
        return Map.of("Status", SessionStatus.FINISH.name(), "EndReason", "released", "IsDeleted", 1);
    }

    Map<String, Object> resource(StoredSession session) {
        Map<String, Object> desktop = new LinkedHashMap<>();
        desktop.put("AppId", session.imageId());
        desktop.put("AuthCode", "");
        desktop.put("ConnectionProperties", "");
        desktop.put("ResourceId", resourceId(session));
        desktop.put("ResourceType", "local");
        desktop.put("Ticket", "");
        return Map.of("SessionId", session.id(), "ResourceUrl", resourceUrl(session), "DesktopInfo", desktop);
    }

    Map<String, Object> link(StoredSession session, String port) {
        String suffix = port.isEmpty() ? "" : "/" + port;
        return Map.of("Url", linkUrl(session) + suffix);
    }

    private String resourceUrl(StoredSession session) {
        return urls.get().endpoint() + "/app.html?resourceId=" + resourceId(session);
    }

    private static String resourceId(StoredSession session) {
        return "p-" + session.id();
    }
}
