package io.agentbay.reactive.internal.runtime;

import io.agentbay.reactive.common.Content;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** Writes one file by itself and two together, for somebody who watches its system calls. */
public final class DurableWriteProgram {

    private static final Duration LONG = Duration.ofMinutes(1);

    private DurableWriteProgram() {}

    /** Argument: an existing directory. */
    public static void main(String[] arguments) {
        var directory = Path.of(arguments[0]);
        var runtime = DefaultClientRuntime.create(Clock.systemUTC());
        var files = runtime.localFiles();
        files.write(directory.resolve("alone"), Content.of("alone").bytes()).block(LONG);
        var writes = files.writes();
        Mono.when(
                        writes.write(
                                directory.resolve("new/one"), Content.of("one").bytes()),
                        writes.write(
                                directory.resolve("new/two"), Content.of("two").bytes()))
                .then(writes.flush())
                .block(LONG);
        runtime.close().block(LONG);
    }
}
