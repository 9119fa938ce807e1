package io.agentbay.reactive.local.simulation.workload;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** What programs write, and where. */
final class Contents {

    /** Longer than the file a read has got half of when it breaks off. */
    private static final int LONG = 2_000;

    private Contents() {}

    /** Mostly the one, so that many meet there. */
    static String file(SplittableRandom random) {
        return SessionDeeds.MOUNT + (random.nextInt(3) == 0 ? "/f1" : "/f0");
    }

    /** Of one length; often what was there before, so that a content comes and goes and comes. */
    static String longText(String item, SplittableRandom random) {
        int kind = random.nextInt(3);
        return ((kind == 2 ? item : "again" + kind) + ".").repeat(LONG).substring(0, LONG);
    }

    static String path(SplittableRandom random) {
        int n = random.nextInt(4);
        if (random.nextInt(14) == 0) {
            return SessionDeeds.MORE + "/f" + n;
        }
        return SessionDeeds.MOUNT + (n == 3 ? "/deep/f3" : "/f" + n);
    }

    static FileDeeds.Written written(String item, SplittableRandom random) {
        return new FileDeeds.Written(path(random), text(item, random));
    }

    static List<FileDeeds.Written> several(String item, SplittableRandom random) {
        return IntStream.range(0, random.nextInt(1, 4))
                .mapToObj(n -> new FileDeeds.Written(SessionDeeds.MOUNT + "/f" + n, text(item + "-" + n, random)))
                .toList();
    }

    /** Mostly of one length, so that sizes tell nothing; mostly never seen before. */
    static String text(String item, SplittableRandom random) {
        int kind = random.nextInt(10);
        if (kind == 0) {
            return "the same again";
        }
        var text = new StringBuilder(item);
        int length = kind == 1 ? random.nextInt(100, 4_000) : kind == 2 ? item.length() : 24;
        while (text.length() < length) {
            text.append('.');
        }
        return text.toString();
    }
}
