/** What the tests of every module share: the gates a test run has to pass, and the words architecture rules are made of. */
@NullMarked
package io.agentbay.reactive.checks;

import org.jspecify.annotations.NullMarked;
