package io.agentbay.reactive.local.core;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** The names of one archive's entries: each must stay below the folder it is unpacked to, and none may shadow another. */
final class EntryNames {
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);

    private final Set<String> files = new HashSet<>();
    private final Set<String> folders = new HashSet<>();

    /** Takes note of an entry; a name that leads elsewhere is an {@link IOException}. */
    void add(String name, boolean folder) throws IOException {
        String path = below(name);
        for (String above = Keys.parent(path); !above.equals("/"); above = Keys.parent(above)) {
            folders.add(above);
            refuse(files.contains(above), name);
        }
        refuse(path.equals("/") && !folder, name);
        (folder ? folders : files).add(path);
        refuse(files.contains(path) && folders.contains(path), name);
    }

    /** The path of an entry below its folder, with a leading slash. */
    static String below(String name) throws IOException {
        String slashed = name.replace('\\', '/');
        refuse(slashed.isEmpty() || slashed.startsWith("/") || name.indexOf('\0') >= 0, name);
        refuse(slashed.length() > Keys.LONGEST || DRIVE.matcher(slashed).matches(), name);
        for (String part : slashed.split("/")) {
            refuse(part.equals("..") || part.getBytes(StandardCharsets.UTF_8).length > Keys.LONGEST_NAME, name);
        }
        return Keys.path("entry", slashed);
    }

    private static void refuse(boolean hostile, String name) throws IOException {
        if (hostile) {
            String shown = name.length() > 80 ? name.substring(0, 80) + "..." : name;
            throw new HostileArchiveException("its entry \"" + shown.replace('\0', '?') + "\" is refused");
        }
    }
}
