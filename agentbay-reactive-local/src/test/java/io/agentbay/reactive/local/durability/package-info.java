/** What the service keeps when it is killed, when the disk fails or is full, and in which order it asks the system to. */
package io.agentbay.reactive.local.durability;
