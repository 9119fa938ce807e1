package io.agentbay.reactive.local.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The page and what it is made of. */
final class PageSection implements Control.Section {

    private static final Map<String, String> TYPES = Map.of(
            "page.html", "text/html;charset=utf-8",
            "page.css", "text/css;charset=utf-8",
            "page.js", "text/javascript;charset=utf-8",
            "table.js", "text/javascript;charset=utf-8",
            "views.js", "text/javascript;charset=utf-8",
            "steer.js", "text/javascript;charset=utf-8",
            "icon.svg", "image/svg+xml");

    @Override
    public @Nullable CompletionStage<ControlReply> handle(ControlRequest request) {
        String file = request.path().equals("/") ? "page.html" : request.path().substring(1);
        String type = TYPES.get(file);
        return type == null || !request.method().equals("GET")
                ? null
                : Control.now(new ControlReply(200, type, content(file)));
    }

    private static byte[] content(String file) {
        try (InputStream in = PageSection.class.getResourceAsStream(file)) {
            return Objects.requireNonNull(in, file).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
