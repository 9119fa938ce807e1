package io.agentbay.reactive.benchmarks.transfer;

import io.agentbay.reactive.common.ContextId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The files below a folder of a context, page by page, taken from the answers with a pattern. */
final class Listing {

    private static final int PAGE = 50;
    private static final int FOLDERS_AT_ONCE = 16;
    private static final Pattern NAME = Pattern.compile("\"FileName\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern TYPE = Pattern.compile("\"FileType\"\\s*:\\s*\"([^\"]+)\"");

    private Listing() {}

    static Flux<String> of(BareMover mover, ContextId context, String folder) {
        return pages(mover, context, folder, 1)
                .flatMap(
                        entry -> entry.folder()
                                ? of(mover, context, folder + "/" + entry.name())
                                : Mono.just(folder + "/" + entry.name()),
                        FOLDERS_AT_ONCE);
    }

    private record Entry(String name, boolean folder) {}

    private static Flux<Entry> pages(BareMover mover, ContextId context, String folder, int number) {
        return mover.call(
                        "DescribeContextFiles",
                        "&ContextId=" + BareMover.encoded(context.value()) + "&ParentFolderPath="
                                + BareMover.encoded(folder) + "&PageNumber=" + number + "&PageSize=" + PAGE)
                .map(Listing::entries)
                .flatMapMany(entries -> entries.size() < PAGE
                        ? Flux.fromIterable(entries)
                        : Flux.fromIterable(entries).concatWith(pages(mover, context, folder, number + 1)));
    }

    private static List<Entry> entries(String answer) {
        var entries = new ArrayList<Entry>();
        var name = NAME.matcher(answer);
        var type = TYPE.matcher(answer);
        while (name.find() && type.find()) {
            entries.add(new Entry(name.group(1), type.group(1).equals("FOLDER")));
        }
        return entries;
    }
}
