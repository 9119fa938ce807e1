package io.agentbay.reactive.local.core;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.zip.ZipEntry;

/** Unpacks the archives a download meets, as the mount's policy says. */
final class Unpack {
    private static final String SUFFIX = ".zip";

    private final Mount mount;
    private final String scope;
    private final SessionFiles files;
    private final ServiceModel model;
    private final String own;
    private Moved moved = Moved.NOTHING;

    Unpack(Mount mount, String scope, SessionFiles files, ServiceModel model) {
        this.mount = mount;
        this.scope = scope;
        this.files = files;
        this.model = model;
        this.own = mount.archiveKey(model.storage());
    }

    /** Whether a download unpacks this object instead of copying it. */
    boolean wants(ObjectRow object) {
        String name = Keys.name(object.key());
        boolean archive =
                name.length() > SUFFIX.length() && name.toLowerCase(Locale.ROOT).endsWith(SUFFIX);
        boolean every = model.mounts().unpacks() == MountModel.Unpacks.EVERY_ARCHIVE;
        return archive && mount.policy().unpacking().wanted() && (every || isOwn(object));
    }

    /** Whether this is the archive of this archived mount. */
    boolean isOwn(ObjectRow object) {
        return mount.policy().archived() && object.key().equals(own);
    }

    /** Unpacks an archive that lies at this path; false if it is none, or has no room for its folder. */
    boolean run(ObjectDownload object, String path) throws IOException {
        String target = target(object.object(), path);
        ZipArchive archive = new ZipArchive(object, model.mounts());
        if (files.isFile(target) || !archive.readable()) {
            return false;
        }
        boolean whole = isOwn(object.object());
        archive.each((entry, content) -> unpack(entry, content, target, whole));
        return true;
    }

    private String target(ObjectRow object, String path) {
        boolean inPlace = isOwn(object) && model.mounts().restores() == MountModel.Restores.IN_PLACE;
        if (inPlace || mount.policy().unpacking().intoCurrentFolder()) {
            return Keys.parent(path);
        }
        return path.substring(0, path.length() - SUFFIX.length());
    }

    /** The archive of a mount stands for its files, of which only those asked for travel. */
    private void unpack(ZipEntry entry, InputStream content, String target, boolean whole) throws IOException {
        String below = EntryNames.below(entry.getName());
        String path = below.equals("/") ? target : Keys.join(target, below);
        if (whole && !(Keys.within(scope, path) && mount.policy().includes(Keys.below(mount.root(), path)))) {
            return;
        }
        if (entry.isDirectory()) {
            files.createDirectories(path);
            return;
        }
        files.createDirectories(Keys.parent(path));
        files.replace(path, writer -> copy(content, writer));
        if (whole) {
            mount.known().add(mount.key(path, model.storage()));
        }
    }

    private void copy(InputStream content, DiskWriter target) throws IOException {
        byte[] buffer = new byte[Hashes.PIECE];
        long bytes = 0;
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            target.write(ByteBuffer.wrap(buffer, 0, read));
            bytes += read;
        }
        moved = moved.and(bytes);
    }

    Moved moved() {
        return moved;
    }
}
