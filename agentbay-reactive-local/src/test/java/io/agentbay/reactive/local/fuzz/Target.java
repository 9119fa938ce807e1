package io.agentbay.reactive.local.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.agentbay.reactive.local.AgentBayLocal;
import io.agentbay.reactive.local.core.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A running service with something in it, reached by plain sockets, because clients send nothing malformed. */
final class Target {

    private static final int PATIENCE_MILLIS = 30_000;

    final AgentBayLocal local;
    final String context;
    final String session;
    final String token;
    final String link;
    final String socket;
    final String upload;
    final String download;

    Target(AgentBayLocal local) throws IOException {
        this.local = local;
        context = (String) data("GetContext", Map.of("Name", "fuzzed", "AllowCreate", "true"))
                .get("Id");
        String mounts = Json.text(List.of(Map.of("ContextId", context, "Path", "/tmp/m")));
        Map<?, ?> created = data("CreateMcpSession", Map.of("PersistenceDataList", mounts, "Timeout", "100000"));
        session = (String) created.get("SessionId");
        token = (String) created.get("Token");
        link = URI.create((String) created.get("LinkUrl")).getRawPath();
        socket = URI.create((String) created.get("WsUrl")).getRawPath();
        upload = target((String) data("GetContextFileUploadUrl", file()).get("Url"));
        download = target((String) data("GetContextFileDownloadUrl", file()).get("Url"));
    }

    private Map<String, String> file() {
        return Map.of("ContextId", context, "FilePath", "/tmp/m/file");
    }

    private static String target(String url) {
        URI uri = URI.create(url);
        return uri.getRawPath() + "?" + uri.getRawQuery();
    }

    Map<?, ?> data(String action, Map<String, String> fields) throws IOException {
        Answer answer = answered(post(action, fields));
        if (answer.status() != 200) {
            throw new IOException(action + ": " + answer);
        }
        return (Map<?, ?>) Json.object("body", answer.body()).get("Data");
    }

    /** A well-formed call with the key that exists. */
    byte[] post(String action, Map<String, String> fields) {
        String form = "Authorization=" + encode("Bearer " + local.apiKey())
                + fields.entrySet().stream()
                        .map(field -> "&" + encode(field.getKey()) + "=" + encode(field.getValue()))
                        .collect(Collectors.joining());
        return request("POST /?Action=" + encode(action), "", form.getBytes(UTF_8));
    }

    static byte[] request(String start, String headers, byte[] body) {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes((start + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers
                        + "Content-Length: " + body.length + "\r\n\r\n")
                .getBytes(UTF_8));
        request.writeBytes(body);
        return request.toByteArray();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    /** Sends a whole request and waits for its answer. */
    Answer answered(byte[] request) throws IOException {
        return sent(request, false);
    }

    /** Sends whatever it is and says that no more comes, so that nobody waits for the rest. */
    Answer odd(byte[] bytes) throws IOException {
        return sent(bytes, true);
    }

    private Answer sent(byte[] bytes, boolean thatWasAll) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (Socket connection = open()) {
            connection.getOutputStream().write(bytes);
            connection.getOutputStream().flush();
            if (thatWasAll) {
                connection.shutdownOutput();
            }
            InputStream in = connection.getInputStream();
            in.transferTo(all);
        } catch (SocketTimeoutException stuck) {
            throw new IOException("no end within " + PATIENCE_MILLIS + " ms, after " + all, stuck);
        } catch (SocketException hungUp) {
            return Answer.of(all.toString(ISO_8859_1));
        }
        return Answer.of(all.toString(UTF_8));
    }

    Socket open() throws IOException {
        Socket connection = new Socket("127.0.0.1", local.endpoint().getPort());
        connection.setSoTimeout(PATIENCE_MILLIS);
        return connection;
    }

    /** Status 0 stands for a connection that ended without an answer. */
    record Answer(int status, String body) {

        static Answer of(String text) {
            int end = text.indexOf("\r\n\r\n");
            int status = text.matches("(?s)HTTP/1\\.[01] \\d{3}.*") ? Integer.parseInt(text.substring(9, 12)) : 0;
            return new Answer(status, end < 0 ? text : text.substring(end + 4));
        }
    }
}
