/** What stands in a store of snapshots, to the byte: names, manifests, marks, packed content. */
@NullMarked
package io.agentbay.reactive.internal.snapshot.format;

import org.jspecify.annotations.NullMarked;
