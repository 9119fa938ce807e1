package io.agentbay.reactive.local.sharing;

import io.agentbay.reactive.local.core.ServiceModel;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The guesses a {@link ServiceModel} makes, each a component of one of its parts, found by looking at the records. */
final class Guesses {

    private static final ServiceModel DEFAULTS = ServiceModel.defaults();

    private Guesses() {}

    /** Every guess, as {@code part.name}. */
    static List<String> names() {
        return all().map(Guess::name).toList();
    }

    /** For each guess that none of these models makes otherwise, a model for each other value it may have. */
    static Map<String, UnaryOperator<ServiceModel>> notIn(Collection<UnaryOperator<ServiceModel>> models) {
        var made = models.stream().map(model -> model.apply(DEFAULTS)).toList();
        Map<String, UnaryOperator<ServiceModel>> missing = new LinkedHashMap<>();
        all().filter(guess -> made.stream().allMatch(model -> guess.in(model).equals(guess.in(DEFAULTS))))
                .forEach(guess -> guess.others()
                        .forEach(value -> missing.put(guess.name() + " " + value, model -> guess.set(model, value))));
        return missing;
    }

    private static Stream<Guess> all() {
        return Arrays.stream(ServiceModel.class.getRecordComponents())
                .flatMap(part -> Arrays.stream(part.getType().getRecordComponents())
                        .map(component -> new Guess(part, component)));
    }

    private record Guess(RecordComponent part, RecordComponent component) {

        String name() {
            return part.getName() + "." + component.getName();
        }

        Object in(ServiceModel model) {
            return get(get(model, part), component);
        }

        Stream<?> others() {
            var value = in(DEFAULTS);
            if (value instanceof Boolean yes) {
                return Stream.of(!yes);
            }
            if (value instanceof Duration time) {
                return Stream.of(time.plusSeconds(2));
            }
            if (value instanceof Enum<?> constant) {
                return Arrays.stream(constant.getDeclaringClass().getEnumConstants())
                        .filter(other -> !other.equals(constant));
            }
            return Stream.of(value instanceof Long ? Long.valueOf(1) : value instanceof Integer ? 1 : value);
        }

        ServiceModel set(ServiceModel model, Object value) {
            return (ServiceModel) with(model, part, with((Record) get(model, part), component, value));
        }
    }

    private static Object get(Object owner, RecordComponent component) {
        try {
            return Objects.requireNonNull(component.getAccessor().invoke(owner));
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static Record with(Record old, RecordComponent changed, Object value) {
        var components = old.getClass().getRecordComponents();
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        var values = Arrays.stream(components)
                .map(component -> component.getName().equals(changed.getName()) ? value : get(old, component))
                .toArray();
        try {
            return old.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
