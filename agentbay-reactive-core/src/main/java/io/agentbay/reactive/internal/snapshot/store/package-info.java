/** Places with objects by name: the files of a context or of a local directory, as source, target and store. */
@NullMarked
package io.agentbay.reactive.internal.snapshot.store;

import org.jspecify.annotations.NullMarked;
