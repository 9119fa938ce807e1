package io.agentbay.reactive.internal.file;

import io.agentbay.reactive.file.FileEntry;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the plain texts in which file tools answer. */
final class ToolTexts {

    private static final String DIRECTORY = "[DIR] ";
    private static final String FILE = "[FILE] ";

    private ToolTexts() {}

    /** What get_file_info says, key by key. */
    static Map<String, String> info(String text) {
        Map<String, String> values = new HashMap<>();
        for (String line : lines(text)) {
            var colon = line.indexOf(':');
            if (colon > 0) {
                values.putIfAbsent(
                        line.substring(0, colon).strip(),
                        line.substring(colon + 1).strip());
            }
        }
        return values;
    }

    /** The entry get_file_info describes; null when its answer says neither size nor directory. */
    static @Nullable FileEntry entry(String path, Map<String, String> info) {
        if (Boolean.parseBoolean(info.get("isDirectory"))) {
            return new FileEntry(path, FileEntry.Type.DIRECTORY, 0, time(modified(info)));
        }
        var size = number(info.get("size"));
        return size == null ? null : new FileEntry(path, FileEntry.Type.FILE, size, time(modified(info)));
    }

    static @Nullable String modified(Map<String, String> info) {
        var modified = info.get("modified");
        return modified == null ? info.get("modTime") : modified;
    }

    /** What list_directory names, in its order; lines of any other form are skipped. */
    static List<FileEntry> listing(String directory, String text) {
        List<FileEntry> entries = new ArrayList<>();
        for (String line : lines(text)) {
            if (line.startsWith(DIRECTORY)) {
                entries.add(FileEntry.directory(RemotePath.resolve(directory, line.substring(DIRECTORY.length()))));
            } else if (line.startsWith(FILE)) {
                var path = RemotePath.resolve(directory, line.substring(FILE.length()));
                entries.add(new FileEntry(path, FileEntry.Type.FILE, FileEntry.UNKNOWN_SIZE, null));
            }
        }
        return entries;
    }

    /** The full paths search_files found. */
    static List<String> hits(String text) {
        return lines(text).stream().filter(line -> line.startsWith("/")).toList();
    }

    /** Whether a tool's own words say that the path is not there; the path itself is no evidence. */
    static boolean saysMissing(String words, String path) {
        var said = words.replace(path, "").toLowerCase(Locale.ROOT);
        var missing = said.contains("not found")
                || said.contains("no such file")
                || said.contains("not exist")
                || said.contains("enoent")
                || said.contains("cannot find");
        return missing
                && !said.contains("session")
                && !said.contains("tool ")
                && !said.contains("parent")
                && !said.contains("command not found");
    }

    /** Whether they say so of a file, and of nothing else that may be looked for. */
    static boolean saysFileMissing(String words, String path) {
        var said = words.replace(path, "").toLowerCase(Locale.ROOT).strip();
        return said.startsWith("file not found") || said.contains("no such file") || said.contains("enoent");
    }

    private static List<String> lines(String text) {
        return text.lines().toList();
    }

    private static @Nullable Long number(@Nullable String text) {
        try {
            return text == null ? null : Long.valueOf(text);
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    /** Only forms that name their zone or count from the epoch say when. */
    static @Nullable Instant time(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return text.matches("\\d{9,11}(\\.\\d+)?")
                    ? Instant.ofEpochMilli((long) (Double.parseDouble(text) * 1000))
                    : OffsetDateTime.parse(text.replace(' ', 'T')).toInstant();
        } catch (DateTimeException unknown) {
            return null;
        }
    }
}
