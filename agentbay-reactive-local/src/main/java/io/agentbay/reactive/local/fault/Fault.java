package io.agentbay.reactive.local.fault;

/**
 * Which calls, tasks or clears a fault strikes, and how often. Immutable: every method here returns a new value; the
 * methods of {@link CallFault}, {@link SyncFault} and {@link ClearingFault} arm it.
 *
 * <p>Without any of them a fault strikes everything it was made for, until {@link Faults#clear()}. Said together, all of
 * them hold: {@code after} and {@code sometimes} look only at what matches, {@code times} counts what was struck.
 *
 * @param <F> the kind of fault
 */
public interface Fault<F extends Fault<F>> {

    /**
     * Only what concerns this context, given by name or by id: a call that names it, or names a session that mounts it;
     * a task of it.
     */
    F context(String nameOrId);

    /**
     * Only what concerns this path: {@code FilePath}, {@code Path} or {@code ParentFolderPath} of an action, a path among
     * the arguments of a tool, the key of a signed URL, the path of a task. With {@code *} (within a name), {@code **},
     * {@code ?} or {@code [..]} it is a pattern; one without a slash matches the name alone.
     */
    F path(String pathOrPattern);

    /** Lets this many pass unharmed first; 0 when not said. {@code after(2).times(1)} strikes the third alone. */
    F after(int passing);

    /** Disarms the fault after it struck this often; at least 1. */
    F times(int n);

    /** Strikes each with this probability, above 0 and at most 1, drawn from the seed of {@link Faults#seed(long)}. */
    F sometimes(double probability);
}
