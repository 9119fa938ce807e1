package io.agentbay.reactive.internal.file;

import io.agentbay.reactive.common.Selector;
import io.agentbay.reactive.file.FileEntry;
import io.agentbay.reactive.file.TransferRoute;
import io.agentbay.reactive.internal.event.Operations;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What copies need of the side that is not the local disk: one session, or one context. */
interface CopySide {

    /** The operation that a copy with this path is. */
    Operations.Spec operation(String path);

    /** Runs a copy or a write as a whole, where the side has to know of it. */
    <T> Mono<T> guarded(Mono<T> work);

    /** Describes one file or directory; empty when there is none. */
    Mono<FileEntry> stat(String path);

    /** The selected files of a directory; none when it is missing. */
    Mono<OtherSide> tree(String directory, Selector selector);

    /** Files of a directory that are known without looking, sizes null where they are not. */
    OtherSide known(String directory, Map<String, @Nullable Long> files);

    /** What stands at the target of a copy: a directory, or the single file to be replaced. */
    Mono<OtherSide> existing(String target, boolean single, Selector selector);

    /** One file's bytes on demand; {@code route} is told when they take another way than {@link #readRoute}. */
    Flux<ByteBuffer> read(String path, Consumer<TransferRoute> route);

    /** The way {@link #read} takes unless it says otherwise. */
    TransferRoute readRoute();

    /** How many files are read at once. */
    int readAtOnce();

    /** The means to bring the files of one copy into a directory. */
    Carrier carrier(String directory, TransferMeter meter);
}
