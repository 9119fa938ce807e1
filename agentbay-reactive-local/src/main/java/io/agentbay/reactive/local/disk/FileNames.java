package io.agentbay.reactive.local.disk;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Names the JVM cannot hand to the operating system (an emoji under {@code LANG=C}) are kept in an escaped form. */
final class FileNames {

    private static final String ESCAPED = "=utf16=";
    private static final Charset PLATFORM = Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));

    private FileNames() {}

    /** The name on disk of one part of a path. */
    static String toDisk(String name) {
        if (PLATFORM.newEncoder().canEncode(name) && !name.startsWith(ESCAPED)) {
            return name;
        }
        byte[] bytes = name.getBytes(StandardCharsets.UTF_16BE);
        return ESCAPED + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The part of a path this name on disk stands for. */
    static String fromDisk(String name) {
        if (!name.startsWith(ESCAPED)) {
            return name;
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(name.substring(ESCAPED.length()));
            return new String(bytes, StandardCharsets.UTF_16BE);
        } catch (IllegalArgumentException notOurs) {
            return name;
        }
    }
}
