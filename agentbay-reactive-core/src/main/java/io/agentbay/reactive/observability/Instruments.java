package io.agentbay.reactive.observability;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** Meters as they are documented, each made once. */
final class Instruments {

    private final MeterRegistry registry;
    private final Map<Key, Meter> made = new ConcurrentHashMap<>();
    private final List<Meter> gauges = new CopyOnWriteArrayList<>();

    Instruments(MeterRegistry registry) {
        this.registry = registry;
    }

    Timer timer(ClientMeter meter, String... values) {
        return (Timer) made.computeIfAbsent(
                new Key(meter, List.of(values)),
                key -> Timer.builder(meter.getName())
                        .description(meter.description())
                        .tags(key.tags())
                        .serviceLevelObjectives(meter.objectives())
                        .register(registry));
    }

    Counter counter(ClientMeter meter, String... values) {
        return (Counter) made.computeIfAbsent(
                new Key(meter, List.of(values)),
                key -> Counter.builder(meter.getName())
                        .description(meter.description())
                        .baseUnit(meter.getBaseUnit())
                        .tags(key.tags())
                        .register(registry));
    }

    DistributionSummary summary(ClientMeter meter, String... values) {
        return (DistributionSummary) made.computeIfAbsent(
                new Key(meter, List.of(values)),
                key -> DistributionSummary.builder(meter.getName())
                        .description(meter.description())
                        .tags(key.tags())
                        .register(registry));
    }

    void gauge(ClientMeter meter, Supplier<Number> source, String... values) {
        gauges.add(Gauge.builder(meter.getName(), source)
                .description(meter.description())
                .baseUnit(meter.getBaseUnit())
                .tags(new Key(meter, List.of(values)).tags())
                .strongReference(true)
                .register(registry));
    }

    /** Takes the gauges out of the registry, which may outlive what they look at. */
    void removeGauges() {
        gauges.forEach(registry::remove);
        gauges.clear();
    }

    private record Key(ClientMeter meter, List<String> values) {

        List<Tag> tags() {
            List<Tag> tags = new ArrayList<>();
            for (int n = 0; n < values.size(); n++) {
                tags.add(Tag.of(meter.tags().get(n).asString(), values.get(n)));
            }
            return tags;
        }
    }
}
