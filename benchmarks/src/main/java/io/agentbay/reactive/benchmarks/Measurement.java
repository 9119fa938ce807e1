package io.agentbay.reactive.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One cell of the table: all callers take turns, round after round, and the median of each is kept. */
final class Measurement {

    private final StubService service;
    private final int rounds;
    private final Duration warmUp;
    private final Duration time;

    Measurement(StubService service, int rounds, Duration warmUp, Duration time) {
        this.service = service;
        this.rounds = rounds;
        this.warmUp = warmUp;
        this.time = time;
    }

    Map<Caller, Sample> of(List<Caller> callers, int inFlight) {
        Map<Caller, List<Sample>> samples = new LinkedHashMap<>();
        callers.forEach(caller -> samples.put(caller, new ArrayList<>()));
        practise(callers, inFlight);
        for (int round = 0; round < rounds; round++) {
            List<Caller> turns = new ArrayList<>(callers);
            Collections.rotate(turns, round);
            turns.forEach(caller -> Objects.requireNonNull(samples.get(caller)).add(once(caller, inFlight)));
        }
        Map<Caller, Sample> medians = new LinkedHashMap<>();
        samples.forEach((caller, all) -> medians.put(caller, Sample.median(all)));
        return medians;
    }

    /** Whoever runs first would pay for compiling what all of them use. */
    private void practise(List<Caller> callers, int inFlight) {
        callers.forEach(caller -> once(caller, inFlight));
    }

    private Sample once(Caller caller, int inFlight) {
        try (var load = caller.start(inFlight)) {
            Waiting.pass(warmUp);
            long connections = service.connections();
            long calls = load.calls();
            long failures = load.failures();
            var before = Costs.now();
            Waiting.pass(time);
            var after = Costs.now();
            return Sample.between(
                    before,
                    after,
                    load.calls() - calls,
                    service.connections() - connections,
                    load.failures() - failures);
        }
    }
}
