package io.agentbay.reactive.local.core;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Sessions as replies show them. Token, link and WebSocket are empty where the model keeps every call to CallMcpTool. */
final class SessionViews {

    private static final List<String> NONE =
            List.of("AppInstanceGroupId", "AppUserId", "Aliuid", "ApikeyId", "PolicyId", "ResourceConfigId");

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

    /** Every session has a context of file transfers, which clients look for in a session they find again. */
    private static List<Map<String, Object>> contexts(StoredSession session) {
        Stream<Map<String, Object>> mounted = session.mounts().stream()
                .filter(mount -> !mount.internal())
                .map(mount ->
                        context(mount.context().id(), mount.context().row().name()));
        return Stream.concat(
                        mounted,
                        Stream.of(context(
                                session.transfer().id(), session.transfer().name())))
                .toList();
    }

    private static Map<String, Object> context(String id, String name) {
        return Map.of("id", id, "name", name);
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
        view.put("Id", session.sequence());
        view.put("EndReason", "");
        view.put("IsDeleted", session.alive() ? 0 : 1);
        describeHome(view, session.id());
        return view;
    }

    /** Of a session that has ended little is kept. */
    Map<String, Object> ended(String id) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("Status", SessionStatus.FINISH.name());
        view.put("ImageId", "");
        view.put("Id", 0);
        view.put("EndReason", "released");
        view.put("IsDeleted", 1);
        describeHome(view, id);
        return view;
    }

    /** What a cloud tells of where a session lives, as far as this service has it. */
    private static void describeHome(Map<String, Object> view, String id) {
        view.put("AppInstanceId", "ai-" + id);
        view.put("RegionId", "local");
        view.put("ImageType", "Local");
        view.put("BizType", 0);
        for (String none : NONE) {
            view.put(none, "");
        }
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
