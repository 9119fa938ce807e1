package io.agentbay.reactive.local.core;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The tools that read files. One answer holds at most 16 MiB; more is read in ranges. */
final class ReadTools {

    private static final int LIMIT = 16 << 20;

    private ReadTools() {}

    static void register(Tools tools) {
        tools.add(Tools.Tool.file(
                "read_file",
                "Reads a file, or a range of its bytes.",
                List.of("path", "offset", "length", "format"),
                ReadTools::read));
        tools.add(Tools.Tool.file(
                "read_multiple_files", "Reads several text files.", List.of("paths"), ReadTools::readMany));
    }

    private static String read(ToolCall call) throws IOException {
        byte[] bytes = bytes(call.files(), call.followed("path"), call.number("offset"), call.number("length"));
        boolean binary = call.find("format").filter("binary"::equals).isPresent();
        return binary ? Base64.getEncoder().encodeToString(bytes) : new String(bytes, StandardCharsets.UTF_8);
    }

    static byte[] bytes(SessionFiles files, String path, long offset, long length) throws IOException {
        if (!files.isFile(path)) {
            throw new ToolFailure((files.isDirectory(path) ? "Is a directory: " : "File not found: ") + path);
        }
        try (DiskReader reader = files.open(path)) {
            long rest = Math.max(0, reader.size() - Math.max(0, offset));
            long wanted = length <= 0 ? rest : Math.min(length, rest);
            if (wanted > LIMIT) {
                throw new ToolFailure("More than 16 MiB in one answer: read " + path + " in ranges");
            }
            return range(reader, Math.max(0, offset), (int) wanted);
        }
    }

    private static byte[] range(DiskReader reader, long offset, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        long position = offset;
        while (buffer.hasRemaining()) {
            int read = reader.read(position, buffer);
            if (read < 0) {
                break;
            }
            position += read;
        }
        byte[] bytes = new byte[buffer.position()];
        buffer.flip().get(bytes);
        return bytes;
    }

    static String text(SessionFiles files, String path) throws IOException {
        return new String(bytes(files, path, 0, 0), StandardCharsets.UTF_8);
    }

    private static String readMany(ToolCall call) throws IOException {
        List<String> parts = new ArrayList<>();
        long length = 0;
        for (Object given : call.list("paths")) {
            String path = Keys.path("paths", String.valueOf(given));
            String part = given + ": " + textOrFailure(call.files(), path) + "\n";
            length += part.length();
            if (length > LIMIT) {
                throw new ToolFailure("More than 16 MiB in one answer: read fewer files at a time");
            }
            parts.add(part);
        }
        return String.join("---\n", parts);
    }

    /** One missing file does not hide the others. */
    private static String textOrFailure(SessionFiles files, String path) throws IOException {
        try {
            return text(files, SessionLinks.follow(files, path));
        } catch (ToolFailure e) {
            return "Error - " + e.getMessage();
        }
    }
}
