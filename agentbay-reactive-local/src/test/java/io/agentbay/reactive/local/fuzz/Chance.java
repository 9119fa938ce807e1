package io.agentbay.reactive.local.fuzz;

import io.agentbay.reactive.local.core.HostilePaths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What one seed picks: the same things in the same order in every run. */
final class Chance {

    private static final List<String> PATHS = HostilePaths.all();

    private static final List<String> VALUES = List.of(
            "",
            " ",
            "0",
            "-1",
            "1",
            "2147483647",
            "2147483648",
            "-9223372036854775808",
            "99999999999999999999999999",
            "1e400",
            "NaN",
            "true",
            "null",
            "{}",
            "[]",
            "[[]]",
            "{\"a\":",
            "\"text\"",
            "[null,1,true,\"x\",{}]",
            "{\"uploadPolicy\":3,\"bwList\":[],\"recyclePolicy\":{\"lifecycle\":[]}}",
            "{\"bwList\":{\"whiteLists\":[{\"path\":\"[z-a]\"},null,7]}}",
            "[".repeat(5_000),
            "{\"a\":".repeat(900) + "1" + "}".repeat(900),
            "upload",
            "download",
            "\u0000",
            "ü😀\uFFFF",
            "x".repeat(20_000),
            "Bearer akm-fuzz",
            "NextToken",
            "zzzzzzzzzzzz",
            "linux_latest");

    private final Random random;

    Chance(long seed) {
        random = new Random(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    <T> T of(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    String value() {
        return oneIn(3) ? of(PATHS) : of(VALUES);
    }

    /** A value of JSON of any type. */
    Object json(int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 6)) {
            case 0 -> value();
            case 1 -> random.nextInt();
            case 2 -> random.nextDouble() * 1e300;
            case 3 -> random.nextBoolean();
            case 4 -> Long.MIN_VALUE;
            case 5 -> "";
            case 6 -> List.of(json(depth - 1), json(depth - 1));
            default -> Map.of("path", json(depth - 1), value(), json(depth - 1));
        };
    }

    /** The same with some entries changed, left out or added. */
    <V> Map<String, V> mutated(Map<String, V> template, java.util.function.Supplier<V> other) {
        Map<String, V> mutated = new LinkedHashMap<>(template);
        for (String name : new ArrayList<>(template.keySet())) {
            if (oneIn(4)) {
                mutated.put(name, other.get());
            } else if (oneIn(12)) {
                mutated.remove(name);
            }
        }
        if (oneIn(8)) {
            mutated.put(value(), other.get());
        }
        return mutated;
    }

    /** The same bytes with some flipped, left out, doubled, replaced or cut off. */
    byte[] mutated(byte[] bytes) {
        byte[] mutated = bytes.clone();
        for (int i = random.nextInt(5); i >= 0 && mutated.length > 0; i--) {
            mutated = mutatedOnce(mutated, random.nextInt(mutated.length));
        }
        return mutated;
    }

    private byte[] mutatedOnce(byte[] bytes, int at) {
        int length = Math.min(1 + random.nextInt(20), bytes.length - at);
        switch (random.nextInt(6)) {
            case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> bytes[at] = (byte) random.nextInt(256);
            case 2 -> Arrays.fill(bytes, at, at + length, (byte) random.nextInt(256));
            case 3 -> {
                return Arrays.copyOf(bytes, at);
            }
            case 4 -> {
                return joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, at + length, bytes.length));
            }
            default -> {
                return joined(Arrays.copyOf(bytes, at + length), Arrays.copyOfRange(bytes, at, bytes.length));
            }
        }
        return bytes;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
