package io.agentbay.reactive.common;

import java.util.regex.Pattern;

/** One pattern over relative paths with {@code /}; it also covers everything below a directory it matches. */
final class Glob {

    private static final String SPECIAL = "\\.[]{}()+-^$|";

    private final Pattern pattern;

    private Glob(Pattern pattern) {
        this.pattern = pattern;
    }

    /** A glob: {@code *} and {@code ?} stay within a name, {@code **} crosses; without a slash it fits at any depth. */
    static Glob matching(String glob) {
        var trimmed = Selector.normal(glob);
        var anyDepth = trimmed.indexOf('/') < 0;
        return new Glob(Pattern.compile((anyDepth ? "(?:.*/)?" : "") + regex(trimmed) + "(?:/.*)?", Pattern.DOTALL));
    }

    /** An exact file or directory. */
    static Glob under(String path) {
        var trimmed = Selector.normal(path);
        return new Glob(
                Pattern.compile(trimmed.isEmpty() ? ".*" : Pattern.quote(trimmed) + "(?:/.*)?", Pattern.DOTALL));
    }

    static boolean isPattern(String text) {
        return text.chars().anyMatch(ch -> ch == '*' || ch == '?');
    }

    boolean covers(String path) {
        return pattern.matcher(path).matches();
    }

    private static String regex(String glob) {
        var out = new StringBuilder();
        for (int at = 0; at < glob.length(); at++) {
            var ch = glob.charAt(at);
            if (glob.startsWith("**/", at)) {
                out.append("(?:.*/)?");
                at += 2;
            } else if (glob.startsWith("**", at)) {
                out.append(".*");
                at++;
            } else {
                out.append(one(ch));
            }
        }
        return out.toString();
    }

    private static String one(char ch) {
        return switch (ch) {
            case '*' -> "[^/]*";
            case '?' -> "[^/]";
            default -> SPECIAL.indexOf(ch) >= 0 ? "\\" + ch : String.valueOf(ch);
        };
    }
}
