/** Files in sessions and contexts: the routes bytes take, copies, comparisons, and looking without moving. */
@NullMarked
package io.agentbay.reactive.internal.file;

import org.jspecify.annotations.NullMarked;
