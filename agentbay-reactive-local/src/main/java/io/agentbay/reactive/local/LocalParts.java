package io.agentbay.reactive.local;

import io.agentbay.reactive.local.control.Control;
import io.agentbay.reactive.local.control.RequestJournal;
import io.agentbay.reactive.local.core.Disk;
import io.agentbay.reactive.local.core.Ledger;
import io.agentbay.reactive.local.core.LedgerException;
import io.agentbay.reactive.local.core.ServiceCore;
import io.agentbay.reactive.local.core.ServiceError;
import io.agentbay.reactive.local.disk.DurableDirectory;
import io.agentbay.reactive.local.disk.FileDisk;
import io.agentbay.reactive.local.disk.SqliteLedger;
import io.agentbay.reactive.local.fault.FaultBoard;
import io.agentbay.reactive.local.http.FrontParts;
import io.agentbay.reactive.local.http.FrontUrls;
import io.agentbay.reactive.local.http.ListenOn;
import io.agentbay.reactive.local.http.ServerCertificate;
import io.agentbay.reactive.local.http.ServiceThreads;
import io.agentbay.reactive.local.http.SignedUrls;
import io.agentbay.reactive.local.http.Tenants;
import io.agentbay.reactive.local.sandbox.SandboxLimits;
import io.agentbay.reactive.local.sandbox.SandboxRunner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import reactor.netty.http.client.HttpClient;

/** An opened data directory with everything of one service that does not listen yet. */
record LocalParts(
        ServiceCore core,
        SandboxRunner commands,
        FaultBoard faults,
        SteeredClock clock,
        ListenOn address,
        FrontParts front,
        List<String> apiKeys,
        UnaryOperator<HttpClient> trust) {

    /** Opens; blocks. Errors are one line that names what to do about it. */
    static LocalParts open(Path data, LocalOptions options, ServiceThreads threads) {
        options.check();
        try {
            DurableDirectory.create(data);
            return opened(data, options, threads);
        } catch (IOException | UncheckedIOException e) {
            throw new IllegalStateException("The data directory " + data + " cannot be used: " + e, e);
        } catch (LedgerException e) {
            throw new IllegalStateException(e.getMessage(), e);
        } catch (ServiceError e) {
            throw new IllegalStateException("The data directory " + data + " cannot be used: " + e.text(), e);
        }
    }

    private static LocalParts opened(Path data, LocalOptions options, ServiceThreads threads) throws IOException {
        ShiftedClock clock = new ShiftedClock();
        Ledger ledger = SqliteLedger.in(data);
        try {
            Disk disk = FileDisk.in(data);
            SandboxRunner commands = commands(data, options, threads);
            ServiceCore core = new ServiceCore(clock, new SecureRandom(), disk, ledger, options.model(), commands);
            return assemble(data, options, threads, clock, core, commands);
        } catch (IOException | RuntimeException e) {
            ledger.close();
            throw e;
        }
    }

    private static SandboxRunner commands(Path data, LocalOptions options, ServiceThreads threads) {
        SandboxLimits limits = SandboxLimits.defaults();
        return options.confined()
                ? SandboxRunner.confined(data, limits, threads.timer())
                : SandboxRunner.unconfined(data, limits, threads.timer());
    }

    private static LocalParts assemble(
            Path data,
            LocalOptions options,
            ServiceThreads threads,
            ShiftedClock clock,
            ServiceCore core,
            SandboxRunner commands) {
        LocalSecrets secrets = new LocalSecrets(data);
        List<String> keys = options.apiKeys().isEmpty() ? List.of(secrets.apiKey()) : options.apiKeys();
        FaultBoard faults = new FaultBoard(
                SplittableRandom::new, id -> core.inspection().contextName(id).orElse(id));
        FrontUrls urls = new FrontUrls(new SignedUrls(secrets.urlSecret()));
        Ticker ticker = new Ticker(core, clock, threads.timer(), threads.workers());
        core.urls(urls);
        core.taskFaults(faults);
        core.clearFaults(faults);
        core.onEarlier(ticker::plan);
        ticker.plan();
        SteeredClock steered = new SteeredClock(clock, ticker);
        RequestJournal journal = new RequestJournal();
        Control control = new Control(core.inspection(), faults, journal, steered);
        FrontParts front = new FrontParts(
                new CoreBackend(core), new Tenants(keys), urls, faults, journal, control, clock, threads);
        ListenOn address = address(data, options, clock);
        return new LocalParts(core, commands, faults, steered, address, front, keys, address.clientTrust());
    }

    private static ListenOn address(Path data, LocalOptions options, ShiftedClock clock) {
        ServerCertificate certificate = options.secure() ? ServerCertificate.in(data, options.host(), clock) : null;
        return new ListenOn(options.host(), options.port(), certificate);
    }
}
