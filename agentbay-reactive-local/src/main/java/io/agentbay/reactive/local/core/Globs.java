package io.agentbay.reactive.local.core;

import java.util.regex.Pattern;

/** File name patterns: {@code *} within a name, {@code **} across, {@code ?} one character, {@code [a-z]} a set. */
final class Globs {

    private Globs() {}

    static boolean isPattern(String text) {
        return text.chars().anyMatch(c -> c == '*' || c == '?' || c == '[');
    }

    /** Whether a path's name, the path itself, or the end of the path matches. */
    static boolean matches(String glob, String path) {
        Pattern pattern = Pattern.compile(regex(glob.startsWith("/") ? glob.substring(1) : glob), Pattern.DOTALL);
        String relative = path.startsWith("/") ? path.substring(1) : path;
        return pattern.matcher(relative).matches()
                || pattern.matcher(Keys.name(relative)).matches();
    }

    /** The regular expression of a pattern. */
    static String regex(String glob) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            if (glob.startsWith("**/", i)) {
                regex.append("(?:.*/)?");
                i += 2;
            } else if (glob.startsWith("**", i)) {
                regex.append(".*");
                i++;
            } else if (c == '[' && glob.indexOf(']', i) > i) {
                int end = glob.indexOf(']', i);
                regex.append(set(glob.substring(i + 1, end)));
                i = end;
            } else {
                regex.append(c == '*' ? "[^/]*" : c == '?' ? "[^/]" : Pattern.quote(String.valueOf(c)));
            }
        }
        return regex.toString();
    }

    private static String set(String inner) {
        boolean negated = inner.startsWith("!");
        String safe = (negated ? inner.substring(1) : inner).replaceAll("[\\\\\\[\\]&^]", "\\\\$0");
        return safe.isEmpty() ? "\\[\\]" : "[" + (negated ? "^" : "") + safe + "]";
    }
}
