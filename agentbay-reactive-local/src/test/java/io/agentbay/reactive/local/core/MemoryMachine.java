package io.agentbay.reactive.local.core;

import java.time.Clock;
import java.util.random.RandomGenerator;

/**
 * A {@link MemoryDisk} and a {@link MemoryLedger} that lose power together, between any two operations of either. Each
 * end gives another machine, on which the service starts again; the old one is off.
 *
 * <pre>{@code
 * MemoryMachine machine = new MemoryMachine(clock);
 * machine.power().cutAt(217);
 * ... a ServiceCore on machine.disk() and machine.ledger(), until machine.power().on() is false ...
 * MemoryMachine next = machine.powerLoss(new Random(seed));
 * }</pre>
 */
public final class MemoryMachine {

    private final Power power;
    private final MemoryDisk disk;
    private final MemoryLedger ledger;

    /** An empty machine; the clock dates files. */
    public MemoryMachine(Clock clock) {
        power = new Power();
        disk = new MemoryDisk(clock, power);
        ledger = new MemoryLedger(power);
    }

    private MemoryMachine(Power power, MemoryDisk disk, MemoryLedger ledger) {
        this.power = power;
        this.disk = disk;
        this.ledger = ledger;
    }

    public MemoryDisk disk() {
        return disk;
    }

    public MemoryLedger ledger() {
        return ledger;
    }

    public Power power() {
        return power;
    }

    /**
     * Cuts the power if it is on; what was not forced is there or not, torn or whole, in any order, as the generator
     * says: the same for the same state and seed.
     */
    public MemoryMachine powerLoss(RandomGenerator random) {
        return after(Survival.some(random));
    }

    /** The worst loss of power: nothing that was not forced is there. */
    public MemoryMachine powerLoss() {
        return after(Survival.none());
    }

    private MemoryMachine after(Survival survival) {
        power.cut();
        Power next = new Power();
        return new MemoryMachine(next, disk.after(survival, next), ledger.after(survival, next));
    }

    /** Ends the process as SIGKILL does: everything written is there, and what was not forced still is not. */
    public MemoryMachine killed() {
        power.cut();
        Power next = new Power();
        return new MemoryMachine(next, disk.crash(next), ledger.crash(next));
    }
}
