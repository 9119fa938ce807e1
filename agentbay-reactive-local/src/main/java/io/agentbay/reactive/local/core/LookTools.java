package io.agentbay.reactive.local.core;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** The tools that tell which files there are. */
final class LookTools {

    private static final int MOST_MATCHES = 100_000;

    private LookTools() {}

    static void register(Tools tools) {
        tools.add(Tools.Tool.file("list_directory", "Lists a directory.", List.of("path"), LookTools::list));
        tools.add(Tools.Tool.file("get_file_info", "Describes a file or directory.", List.of("path"), LookTools::info));
        tools.add(Tools.Tool.file(
                "search_files",
                "Finds files and directories by name pattern.",
                List.of("path", "pattern", "excludePatterns"),
                LookTools::search));
    }

    private static String list(ToolCall call) throws IOException {
        String path = directory(call, call.followed("path"));
        StringBuilder lines = new StringBuilder();
        for (DiskEntry entry : call.files().list(path)) {
            if (entry.kind() != DiskEntry.Kind.OTHER) {
                lines.append(entry.isDirectory() ? "[DIR] " : "[FILE] ")
                        .append(entry.name())
                        .append('\n');
            }
        }
        return lines.toString().stripTrailing();
    }

    private static String info(ToolCall call) throws IOException {
        String path = call.path("path");
        DiskEntry entry =
                call.files().stat(call.followed("path")).orElseThrow(() -> new ToolFailure("File not found: " + path));
        return String.join(
                "\n",
                "name: " + Keys.name(path),
                "path: " + path,
                "size: " + entry.size(),
                "isDirectory: " + entry.isDirectory(),
                "isFile: " + entry.isFile(),
                "permissions: " + (entry.isDirectory() ? "drwxr-xr-x" : "-rw-r--r--"),
                "modified: " + entry.modified());
    }

    private static String search(ToolCall call) throws IOException {
        String asked = call.path("path");
        String start = directory(call, call.followed("path"));
        Predicate<String> wanted = pattern(call.text("pattern"));
        List<Predicate<String>> excludes = call.list("excludePatterns").stream()
                .map(String::valueOf)
                .map(LookTools::pattern)
                .toList();
        List<String> found = new ArrayList<>();
        call.files().walk(start, (path, entry) -> {
            String below = Keys.below(start, path);
            if (wanted.test(below) && excludes.stream().noneMatch(exclude -> exclude.test(below))) {
                requireFew(found);
                found.add(Keys.join(asked, below));
            }
        });
        return found.isEmpty() ? "No matches found" : String.join("\n", found);
    }

    private static void requireFew(List<String> found) {
        if (found.size() >= MOST_MATCHES) {
            throw new ToolFailure("More than " + MOST_MATCHES + " matches: search deeper or name a narrower pattern");
        }
    }

    private static Predicate<String> pattern(String pattern) {
        if (!Globs.isPattern(pattern)) {
            String lower = pattern.toLowerCase(Locale.ROOT);
            return below -> Keys.name(below).toLowerCase(Locale.ROOT).contains(lower);
        }
        if (pattern.length() > Keys.LONGEST) {
            throw new ToolFailure("The pattern is longer than " + Keys.LONGEST + " characters");
        }
        try {
            Glob glob = Globs.of(pattern);
            return below -> Globs.matches(glob, below);
        } catch (IllegalArgumentException e) {
            throw new ToolFailure("The pattern " + pattern + " means nothing: " + e.getMessage());
        }
    }

    private static String directory(ToolCall call, String path) throws IOException {
        if (!call.files().isDirectory(path)) {
            throw new ToolFailure((call.files().isFile(path) ? "Not a directory: " : "Directory not found: ") + path);
        }
        return path;
    }
}
