/** The end of an application: what its sessions hold is saved before it stops. */
@NullMarked
package io.agentbay.reactive.spring.lifecycle;

import org.jspecify.annotations.NullMarked;
