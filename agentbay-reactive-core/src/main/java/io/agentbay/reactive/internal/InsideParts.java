package io.agentbay.reactive.internal;

import io.agentbay.reactive.file.SessionFiles;
import io.agentbay.reactive.internal.file.SessionFileSystem;
import io.agentbay.reactive.internal.file.Watches;
import io.agentbay.reactive.internal.session.SessionParts;
import io.agentbay.reactive.internal.sync.DirectoryWatch;
import io.agentbay.reactive.internal.sync.SessionLooker;
import io.agentbay.reactive.internal.sync.SyncRounds;
import io.agentbay.reactive.internal.tool.DefaultCommandOperations;
import io.agentbay.reactive.internal.tool.DefaultToolOperations;
import io.agentbay.reactive.internal.tool.ToolGateway;
import io.agentbay.reactive.internal.wire.ToolWire;
import io.agentbay.reactive.tool.CommandOperations;
import io.agentbay.reactive.tool.ToolOperations;

/** The file system and the tools of one session. */
record InsideParts(ToolGateway gateway, SessionFileSystem system, ToolWire wire, Watches watches)
        implements SessionParts {

    @Override
    public SessionLooker looker() {
        return system.looker();
    }

    @Override
    public SessionFiles files(SyncRounds rounds) {
        return system.files(rounds, watches);
    }

    @Override
    public DirectoryWatch watch() {
        return watches;
    }

    @Override
    public CommandOperations commands() {
        return new DefaultCommandOperations(gateway);
    }

    @Override
    public ToolOperations tools(String image) {
        return new DefaultToolOperations(gateway, wire, image);
    }
}
