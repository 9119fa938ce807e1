package io.agentbay.reactive.internal.file;

import io.agentbay.reactive.error.ErrorDetails;
import io.agentbay.reactive.error.UnexpectedResponseException;
import io.agentbay.reactive.internal.wire.ContextWire;
import io.agentbay.reactive.internal.wire.ContextWire.FileData;
import io.agentbay.reactive.internal.wire.ContextWire.FilePage;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One reading of one folder of a context, page by page on demand; used by one subscriber.
 *
 * <p>Pages go by number, as the service's own clients ask for them; where they end by number but a token says that
 * there is more, they go on by token. What a change meanwhile pushed from one page to the next comes once.
 */
final class FolderPages {

    static final int PAGE = 50;

    private final ContextWire wire;
    private final String contextId;
    private final String folder;
    private final int ahead;
    private final Set<String> tokens = new HashSet<>();
    private Set<String> last = Set.of();
    private int number;
    private int pages = 1;
    private long seen;
    private @Nullable String token;
    private boolean ended;

    private FolderPages(ContextWire wire, String contextId, String folder, int ahead) {
        this.wire = wire;
        this.contextId = contextId;
        this.folder = folder;
        this.ahead = ahead;
    }

    /**
     * What a folder holds; nothing for one nobody ever wrote to.
     *
     * @param ahead how many pages may be asked for at once when their number is known; 1 asks for each on demand
     */
    static Flux<FileData> of(ContextWire wire, String contextId, String folder, int ahead) {
        return Flux.defer(() -> new FolderPages(wire, contextId, folder, ahead).items());
    }

    private Flux<FileData> items() {
        return Flux.<FolderPages>generate(sink -> {
                    if (ended) {
                        sink.complete();
                    } else {
                        sink.next(this);
                    }
                })
                .concatMap(FolderPages::next, 0)
                .filter(file -> !RemotePath.name(RemotePath.trim(file.name())).isEmpty());
    }

    /** One page; or all that are known to be left, a few at a time. */
    private Flux<FileData> next() {
        var asked = token == null
                ? Flux.range(number + 1, Math.max(1, pages - number))
                        .flatMapSequential(page -> orNothing(wire.files(contextId, folder, page, PAGE)), ahead, 1)
                : orNothing(wire.filesAfter(contextId, folder, token, PAGE)).flux();
        return asked.concatMapIterable(this::advance, 1);
    }

    private static Mono<FilePage> orNothing(Mono<FilePage> page) {
        return page.onErrorResume(FileTools::isMissing, unknown -> Mono.just(new FilePage(List.of(), 0, null)));
    }

    private List<FileData> advance(FilePage page) {
        var fresh =
                page.files().stream().filter(file -> !last.contains(key(file))).toList();
        if (fresh.isEmpty() && !page.files().isEmpty()) {
            throw endless("A page came back");
        }
        last = page.files().stream().map(FolderPages::key).collect(Collectors.toSet());
        number++;
        seen += page.files().size();
        settle(page);
        return fresh;
    }

    /** A store may hold a file and a folder of one name. */
    private static String key(FileData file) {
        return file.folder() ? file.name() + "/" : file.name();
    }

    private void settle(FilePage page) {
        var more = token == null && hasMore(page);
        if (more && number == 1 && ahead > 1) {
            pages = pages(page.total());
        }
        if (!more && number >= pages) {
            token = page.nextToken();
            ended = token == null;
            if (token != null && !tokens.add(token)) {
                throw endless("A page token came back");
            }
        }
    }

    private boolean hasMore(FilePage page) {
        var total = page.total();
        return !page.files().isEmpty() && (total == null ? page.files().size() >= PAGE : seen < total);
    }

    private static int pages(@Nullable Integer total) {
        return total == null ? 1 : (total + PAGE - 1) / PAGE;
    }

    private UnexpectedResponseException endless(String what) {
        return new UnexpectedResponseException(
                what + ", so the listing of " + folder + " would never end",
                "",
                ErrorDetails.of("DescribeContextFiles"));
    }
}
