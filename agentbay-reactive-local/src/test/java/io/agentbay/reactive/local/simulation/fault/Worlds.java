package io.agentbay.reactive.local.simulation.fault;

import io.agentbay.reactive.local.core.ServiceModel;
import io.agentbay.reactive.local.simulation.world.Chances;
import java.util.Map;

/** Which of the guesses about the real service a world makes. */
public final class Worlds {

    private static final double OTHERWISE = 0.18;
    /** How long tasks take, and when they are seen, is what proofs hang on. */
    private static final Map<String, Double> MORE = Map.of(
            "tasks.base",
            0.45,
            "tasks.preparing",
            0.3,
            "tasks.visibleAfter",
            0.4,
            "tasks.commits",
            0.3,
            "sessions.labelLag",
            0.4);

    private Worlds() {}

    /** The defaults, and other values here and there where the sky allows for them. */
    public static ServiceModel model(Chances chances, Sky sky) {
        var model = ServiceModel.defaults();
        for (var guess : Guess.all()) {
            var name = "model." + guess.name();
            if (sky.varies(guess)
                    && chances.happens(name, sky.otherwise(guess, MORE.getOrDefault(guess.name(), OTHERWISE)))) {
                model = chances.pick(name, guess.others()).in(model);
            }
        }
        return model;
    }
}
