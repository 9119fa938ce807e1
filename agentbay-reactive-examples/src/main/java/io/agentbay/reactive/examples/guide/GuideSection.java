package io.agentbay.reactive.examples.guide;

import io.agentbay.reactive.AgentBayClient;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;

/** Every section of the guide, in its order. */
enum GuideSection {
    CREATING_CONTEXTS("Creating and getting contexts", CreatingContexts::new),
    MANAGING_CONTEXTS("Listing and managing contexts", ManagingContexts::new),
    CONTEXT_WITH_SESSION("Context with sessions", ContextWithSession::new),
    SYNC_POLICIES("Sync policies", SyncPolicies::new),
    MANUAL_SYNC("Manual synchronization", ManualSync::new),
    BIDIRECTIONAL_SYNC("Bidirectional sync", BidirectionalSync::new),
    SHARING_BETWEEN_SESSIONS("Sharing data between sessions", SharingBetweenSessions::new),
    COLLABORATION("Multi-user collaboration", Collaboration::new),
    SNAPSHOTS("Context snapshots", Snapshots::new),
    BACKUPS("Backup strategies", Backups::new),
    EFFICIENT_TRANSFER("Efficient data transfer", EfficientTransfer::new),
    MONITORING_SYNC("Monitoring sync performance", MonitoringSync::new),
    CONTEXT_ORGANIZATION("Context organization", ContextOrganization::new),
    DATA_STRUCTURE("Data structure", DataStructure::new),
    SAFE_WRITE("Error handling for persistence", SafeWrite::new),
    CONTEXT_LIFECYCLE("Context lifecycle management", ContextLifecycle::new),
    CHECKING_REQUESTS("Checking policies and requests", CheckingRequests::new),
    FILES_WITHOUT_SESSION("Files without a session", FilesWithoutSession::new),
    WATCHING_FILES("Watching files", WatchingFiles::new),
    BINDING_LATER("Binding a context later", BindingLater::new),
    COMMANDS_AND_CODE("Commands and code", CommandsAndCode::new),
    SESSION_CARE("Finding and keeping sessions", SessionCare::new),
    FLEET("Many sessions at once", Fleet::new),
    ERRORS_AND_CANCELLING("Errors, and cancelling", ErrorsAndCancelling::new);

    private final String title;
    private final BiFunction<AgentBayClient, PrintStream, Section> program;

    GuideSection(String title, BiFunction<AgentBayClient, PrintStream, Section> program) {
        this.title = title;
        this.program = program;
    }

    /** What {@code ./guide} calls it. */
    String command() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String title() {
        return title;
    }

    Section program(AgentBayClient client, PrintStream out) {
        return program.apply(client, out);
    }

    static Optional<GuideSection> of(String command) {
        return Arrays.stream(values())
                .filter(section -> section.command().equals(command))
                .findFirst();
    }
}
