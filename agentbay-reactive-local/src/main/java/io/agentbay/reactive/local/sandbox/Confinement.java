package io.agentbay.reactive.local.sandbox;

import java.io.IOException;
import java.util.List;

/** How far a command is kept from the machine it runs on. */
interface Confinement {

    /** Tries whether it works here; an exception whose message says why not and what to do about it. */
    void probe() throws IOException, InterruptedException;

    /** The command line that runs this shell script of a work area. */
    List<String> commandLine(WorkArea area) throws IOException;

    /** Where programs see the work area. */
    String areaSeen(WorkArea area);

    /** Where programs see a path of the session. */
    String seen(WorkArea area, String path);

    /** A text of a caller, its paths of the session put as programs see them. */
    String inward(WorkArea area, String text);

    /** A text of a program, its paths put as the session names them. */
    String outward(WorkArea area, String text);

    /** Where commands look for programs. */
    String path();

    /** Kills what a command left behind, now that its first process has ended. */
    void sweep(Process ended, WorkArea area);

    /** Whether the program exists where commands look for programs. */
    boolean has(String program);
}
