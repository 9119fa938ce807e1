package io.agentbay.reactive.examples.monitor.work;

import org.jspecify.annotations.Nullable;

/**
 * Work to begin.
 *
 * @param context how the names of the contexts begin: {@code demo-1} and so on, made when missing
 * @param sessions how many sessions, each with a context of its own; 1 to 5,000
 * @param atOnce how many of them at the same time; 1 to 5,000
 * @param rounds how often each writes its files and uploads them; 1 to 1,000
 * @param files how many files each writes; 1 to 100
 * @param kilobytes how large a file is; 1 to 48
 * @param verified whether each upload is compared by content, instead of confirmed by the service; absent for no
 */
record WorkRequest(
        String context,
        int sessions,
        int atOnce,
        int rounds,
        int files,
        int kilobytes,
        @Nullable Boolean verified) {

    private static final int LONGEST = 100;

    WorkRequest {
        if (context == null || context.isBlank() || context.length() > LONGEST) {
            throw new IllegalArgumentException("context must be a name of at most " + LONGEST + " characters");
        }
        check("sessions", sessions, 5_000);
        check("atOnce", atOnce, 5_000);
        check("rounds", rounds, 1_000);
        check("files", files, 100);
        check("kilobytes", kilobytes, 48);
    }

    private static void check(String name, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(name + " must be 1 to " + most + ", but is " + value);
        }
    }
}
