package io.agentbay.reactive.local.simulation.history;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.InflaterInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a manifest tells, read as {@code docs/snapshot-format.md} says and by nothing of the library.
 *
 * @param objects the names of the objects it refers to
 * @param files the hash of each file, by path
 */
public record Told(Set<String> objects, Map<String, String> files) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Empty when these are not a manifest's bytes. */
    static Optional<Told> of(byte[] bytes) {
        try (var text = new InflaterInputStream(new ByteArrayInputStream(bytes))) {
            var told = new Told(new HashSet<>(), new HashMap<>());
            new String(text.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(told::line);
            return Optional.of(told);
        } catch (IOException | JacksonException cut) {
            return Optional.empty();
        }
    }

    private void line(String text) {
        var line = JSON.readTree(text);
        if (line.has("object")) {
            objects.add(line.get("object").asString());
        } else if (line.has("file")) {
            files.put(line.get("file").asString(), line.get("sha256").asString());
        }
    }
}
