package io.agentbay.reactive.local.core;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The tools that change the content of files. */
final class WriteTools {

    private static final int MOST_EDITS = 1_000;

    private WriteTools() {}

    static void register(Tools tools) {
        tools.add(Tools.Tool.file(
                "write_file",
                "Writes text to a file.",
                List.of("path", "content", "mode", "create_parent_dir"),
                call -> alone(call, WriteTools::write)));
        tools.add(Tools.Tool.file(
                "edit_file",
                "Replaces text in a file.",
                List.of("path", "edits", "dryRun"),
                call -> alone(call, WriteTools::edit)));
    }

    /** Two changes to files of one session never interleave. */
    private static String alone(ToolCall call, Tools.Body body) throws IOException {
        call.session().writing().lock();
        try {
            return body.run(call);
        } finally {
            call.session().writing().unlock();
        }
    }

    private static String write(ToolCall call) throws IOException {
        String mode = call.find("mode").filter(m -> !m.isEmpty()).orElse("overwrite");
        String path = mode.equals("create_new") ? call.followedToName("path") : call.followed("path");
        prepareParent(call, path);
        switch (mode) {
            case "overwrite" -> replace(call.files(), path, call.text("content"));
            case "append" -> append(call.files(), path, call.text("content"));
            case "create_new" -> createNew(call.files(), path, call.text("content"));
            default -> throw new ToolFailure("Unknown mode " + mode + ": overwrite, append or create_new");
        }
        return "Successfully wrote to " + call.path("path");
    }

    private static void prepareParent(ToolCall call, String path) throws IOException {
        String parent = Keys.parent(path);
        if (call.flag("create_parent_dir")) {
            call.files().createDirectories(parent);
        } else if (!call.files().isDirectory(parent)) {
            throw new ToolFailure("Parent directory does not exist: " + parent);
        }
        if (call.files().isDirectory(path)) {
            throw new ToolFailure("Is a directory: " + path);
        }
    }

    private static void replace(SessionFiles files, String path, String content) throws IOException {
        files.replace(path, writer -> writer.write(bytes(content)));
    }

    private static void append(SessionFiles files, String path, String content) throws IOException {
        try (DiskWriter writer = files.append(path)) {
            writer.write(bytes(content));
        }
    }

    private static void createNew(SessionFiles files, String path, String content) throws IOException {
        if (files.stat(path).isPresent()) {
            throw new ToolFailure("File already exists: " + path);
        }
        replace(files, path, content);
    }

    private static ByteBuffer bytes(String content) {
        return StandardCharsets.UTF_8.encode(content);
    }

    private static String edit(ToolCall call) throws IOException {
        String path = call.followed("path");
        String text = ReadTools.text(call.files(), path);
        if (call.list("edits").size() > MOST_EDITS) {
            throw new ToolFailure("More than " + MOST_EDITS + " edits in one call");
        }
        for (Object given : call.list("edits")) {
            text = edited(text, given instanceof Map<?, ?> edit ? edit : Map.of());
        }
        if (call.flag("dryRun")) {
            return text;
        }
        replace(call.files(), path, text);
        return "Successfully edited " + call.path("path");
    }

    private static String edited(String text, Map<?, ?> edit) {
        String before = String.valueOf(edit.get("oldText"));
        String after = String.valueOf(edit.get("newText"));
        int at = text.indexOf(before);
        if (at < 0) {
            throw new ToolFailure("Text to replace not found: " + before);
        }
        return text.substring(0, at) + after + text.substring(at + before.length());
    }
}
