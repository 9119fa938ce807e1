/** Pages in a real browser: what the tests of every module that shows one share. */
@NullMarked
package io.agentbay.reactive.checks.browser;

import org.jspecify.annotations.NullMarked;
