/** The real disk and the SQLite ledger behind the embedded service. */
@NullMarked
package io.agentbay.reactive.local.disk;

import org.jspecify.annotations.NullMarked;
