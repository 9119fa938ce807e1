package io.agentbay.reactive.benchmarks;

import io.netty.handler.ssl.SslContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Small calls: this client, bare Reactor Netty and the official SDK side by side against one stub service. */
@Command(name = "call-benchmark", mixinStandardHelpOptions = true)
public final class CallBenchmark implements Callable<Integer> {

    @Option(names = "--in-flight", split = ",", defaultValue = "1,64,1000", description = "calls in flight")
    private List<Integer> inFlight = List.of();

    @Option(names = "--delays", split = ",", defaultValue = "0,50", description = "delays of the service in ms")
    private List<Long> delays = List.of();

    @Option(names = "--rounds", defaultValue = "3", description = "turns of each client; the median counts")
    private int rounds;

    @Option(names = "--seconds", defaultValue = "3", description = "measured seconds per turn")
    private int seconds;

    @Option(names = "--warm-up", defaultValue = "2", description = "seconds before the clock starts, per turn")
    private int warmUp;

    @Option(names = "--plain", description = "HTTP instead of HTTPS")
    private boolean plain;

    @Option(names = "--meters", description = "this client with a meter registry too")
    private boolean meters;

    @Option(names = "--ours", description = "without the official SDK")
    private boolean ours;

    /** Runs and prints a table. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new CallBenchmark()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        var certificate = Certificate.make();
        certificate.trustInThisJvm();
        try (var service = new StubService(plain ? null : certificate.forServer())) {
            var target = new Target(service.port(), !plain, certificate.trustStore());
            measure(service, callers(target, plain ? null : certificate.forClient()));
        }
        return 0;
    }

    private List<Caller> callers(Target target, @Nullable SslContext tls) throws Exception {
        List<Caller> callers = new ArrayList<>(List.of(OurCaller.plain(target, tls), new BareCaller(target, tls)));
        if (meters) {
            callers.add(OurCaller.withMeters(target, tls));
        }
        if (!ours) {
            callers.add(OfficialCaller.asShipped(target));
            callers.add(OfficialCaller.tuned(target));
        }
        return callers;
    }

    private void measure(StubService service, List<Caller> callers) {
        var measurement = new Measurement(service, rounds, Duration.ofSeconds(warmUp), Duration.ofSeconds(seconds));
        var table = new Table(System.out);
        table.head();
        for (long delay : delays) {
            service.delay(Duration.ofMillis(delay));
            for (int count : inFlight) {
                table.rows(delay, count, measurement.of(callers, count));
            }
        }
        callers.forEach(Caller::close);
    }
}
