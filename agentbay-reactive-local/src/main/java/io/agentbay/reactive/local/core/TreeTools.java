package io.agentbay.reactive.local.core;

import java.io.IOException;
import java.util.List;

/** The tools that change which files there are. */
final class TreeTools {

    private TreeTools() {}

    static void register(Tools tools) {
        tools.add(Tools.Tool.file(
                "create_directory",
                "Creates a directory and its parents.",
                List.of("path"),
                TreeTools::createDirectory));
        tools.add(Tools.Tool.file(
                "move_file",
                "Moves or renames a file or directory.",
                List.of("source", "destination"),
                TreeTools::move));
        tools.add(Tools.Tool.file(
                "delete_file", "Deletes a file or an empty directory.", List.of("path"), TreeTools::delete));
    }

    private static String createDirectory(ToolCall call) throws IOException {
        String path = call.followed("path");
        if (call.files().isFile(path)) {
            throw new ToolFailure("Is a file: " + path);
        }
        call.files().createDirectories(path);
        return "Successfully created directory " + call.path("path");
    }

    /** A file at the destination is replaced. */
    private static String move(ToolCall call) throws IOException {
        String source = call.followedToName("source");
        String destination = call.followedToName("destination");
        requireThere(call, source);
        if (!call.files().isDirectory(Keys.parent(destination))) {
            throw new ToolFailure("Parent directory does not exist: " + Keys.parent(destination));
        }
        if (call.files().isDirectory(destination) || Keys.within(source, destination) || holdsMount(call, source)) {
            throw new ToolFailure("Cannot move " + source + " to " + destination);
        }
        call.files().move(source, destination);
        return "Successfully moved " + call.path("source") + " to " + call.path("destination");
    }

    private static String delete(ToolCall call) throws IOException {
        String path = call.followedToName("path");
        requireThere(call, path);
        if (path.equals("/") || holdsMount(call, path)) {
            throw new ToolFailure("Device or resource busy: " + path);
        }
        if (call.files().isDirectory(path) && !call.files().list(path).isEmpty()) {
            throw new ToolFailure("Directory not empty: " + path);
        }
        call.files().delete(path);
        return "Successfully deleted " + call.path("path");
    }

    private static boolean holdsMount(ToolCall call, String path) {
        return call.session().mounts().stream().anyMatch(mount -> Keys.within(path, mount.root()));
    }

    private static void requireThere(ToolCall call, String path) throws IOException {
        if (call.files().stat(path).isEmpty()) {
            throw new ToolFailure("File not found: " + path);
        }
    }
}
