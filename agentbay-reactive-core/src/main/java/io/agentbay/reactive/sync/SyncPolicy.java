package io.agentbay.reactive.sync;

import io.agentbay.reactive.common.Selector;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * When a mount is uploaded and downloaded, and what of it. Immutable: each call on it returns a new one.
 *
 * <table><caption>What each policy does</caption>
 * <tr><th>policy<th>at the start<th>at the end<th>by call, and by {@code close()}<th>deletions
 * <tr><td>{@link #onDemand()}<td>download<td>upload<td>both ways<td>carried over
 * <tr><td>{@link #manual()}<td>-<td>-<td>both ways<td>carried over
 * <tr><td>{@code manual().keepingDeleted()}, <em>managed</em><td>-<td>-<td>both ways<td>kept
 * <tr><td>{@link #uploadOnly()}<td>-<td>upload<td>upload<td>kept
 * <tr><td>{@link #readOnly()}<td>download<td>-<td>download<td>kept
 * </table>
 *
 * <p>The service does what is at the start and at the end of a session. Its upload at the end does not wait for its
 * download at the start, so a session that dies early may upload a half-filled mount; {@link #keepingDeleted()} closes
 * that gap. Nothing syncs by itself in between but {@link #autoSync}.
 */
public final class SyncPolicy {

    private static final SyncPolicy ON_DEMAND = new SyncPolicy(new SyncPolicyDraft());

    private final SyncPolicyDraft values;

    private SyncPolicy(SyncPolicyDraft values) {
        this.values = values;
    }

    /**
     * The service's own default: downloaded at the start, uploaded at the end, deletions carried over. Its upload at
     * release is the net under a client that crashed.
     */
    public static SyncPolicy onDemand() {
        return ON_DEMAND;
    }

    /**
     * By call only, in both directions; closing the session is such a call. Nothing is downloaded at the start, so a
     * mount whose context lists files is uploaded only after a {@code download()}, or with {@link #keepingDeleted()}.
     * Listings lag: where others may have stored files seconds ago, download first, or keep what is deleted.
     */
    public static SyncPolicy manual() {
        return ON_DEMAND.with(draft -> {
            draft.uploadsAutomatically = false;
            draft.downloadsAutomatically = false;
        });
    }

    /** Never downloaded; uploaded by call and at the end. Deletions are not carried over. */
    public static SyncPolicy uploadOnly() {
        return ON_DEMAND.with(draft -> {
            draft.downloadsAutomatically = false;
            draft.downloads = false;
            draft.propagatesDeletions = false;
        });
    }

    /** Downloaded at the start and by call; never uploaded, not by {@code close()} either. */
    public static SyncPolicy readOnly() {
        return ON_DEMAND.with(draft -> {
            draft.uploadsAutomatically = false;
            draft.uploads = false;
            draft.propagatesDeletions = false;
        });
    }

    /**
     * Syncs only what the selector accepts. The cloud knows exact files and directories, no patterns: {@link
     * Selector#under} works everywhere, {@link Selector#matching} with an embedded service, and is refused elsewhere.
     */
    public SyncPolicy only(Selector selected) {
        Objects.requireNonNull(selected, "selected");
        return with(draft -> draft.selector = selected);
    }

    /** Stored as one compressed archive; no sync of it goes beyond level {@code CONFIRMED}. */
    public SyncPolicy archived() {
        return with(draft -> draft.archived = true);
    }

    /** What is deleted in the session stays in the context. */
    public SyncPolicy keepingDeleted() {
        return with(draft -> draft.propagatesDeletions = false);
    }

    /** What is deleted in the session is deleted in the context too: the opposite of {@link #keepingDeleted()}. */
    public SyncPolicy propagatingDeleted() {
        return with(draft -> draft.propagatesDeletions = true);
    }

    /** The service removes stored files after this time; default {@link Lifecycle#FOREVER}. */
    public SyncPolicy lifecycle(Lifecycle time) {
        Objects.requireNonNull(time, "time");
        return with(draft -> {
            draft.lifecycle = time;
            draft.recycledPaths = List.of();
        });
    }

    /**
     * The service removes stored files below these paths after this time, and no others.
     *
     * @param path relative to the mount, exact: the service takes no patterns here
     */
    public SyncPolicy lifecycle(Lifecycle time, String path, String... more) {
        var paths = Selector.under(path, more).paths();
        return lifecycle(time).with(draft -> draft.recycledPaths = paths);
    }

    /** What becomes of downloaded archives; default {@link Extract#INTO_OWN_FOLDER}. */
    public SyncPolicy extract(Extract mode) {
        Objects.requireNonNull(mode, "mode");
        return with(draft -> draft.extract = mode);
    }

    /** The files were stored under another mount path, for instance a Windows one, and are to appear at this one. */
    public SyncPolicy mappedFrom(String otherPath) {
        if (otherPath.isBlank()) {
            throw new IllegalArgumentException("otherPath is blank: name the path the files were stored under");
        }
        return with(draft -> draft.mappedFrom = otherPath);
    }

    /**
     * Uploaded by this client's timer too while the session is open here; closing it flushes. Nothing of the rule goes
     * over the wire: the {@code period} of an upload policy there, always the official default of 30, is honoured by no
     * known service, and its unit is undocumented.
     *
     * @throws IllegalArgumentException if the mount is never uploaded, as with {@link #readOnly()}
     */
    public SyncPolicy autoSync(AutoSync rule) {
        Objects.requireNonNull(rule, "rule");
        if (!values.uploads) {
            throw new IllegalArgumentException("A read-only mount is never uploaded, so it cannot sync " + rule
                    + "; use onDemand(), manual() or uploadOnly()");
        }
        return with(draft -> draft.autoSync = rule);
    }

    /**
     * Says path by path what becomes of it under this policy, and by which rule, in words; makes no call.
     *
     * @param paths relative to the mount, with forward slashes; one explanation for each, in order
     */
    public List<Explanation> explain(List<String> paths) {
        var explainer = new Explainer(this);
        return paths.stream().map(explainer::explain).toList();
    }

    /** Whether the service uploads when it releases the session. */
    public boolean uploadsAutomatically() {
        return values.uploadsAutomatically;
    }

    /** Whether the service downloads when the session begins. */
    public boolean downloadsAutomatically() {
        return values.downloadsAutomatically;
    }

    /** Whether it may be uploaded at all. */
    public boolean uploads() {
        return values.uploads;
    }

    /** Whether it may be downloaded at all. */
    public boolean downloads() {
        return values.downloads;
    }

    /** Whether deletions in the session are carried over to the context. */
    public boolean propagatesDeletions() {
        return values.propagatesDeletions;
    }

    /** Whether it is stored as one archive. */
    public boolean isArchived() {
        return values.archived;
    }

    /**
     * Whether only this client uploads it and no deletion is carried over: what sharing a context between open
     * sessions requires.
     */
    public boolean isManaged() {
        return !values.uploadsAutomatically && !values.propagatesDeletions;
    }

    /** What is synced; {@link Selector#all()} unless said otherwise. */
    public Selector selector() {
        return values.selector;
    }

    /** How long stored files live. */
    public Lifecycle lifecycle() {
        return values.lifecycle;
    }

    /** The paths below which stored files are removed after {@link #lifecycle()}; empty for all. */
    public List<String> recycledPaths() {
        return values.recycledPaths;
    }

    /** What becomes of downloaded archives. */
    public Extract extract() {
        return values.extract;
    }

    /** The path the files were stored under, {@code null} for the mount's own. */
    public @Nullable String mappedFrom() {
        return values.mappedFrom;
    }

    /** When this client uploads by itself; {@code null} for never. */
    public @Nullable AutoSync autoSync() {
        return values.autoSync;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SyncPolicy that && values.all().equals(that.values.all());
    }

    @Override
    public int hashCode() {
        return values.all().hashCode();
    }

    @Override
    public String toString() {
        return "SyncPolicy" + values.all();
    }

    private SyncPolicy with(Consumer<SyncPolicyDraft> change) {
        SyncPolicyDraft draft = new SyncPolicyDraft(values);
        change.accept(draft);
        return new SyncPolicy(draft);
    }

    /**
     * What becomes of one path.
     *
     * @param path as it was asked about
     * @param synced whether it takes part in syncs at all
     * @param rule the rule that decided, and what else the policy does with it
     */
    public record Explanation(String path, boolean synced, String rule) {

        /** Checks that all is there. */
        public Explanation {
            Objects.requireNonNull(path, "path");
            Objects.requireNonNull(rule, "rule");
        }
    }

    /** What becomes of archives among the downloaded files. */
    public enum Extract {
        /** Unpacked into a folder of their name, the archive removed. */
        INTO_OWN_FOLDER,
        /** Unpacked where they are, the archive removed. */
        INTO_CURRENT_FOLDER,
        /** Unpacked into a folder of their name, the archive kept. */
        KEEP_ARCHIVE,
        /** Left alone. */
        NEVER
    }

    /** How long the service keeps stored files, in days. */
    public enum Lifecycle {
        DAYS_1(1),
        DAYS_3(3),
        DAYS_5(5),
        DAYS_10(10),
        DAYS_15(15),
        DAYS_30(30),
        DAYS_90(90),
        DAYS_180(180),
        DAYS_360(360),
        /** Until they are deleted. */
        FOREVER(Integer.MAX_VALUE);

        private final int days;

        Lifecycle(int days) {
            this.days = days;
        }

        /** How many days; {@code Integer.MAX_VALUE} for {@link #FOREVER}. */
        public int days() {
            return days;
        }
    }
}
