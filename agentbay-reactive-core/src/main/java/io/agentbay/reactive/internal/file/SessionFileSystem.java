package io.agentbay.reactive.internal.file;

import io.agentbay.reactive.file.SessionFiles;
import io.agentbay.reactive.internal.sync.SessionLooker;
import io.agentbay.reactive.internal.sync.SyncRounds;
import io.agentbay.reactive.internal.tool.Shell;
import io.agentbay.reactive.internal.tool.ToolGateway;

/** The file system of one session, with what is learned of it once and shared by all of its handles. */
public final class SessionFileSystem {

    private final FileSystems systems;
    private final FileTools tools;
    private final Shell shell;
    private final CommandLook commands;
    private final SessionView view;

    SessionFileSystem(FileSystems systems, ToolGateway gateway) {
        var runtime = systems.runtime();
        this.systems = systems;
        this.tools = new FileTools(gateway);
        this.shell = new Shell(gateway);
        this.commands = new CommandLook(shell, runtime.timer());
        this.view = new SessionView(tools, commands, runtime.localFiles());
    }

    /** Looks into the session, for syncs that compare. */
    public SessionLooker looker() {
        return view;
    }

    /** The session's files; bytes travel by rounds of its own syncs. */
    public SessionFiles files(SyncRounds rounds, Watches watches) {
        var runtime = systems.runtime();
        var transfer = new TransferContext(systems.sync(), tools.gateway().sessionId(), runtime.timer());
        var byContext =
                new ContextRoute(tools, systems.uploads(), systems.contexts(), rounds, view, runtime.background());
        var writer = new FileWriter(tools, transfer, byContext, new CommandRoute(tools, shell, runtime), runtime);
        var exit = new ContextExit(transfer, commands, shell, rounds, systems);
        return new DefaultSessionFiles(tools, writer, new RangeReader(tools, exit::read), view, watches, systems);
    }
}
