package io.agentbay.reactive.local.durability;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What strace wrote: the calls of all threads, each with the places where it began and ended. */
final class SystemCalls {

    private static final Pattern LINE = Pattern.compile("^(\\d+) +(.*)$");
    private static final Pattern RESUMED = Pattern.compile("^<\\.\\.\\. \\w+ resumed>(.*)$");
    private static final String UNFINISHED = " <unfinished ...>";

    private final List<Call> calls = new ArrayList<>();

    /** One call; {@code end} is where it returned. */
    record Call(String text, int begin, int end) {

        boolean succeeded() {
            return !text.contains(" = -1 ");
        }
    }

    /** Whether strace runs here and may trace. */
    static boolean canBeSeen() {
        try {
            return new ProcessBuilder("strace", "-f", "-o", "/dev/null", "true")
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }

    static SystemCalls in(Path trace) throws IOException {
        SystemCalls all = new SystemCalls();
        Map<String, Call> unfinished = new HashMap<>();
        List<String> lines = Files.readAllLines(trace, StandardCharsets.ISO_8859_1);
        for (int i = 0; i < lines.size(); i++) {
            Matcher line = LINE.matcher(lines.get(i));
            if (line.matches()) {
                all.add(line.group(1), line.group(2), i, unfinished);
            }
        }
        return all;
    }

    private void add(String thread, String text, int at, Map<String, Call> unfinished) {
        Matcher resumed = RESUMED.matcher(text);
        if (text.endsWith(UNFINISHED)) {
            unfinished.put(thread, new Call(text.substring(0, text.length() - UNFINISHED.length()), at, at));
        } else if (resumed.matches() && unfinished.containsKey(thread)) {
            Call begun = unfinished.remove(thread);
            calls.add(new Call(begun.text + resumed.group(1), begun.begin, at));
        } else {
            calls.add(new Call(text, at, at));
        }
    }

    /** The first successful call that matches and began after this place. */
    Call first(String pattern, int after) {
        Pattern wanted = Pattern.compile(pattern);
        return calls.stream()
                .filter(call -> call.begin > after && call.succeeded())
                .filter(call -> wanted.matcher(call.text).find())
                .min((one, other) -> Integer.compare(one.begin, other.begin))
                .orElseThrow(() -> new AssertionError("no " + pattern + " after line " + after));
    }
}
