package io.agentbay.reactive.internal.snapshot.format;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a document: what it is, since when, of what, and the beginning of the SHA-256 of its own bytes.
 *
 * @param text the name itself, such as {@code snapshot-<id>-<source>-<hash>.z}
 * @param kind what it is
 * @param id time of its making, then 64 random bits; sorts by age
 * @param source the beginning of the SHA-256 of the context's id; zeros for a mark
 * @param hash the beginning of the SHA-256 of its bytes
 */
public record CatalogName(String text, Kind kind, String id, String source, String hash) {

    private static final Pattern PATTERN =
            Pattern.compile("(snapshot|mark)-(\\d{8}T\\d{9}Z-[0-9a-f]{16})-([0-9a-f]{16})-([0-9a-f]{16})\\.z");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);
    private static final String NO_SOURCE = "0".repeat(Hashes.PREFIX);

    /** The kinds of documents. */
    public enum Kind {
        SNAPSHOT,
        MARK
    }

    /** An id for what is made now. */
    public static String id(Instant now, long random) {
        return TIME.format(now) + "-" + ObjectNames.random(random);
    }

    public static CatalogName snapshot(String id, String context, byte[] document) {
        return make("snapshot", id, source(context), document);
    }

    public static CatalogName mark(String id, byte[] document) {
        return make("mark", id, NO_SOURCE, document);
    }

    private static CatalogName make(String kind, String id, String source, byte[] document) {
        return parse(kind + "-" + id + "-" + source + "-" + Hashes.prefix(document) + ".z")
                .orElseThrow(() -> new IllegalArgumentException("not an id: " + id));
    }

    /** What a manifest of this context has in its name. */
    public static String source(String context) {
        return Hashes.prefix(context);
    }

    /** Empty for a name that is none of ours. */
    public static Optional<CatalogName> parse(String name) {
        var match = PATTERN.matcher(name);
        return match.matches()
                ? Optional.of(new CatalogName(
                        name,
                        match.group(1).equals("mark") ? Kind.MARK : Kind.SNAPSHOT,
                        match.group(2),
                        match.group(3),
                        match.group(4)))
                : Optional.empty();
    }

    public boolean isSnapshot() {
        return kind == Kind.SNAPSHOT;
    }

    public boolean isOf(String context) {
        return isSnapshot() && source.equals(source(context));
    }

    /** Whether these are the bytes that were written under this name. */
    public boolean names(byte[] document) {
        return hash.equals(Hashes.prefix(document));
    }

    /** Where it stands in the store. */
    public String path() {
        return Layout.catalog(text);
    }
}
