package io.agentbay.reactive.local.core;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A service's storage with one rule broken, as a slip in the code would break it. */
enum PlantedBug {
    /** All rules are kept. */
    NONE,
    /** A content is named and committed without an fsync. */
    NO_FILE_FSYNC {
        @Override
        Disk disk(MemoryMachine machine) {
            return new Forcing(machine.disk(), file -> {});
        }
    },
    /** The fsync of a content comes, but after its row. */
    FILE_FSYNC_AFTER_COMMIT {
        private final Deque<DiskWriter> late = new ArrayDeque<>();

        @Override
        Disk disk(MemoryMachine machine) {
            late.clear();
            return new Forcing(machine.disk(), late::add);
        }

        @Override
        Ledger ledger(MemoryMachine machine) {
            return new ForwardingLedger(machine.ledger()) {
                @Override
                public void commit(Consumer<LedgerTransaction> changes) {
                    super.commit(changes);
                    late.forEach(Forcing::quietly);
                    late.clear();
                }
            };
        }
    },
    /** A rename is never forced. */
    NO_DIRECTORY_FSYNC {
        @Override
        Disk disk(MemoryMachine machine) {
            return new ForwardingDisk(machine.disk()) {
                @Override
                public void forceDirectory(String path) {}
            };
        }
    },
    /** The reply does not wait for the log: {@code PRAGMA synchronous=OFF}. */
    NO_LOG_FSYNC {
        @Override
        Ledger ledger(MemoryMachine machine) {
            machine.ledger().forgetForcing();
            return machine.ledger();
        }
    },
    /** The reply, and visibility, come before the commit, which a later one does. */
    REPLY_BEFORE_COMMIT {
        @Override
        Ledger ledger(MemoryMachine machine) {
            List<Consumer<LedgerTransaction>> waiting = new ArrayList<>();
            return new ForwardingLedger(machine.ledger()) {
                @Override
                public void commit(Consumer<LedgerTransaction> changes) {
                    List.copyOf(waiting).forEach(super::commit);
                    waiting.clear();
                    waiting.add(changes);
                }
            };
        }
    },
    /** Collection deletes a content's file, then its row. */
    FILE_COLLECTED_BEFORE_ITS_ROW {
        @Override
        Ledger ledger(MemoryMachine machine) {
            return new ForwardingLedger(machine.ledger()) {
                @Override
                public void commit(Consumer<LedgerTransaction> changes) {
                    MemoryRows removed = new MemoryRows();
                    load().blobs().forEach(removed::put);
                    changes.accept(removed);
                    List<BlobRow> kept = removed.state().blobs();
                    load().blobs().stream()
                            .filter(row -> !kept.contains(row))
                            .forEach(row -> delete(machine.disk(), row.file()));
                    super.commit(changes);
                }
            };
        }
    },
    /** Files are named by their hash alone, and one that exists is trusted, whether or not its row was committed. */
    DEDUPLICATION_THROUGH_FILES {
        @Override
        Disk disk(MemoryMachine machine) {
            return new TrustingDisk(machine);
        }
    },
    /** Orphaned contents stay. */
    NO_COLLECTION_OF_ORPHANS {
        @Override
        Disk disk(MemoryMachine machine) {
            return new ForwardingDisk(machine.disk()) {
                @Override
                public void delete(String path) throws IOException {
                    if (!path.startsWith("blobs")) {
                        super.delete(path);
                    }
                }
            };
        }
    },
    /** Sessions are forgotten instead of reported as ended. */
    SESSIONS_FORGOTTEN {
        @Override
        Ledger ledger(MemoryMachine machine) {
            return new ForwardingLedger(machine.ledger()) {
                @Override
                public LedgerState load() {
                    LedgerState state = super.load();
                    return new LedgerState(
                            state.contexts(), state.objects(), state.blobs(), List.of(), state.recycles());
                }
            };
        }
    },
    /** A failed fsync of a content is taken for done. */
    FAILED_FILE_FSYNC_IGNORED {
        @Override
        Disk disk(MemoryMachine machine) {
            return new Forcing(machine.disk(), Forcing::quietly);
        }
    },
    /** A failed fsync of a content is tried again: the second one succeeds, and wrote nothing. */
    FAILED_FILE_FSYNC_REPEATED {
        @Override
        Disk disk(MemoryMachine machine) {
            return new Forcing(machine.disk(), file -> {
                try {
                    file.force();
                } catch (IOException e) {
                    file.force();
                }
            });
        }
    },
    /** A failed fsync of a directory is tried again. */
    FAILED_DIRECTORY_FSYNC_REPEATED {
        @Override
        Disk disk(MemoryMachine machine) {
            return new ForwardingDisk(machine.disk()) {
                @Override
                public void forceDirectory(String path) throws IOException {
                    try {
                        super.forceDirectory(path);
                    } catch (IOException e) {
                        super.forceDirectory(path);
                    }
                }
            };
        }
    },
    /** A failed commit is taken for done. */
    FAILED_COMMIT_IGNORED {
        @Override
        Ledger ledger(MemoryMachine machine) {
            return new ForwardingLedger(machine.ledger()) {
                @Override
                public void commit(Consumer<LedgerTransaction> changes) {
                    try {
                        super.commit(changes);
                    } catch (LedgerException ignored) {
                        return;
                    }
                }
            };
        }
    };

