/** What the programs show while they run: bars on a terminal, lines elsewhere, JSON where a program reads on. */
@NullMarked
package io.agentbay.reactive.examples.console;

import org.jspecify.annotations.NullMarked;
