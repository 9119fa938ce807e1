package io.agentbay.reactive.examples.quickstart;

import io.agentbay.reactive.common.SessionId;
import io.agentbay.reactive.file.TransferReport;
import io.agentbay.reactive.sync.SyncReport;

/** What the first session did. */
record Saved(SessionId session, TransferReport written, SyncReport synced) {}