    /** The disk the service gets. */
    Disk disk(MemoryMachine machine) {
        return machine.disk();
    }

    /** The ledger the service gets. */
    Ledger ledger(MemoryMachine machine) {
        return machine.ledger();
    }

    /** Takes the file of any content with this hash for the one that was asked for. */
    private static final class TrustingDisk extends ForwardingDisk {
        private final MemoryMachine machine;

        TrustingDisk(MemoryMachine machine) {
            super(machine.disk());
            this.machine = machine;
        }

        private static String real(String path) {
            return path.startsWith("blobs/") ? path.replaceAll("\\..*", "") : path;
        }

        @Override
        public void move(String from, String to) throws IOException {
            if (to.startsWith("blobs/") && stat(to).isPresent()) {
                delete(from);
            } else {
                super.move(from, real(to));
            }
        }

        @Override
        public DiskReader open(String path) throws IOException {
            return super.open(real(path));
        }

        @Override
        public Optional<DiskEntry> stat(String path) throws IOException {
            return super.stat(real(path));
        }

        @Override
        public void delete(String path) throws IOException {
            super.delete(real(path));
        }

        /** Named as their rows name them, where they have any. */
        @Override
        public List<DiskEntry> list(String path) throws IOException {
            Map<String, String> names = new HashMap<>();
            machine.ledger().load().blobs().forEach(row -> names.put(row.hash(), row.file()));
            return super.list(path).stream()
                    .map(entry -> new DiskEntry(
                            names.getOrDefault(entry.name(), entry.name()).replaceAll(".*/", ""),
                            entry.kind(),
                            entry.size(),
                            entry.modified()))
                    .toList();
        }
    }

    private static void delete(Disk disk, String file) {
        try {
            disk.delete(file);
        } catch (IOException stays) {
            return;
        }
    }

    /** A disk whose files are forced in another way. */
    private static final class Forcing extends ForwardingDisk {
        private final Way way;

        Forcing(Disk disk, Way way) {
            super(disk);
            this.way = way;
        }

        @Override
        public DiskWriter create(String path) throws IOException {
            return new ForwardingWriter(super.create(path)) {
                @Override
                public void force() throws IOException {
                    way.force(writer);
                }
            };
        }

        static void quietly(DiskWriter file) {
            try {
                file.force();
            } catch (IOException ignored) {
                return;
            }
        }

        private interface Way {
            void force(DiskWriter file) throws IOException;
        }
    }
}
