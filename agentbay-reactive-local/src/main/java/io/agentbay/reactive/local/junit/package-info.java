/** The embedded service in tests of users: one annotation, and its parts as parameters. */
@NullMarked
package io.agentbay.reactive.local.junit;

import org.jspecify.annotations.NullMarked;
