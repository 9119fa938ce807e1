package io.agentbay.reactive.internal.session;

import io.agentbay.reactive.file.SessionFiles;
import io.agentbay.reactive.internal.sync.DirectoryWatch;
import io.agentbay.reactive.internal.sync.SessionLooker;
import io.agentbay.reactive.internal.sync.SyncRounds;
import io.agentbay.reactive.internal.tool.ToolGateway;
import io.agentbay.reactive.tool.CommandOperations;
import io.agentbay.reactive.tool.ToolOperations;

/** What works inside one session, once per session and shared by its handles. */
public interface SessionParts {

    SessionLooker looker();

    /** The session's files; bytes travel by its own sync rounds. */
    SessionFiles files(SyncRounds rounds);

    /** Tells what changes in the session's directories. */
    DirectoryWatch watch();

    CommandOperations commands();

    /** The tools by name; {@code image} is the one whose tools are listed. */
    ToolOperations tools(String image);

    /** Makes the parts of a session. */
    interface Factory {
        SessionParts create(ToolGateway gateway);
    }
}
