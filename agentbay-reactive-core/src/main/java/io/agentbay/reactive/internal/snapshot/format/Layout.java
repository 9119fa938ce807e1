package io.agentbay.reactive.internal.snapshot.format;

/** Where things stand in a store. */
public final class Layout {

    /** Everything of a store stands below this folder. */
    public static final String ROOT = "/agentbay-snapshots";

    /** Manifests, marks and the marker, in one folder, so that one listing shows them all. */
    public static final String CATALOG = ROOT + "/catalog";

    /** Content, one folder for each run that stored some. */
    public static final String OBJECTS = ROOT + "/objects";

    /** Says that this is a store, and of which version. */
    public static final String MARKER = CATALOG + "/store-1.json";

    /** What the marker holds: always the same bytes, so that writing it again changes nothing. */
    public static final String MARKER_TEXT = "{\"format\":\"agentbay-snapshots\",\"version\":1}";

    /** The version of all documents. */
    public static final int VERSION = 1;

    /** Files of this size and more stand in objects of their own; smaller ones share. */
    public static final int SMALL = 256 * 1024;

    /** Small files in one object, before compression, at most. */
    public static final int BUNDLE = 2 * 1024 * 1024;

    /** A large file is cut into objects of this size, before compression; only the last is shorter. */
    public static final int OBJECT = 4 * 1024 * 1024;

    private Layout() {}

    /** Where an object stands. */
    public static String object(String name) {
        return OBJECTS + "/" + name;
    }

    /** Where a document of the catalog stands. */
    public static String catalog(String name) {
        return CATALOG + "/" + name;
    }
}
