package io.agentbay.reactive.local.core;

import java.util.random.RandomGenerator;

/** What becomes, when a machine ends, of what was written and not forced: asked once for each write and each name. */
abstract class Survival {

    /** Fate of one write that was not forced. */
    enum Fate {
        /** Nothing of it is there. */
        LOST,
        /** The file has grown, but only a part of the bytes is there. */
        TORN,
        /** The file has grown, and holds zeros in the place of the bytes. */
        ZEROS,
        /** All of it is there. */
        KEPT
    }

    abstract Fate write();

    /** Whether a name that was made or removed is so afterwards. */
    abstract boolean name();

    /** How many of so many things in a row, the first ones, are there. */
    abstract int first(int count);

    /** The power failed, and nothing got to the disk that was not forced. */
    static Survival none() {
        return new Nothing();
    }

    /** The power failed, and each write and each name got to the disk or did not, in any order. */
    static Survival some(RandomGenerator random) {
        return new Drawn(random);
    }

    private static final class Nothing extends Survival {

        @Override
        Fate write() {
            return Fate.LOST;
        }

        @Override
        boolean name() {
            return false;
        }

        @Override
        int first(int count) {
            return 0;
        }
    }

    /** Each loss has odds of its own for data and for names, so that names without data and data without names are met. */
    private static final class Drawn extends Survival {
        private static final double[] ODDS = {0, 0.1, 0.5, 0.9, 1};

        private final RandomGenerator random;
        private final double data;
        private final double names;

        Drawn(RandomGenerator random) {
            this.random = random;
            this.data = ODDS[random.nextInt(ODDS.length)];
            this.names = ODDS[random.nextInt(ODDS.length)];
        }

        @Override
        Fate write() {
            if (random.nextDouble() < data) {
                return Fate.KEPT;
            }
            Fate[] fates = Fate.values();
            return fates[random.nextInt(fates.length - 1)];
        }

        @Override
        boolean name() {
            return random.nextDouble() < names;
        }

        @Override
        int first(int count) {
            return random.nextInt(count + 1);
        }
    }
}
