package io.agentbay.reactive.session;

import io.agentbay.reactive.common.Selector;
import io.agentbay.reactive.sync.Mount;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;

/** What can be said against the paths and patterns of one mount's policy. */
final class SelectorLint {

    /** What no exact path may have: the official clients refuse it too. */
    static final String WILDCARDS = "*?[]";

    private final String field;
    private final Mount mount;
    private final Selector selector;
    private final Findings found;

    SelectorLint(String policyField, Mount mount, Findings found) {
        this.field = policyField;
        this.mount = mount;
        this.selector = mount.policy().selector();
        this.found = found;
    }

    void check() {
        patterns();
        each("selector.paths", selector.paths(), this::path);
        each("selector.globs", selector.globs(), this::glob);
        each("selector.exceptions", selector.exceptions(), this::exception);
        each("recycledPaths", mount.policy().recycledPaths(), this::path);
        contradictions();
    }

    /** Only a client knows its service, so only {@code create} can tell whether patterns are refused. */
    private void patterns() {
        if (selector.hasPatterns()) {
            found.warning(
                    field + ".selector",
                    "The cloud knows no patterns in policies; only the embedded service honours them",
                    "Select exact files or directories with Selector.under(..), or move the files by this client with"
                            + " the same selector: contexts().files(..) and session.files(), copyFrom(..), copyTo(..)");
        }
    }

    private void each(String name, List<String> texts, BiConsumer<String, String> check) {
        for (int i = 0; i < texts.size(); i++) {
            check.accept(field + "." + name + "[" + i + "]", texts.get(i));
        }
    }

    private void exception(String at, String exception) {
        if (Selector.isPattern(exception)) {
            glob(at, exception);
        } else {
            path(at, exception);
        }
    }

    /** To this client a bracket is a letter, to others it begins a set. */
    private void glob(String at, String glob) {
        if (glob.indexOf('[') >= 0 || glob.indexOf(']') >= 0) {
            found.error(
                    at,
                    "The pattern " + glob + " has a bracket, which services do not read alike",
                    "Use *, ? and ** only, or list the alternatives: Selector.matching(\"a*\", \"b*\")");
        }
    }

    private void path(String at, String path) {
        var inside = mount.path().substring(1);
        if (hasWildcard(path)) {
            found.error(
                    at,
                    "The path " + path + " has a wildcard, which the service refuses",
                    "Name files or directories without any of " + WILDCARDS + "; patterns go to Selector.matching(..)");
        } else if (path.equals(inside) || path.startsWith(inside + "/")) {
            found.error(
                    at,
                    "The path /" + path + " is absolute, but paths in a policy are relative to the mount "
                            + mount.path(),
                    path.equals(inside)
                            ? "Leave the selection out: it is the whole mount"
                            : "Say \"" + path.substring(inside.length() + 1) + "\"");
        } else if (Arrays.stream(path.split("/", -1)).anyMatch(SelectorLint::leads)) {
            found.error(
                    at,
                    "The path " + path + " has an empty, '.' or '..' segment",
                    "Write the path out in full, relative to " + mount.path());
        }
    }

    private static boolean leads(String segment) {
        return segment.isEmpty() || segment.equals(".") || segment.equals("..");
    }

    private void contradictions() {
        for (var one : selector.alternatives()) {
            one.paths().stream()
                    .filter(path -> !one.accepts(path))
                    .forEach(path -> found.warning(
                            field + ".selector.exceptions",
                            "The path " + path + " is selected and excepted at once, so nothing of it is synced",
                            "Leave out one of the two"));
        }
    }

    static boolean hasWildcard(String path) {
        return path.chars().anyMatch(character -> WILDCARDS.indexOf(character) >= 0);
    }
}
