package io.agentbay.reactive.local.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * One seeded history of a service. It ends at a chosen step, perhaps ends again while the service starts; the next one
 * is checked, lives on, and is ended and checked once more.
 */
final class PowerLossRun {

    private static final int OPERATIONS = 12;
    private static final int LATER_OPERATIONS = 4;

    private final long seed;
    private final PlantedBug bug;
    private final ManualClock clock = new ManualClock();
    private final Expected expected = new Expected();
    private final Random choices;
    private final ServiceModel model;
    private int starts;

    PowerLossRun(long seed, PlantedBug bug) {
        this.seed = seed;
        this.bug = bug;
        this.choices = new Random(seed);
        TaskModel.Commits[] commits = TaskModel.Commits.values();
        model = ServiceModel.defaults().tasks(tasks -> tasks.commits(commits[(int) (seed % commits.length)]));
    }

    private LocalWorld start(MemoryMachine machine) {
        return LocalWorld.on(machine, clock, model, 1_000 * seed + starts++, bug);
    }

    /** A machine on which the service has started once. */
    private MemoryMachine fresh() {
        MemoryMachine machine = new MemoryMachine(clock);
        start(machine).core.close();
        return machine;
    }

    private void history(LocalWorld world, MemoryMachine machine, int operations) {
        new StorageWorkload(world, machine.power(), choices, expected).run(operations);
    }

    /** How many steps the history takes, unharmed. */
    long steps() throws IOException {
        MemoryMachine machine = fresh();
        long before = machine.power().steps();
        LocalWorld world = start(machine);
        history(world, machine, OPERATIONS);
        long after = machine.power().steps();
        expected.check(new Shown(world));
        checkStorage(machine);
        StorageCheck.noOrphans(machine.ledger().load(), bug.disk(machine));
        return after - before;
    }

    /** The power goes at this step; what then survives, and all further losses, are drawn from it. */
    void cutAt(long step) throws IOException {
        MemoryMachine machine = fresh();
        machine.power().cutAt(machine.power().steps() + step);
        try {
            history(start(machine), machine, OPERATIONS);
        } catch (RuntimeException e) {
            requireOff(machine, e);
        }
        goOn(machine, new Random(31 * seed + step));
    }

    /** Not even the first start succeeds; a put to the next one is safe. */
    static void firstStart(long step) throws IOException {
        PowerLossRun run = new PowerLossRun(step, PlantedBug.NONE);
        MemoryMachine machine = new MemoryMachine(run.clock);
        machine.power().cutAt(step);
        try {
            run.start(machine);
        } catch (RuntimeException e) {
            requireOff(machine, e);
        }
        MemoryMachine next = machine.powerLoss(run.choices);
        LocalWorld world = run.start(next);
        String context = world.context("first");
        world.put(context, "/first", "first");
        LocalWorld last = run.start(next.powerLoss(run.choices));
        assertThat(last.get(context, "/first")).isEqualTo("first");
    }

    /** Trouble comes that does not end the service; after one more change the power goes. */
    void troubled(Consumer<MemoryMachine> trouble, Consumer<ServiceReply> change) throws IOException {
        MemoryMachine machine = fresh();
        LocalWorld world = start(machine);
        trouble.accept(machine);
        history(world, machine, OPERATIONS);
        expected.mayCreate("probe");
        change.accept(world.call("GetContext", "Name", "probe", "AllowCreate", "true"));
        goOn(machine, new Random(seed));
    }

    private void goOn(MemoryMachine ended, Random fate) throws IOException {
        MemoryMachine machine = startedAgain(ended, fate);
        LocalWorld world = check(machine, fate.nextBoolean());
        history(world, machine, LATER_OPERATIONS);
        MemoryMachine last = machine.powerLoss(fate);
        checkRecycling(check(last, false));
    }

    /** Loses power while it starts, as often as the generator says. */
    private MemoryMachine startedAgain(MemoryMachine ended, Random fate) throws IOException {
        MemoryMachine machine = ended.powerLoss(fate);
        while (fate.nextInt(3) == 0) {
            checkStorage(machine);
            machine.power().cutAt(fate.nextInt(30));
            try {
                start(machine).settle();
            } catch (RuntimeException e) {
                requireOff(machine, e);
            }
            machine = machine.powerLoss(fate);
        }
        return machine;
    }

    private static void requireOff(MemoryMachine machine, RuntimeException e) {
        if (machine.power().on()) {
            throw e;
        }
    }

    private void checkStorage(MemoryMachine machine) throws IOException {
        StorageCheck.afterTheEnd(machine.ledger().load(), bug.disk(machine));
    }

    /** Starts the service; where orphans cannot be deleted they stay, and nothing else is different. */
    private LocalWorld check(MemoryMachine machine, boolean orphansStay) throws IOException {
        checkStorage(machine);
        if (orphansStay) {
            machine.disk().faults(PowerLossRun::keepOrphans);
        }
        LocalWorld world = start(machine);
        world.settle();
        machine.disk().heal();
        if (!orphansStay) {
            StorageCheck.noOrphans(machine.ledger().load(), bug.disk(machine));
        }
        StorageCheck.afterTheStart(world, expected.sessions());
        expected.check(new Shown(world));
        return world;
    }

    private static void keepOrphans(String operation, String path) throws IOException {
        if (operation.equals("delete") && path.startsWith("blobs")) {
            throw new IOException("disk error in delete");
        }
    }

    /** A rule of recycling outlives the end as well. */
    private void checkRecycling(LocalWorld world) throws IOException {
        for (String context : expected.recycling().keySet()) {
            if (expected.recycling().get(context) && expected.contexts().contains(context)) {
                world.put(context, "/data/late", "late");
                world.run(Duration.ofDays(2));
                if (!world.allKeys(context).isEmpty()) {
                    throw new AssertionError("the rule of " + context + " is gone");
                }
            }
        }
    }

    /** A service in memory, as its callers see it. */
    private record Shown(LocalWorld world) implements Expected.Shown {

        @Override
        public Map<String, String> contexts() {
            List<Map<String, Object>> data = world.data("ListContexts", "MaxResults", "100");
            Map<String, String> listed = new TreeMap<>();
            data.forEach(context -> listed.put((String) context.get("Id"), (String) context.get("Name")));
            return listed;
        }

        @Override
        public List<String> keys(String context) {
            return world.allKeys(context);
        }

        @Override
        public String content(String context, String key) throws IOException {
            return world.get(context, key);
        }
    }
}
