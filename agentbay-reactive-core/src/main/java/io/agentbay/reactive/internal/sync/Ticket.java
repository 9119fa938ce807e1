package io.agentbay.reactive.internal.sync;

import io.agentbay.reactive.common.MountOutcome.Level;
import io.agentbay.reactive.common.SyncTicket;
import io.agentbay.reactive.internal.wire.SyncWire.Direction;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link SyncTicket} says: which sync of which session, and for each mount what proves nothing.
 *
 * <p>As text: {@code 2;session;direction;level;file} and then {@code ;context,path,baseline,triggered} per mount, each
 * part form-encoded; the file is empty unless the sync was for the sake of one.
 */
record Ticket(
        String sessionId,
        Direction direction,
        Level minimum,
        @Nullable String file,
        List<Wait> waits) {

    private static final String VERSION = "2";
    private static final int HEAD = 5;

    /** One mount's wait; without a trigger there is nothing to wait for yet. */
    record Wait(String contextId, String path, long baseline, boolean triggered) {

        private String text() {
            return Stream.of(contextId, path, Long.toString(baseline), Boolean.toString(triggered))
                    .map(Ticket::encoded)
                    .collect(Collectors.joining(","));
        }

        private static Wait parse(String text) {
            String[] parts = text.split(",", -1);
            if (parts.length != 4) {
                throw new IllegalArgumentException("wait of " + parts.length + " parts");
            }
            return new Wait(
                    decoded(parts[0]), decoded(parts[1]), Long.parseLong(decoded(parts[2])), "true".equals(parts[3]));
        }
    }

    SyncTicket toPublic() {
        var head = Stream.of(VERSION, sessionId, direction.name(), minimum.name(), file == null ? "" : file)
                .map(Ticket::encoded);
        return SyncTicket.of(Stream.concat(head, waits.stream().map(Wait::text)).collect(Collectors.joining(";")));
    }

    /** Reads a ticket; one that is not from here is an {@code IllegalArgumentException}. */
    static Ticket parse(SyncTicket ticket) {
        String[] parts = ticket.value().split(";", -1);
        if (parts.length <= HEAD || !parts[0].equals(VERSION)) {
            throw new IllegalArgumentException("This is not a sync ticket of this library: " + ticket.value());
        }
        try {
            return new Ticket(
                    decoded(parts[1]),
                    Direction.valueOf(parts[2]),
                    Level.valueOf(parts[3]),
                    parts[4].isEmpty() ? null : decoded(parts[4]),
                    Arrays.stream(parts).skip(HEAD).map(Wait::parse).toList());
        } catch (IllegalArgumentException broken) {
            throw new IllegalArgumentException("The sync ticket is damaged: " + ticket.value(), broken);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
