/** Files wherever they live: what session files and context files share, and the file system inside a session. */
@NullMarked
@CheckReturnValue
package io.agentbay.reactive.file;

import io.agentbay.reactive.common.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
