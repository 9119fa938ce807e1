/** Random and mutated requests against a running service. */
package io.agentbay.reactive.local.fuzz;
