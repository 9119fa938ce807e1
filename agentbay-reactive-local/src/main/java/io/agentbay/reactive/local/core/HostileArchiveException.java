package io.agentbay.reactive.local.core;

import java.io.IOException;

/** An archive that must not be unpacked: an entry leads elsewhere, or it holds more than the service allows. */
final class HostileArchiveException extends IOException {
    private static final long serialVersionUID = 1L;

    HostileArchiveException(String why) {
        super("An archive was not unpacked: " + why + ".");
    }
}
