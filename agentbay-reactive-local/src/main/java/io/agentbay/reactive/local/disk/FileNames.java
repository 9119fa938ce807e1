package io.agentbay.reactive.local.disk;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Base64;

/** Names the JVM cannot hand to the operating system (an emoji under {@code LANG=C}) are kept in an escaped form. */
final class FileNames {

    private static final String ESCAPED = "=utf16=";
    private static final char LOST = '\uFFFD';
    private static final Charset PLATFORM = Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));

    private FileNames() {}

    /** The name on disk of one part of a path. */
    static String toDisk(String name) {
        if (PLATFORM.newEncoder().canEncode(name) && !name.startsWith(ESCAPED)) {
            return name;
        }
        ByteBuffer bytes = ByteBuffer.allocate(2 * name.length());
        bytes.asCharBuffer().put(name);
        return ESCAPED + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** The part of a path this name on disk stands for. */
    static String fromDisk(String name) {
        if (!name.startsWith(ESCAPED)) {
            return name;
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(name.substring(ESCAPED.length()));
            String text = ByteBuffer.wrap(bytes).asCharBuffer().toString();
            return text.indexOf('/') < 0 && toDisk(text).equals(name) ? text : name;
        } catch (IllegalArgumentException notOurs) {
            return name;
        }
    }

    /** Whether this text leads back to this name on disk; not so for bytes that are no text, and for forged escapes. */
    static boolean isDisk(String text, Path name) {
        boolean lossy = name.toString().indexOf(LOST) >= 0;
        try {
            return toDisk(text).equals(name.toString())
                    && (!lossy || name.getFileSystem().getPath(name.toString()).equals(name));
        } catch (InvalidPathException noPath) {
            return false;
        }
    }
}
