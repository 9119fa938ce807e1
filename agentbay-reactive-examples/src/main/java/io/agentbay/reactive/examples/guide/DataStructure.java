package io.agentbay.reactive.examples.guide;

import io.agentbay.reactive.AgentBayClient;
import io.agentbay.reactive.session.Session;
import io.agentbay.reactive.session.SessionRequest;
import io.agentbay.reactive.sync.Mount;
import java.io.PrintStream;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import reactor.core.publisher.Mono;

/** Data in logical directories, with names that sort by time. */
final class DataStructure implements Section {

    // tag::stamp[]
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
    // end::stamp[]

    private final AgentBayClient client;
    private final PrintStream out;
    private final Clock clock = Clock.systemUTC();

    DataStructure(AgentBayClient client, PrintStream out) {
        this.client = client;
        this.out = out;
    }

    @Override
    public Mono<Void> run() {
        return client.contexts().getOrCreate("structured-project").flatMap(context -> {
            var mount = Mount.of(context, "/mnt/data");
            return client.sessions()
                    .use(
                            SessionRequest.mounting(mount),
                            session -> layOut(session, mount)
                                    .thenMany(session.files().list(mount.path()))
                                    .doOnNext(entry -> out.println(entry.type() + " " + entry.path()))
                                    .then());
        });
    }

    // tag::write[]
    Mono<Void> layOut(Session session, Mount mount) {
        var files = session.files();
        var backup = "backups/backup_" + STAMP.format(clock.instant()) + ".json";
        return Mono.when(
                files.write(mount.resolve("config/app.json"), "{\"port\": 8080}"),
                files.write(mount.resolve("logs/app.log"), "started\n"),
                files.write(mount.resolve("cache/temp.dat"), "cached"),
                files.write(mount.resolve("output/results.csv"), "run,score\n1,0.9\n"),
                files.write(mount.resolve(backup), "{\"run\": 1}"));
    }
    // end::write[]
}
