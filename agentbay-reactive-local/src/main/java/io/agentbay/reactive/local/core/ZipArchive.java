package io.agentbay.reactive.local.core;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * A zip file among the objects, read as a stream. It is read twice: first to the end without writing anything, so that
 * a broken or hostile one changes nothing, then for its content. A link in it is a small file like any other.
 */
final class ZipArchive {
    private static final int BEGIN = 0x04034b50;
    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int COUNT_AT = 10;
    private static final int UNSAID = 0xFFFF;

    private final ObjectDownload object;
    private final MountModel limits;

    ZipArchive(ObjectDownload object, MountModel limits) {
        this.object = object;
        this.limits = limits;
    }

    /** Whether it can be unpacked as a whole; an {@link HostileArchiveException} if it must not be. */
    boolean readable() throws IOException {
        int announced = announced();
        if (announced < 0) {
            return false;
        }
        try {
            int counted = check();
            return announced == UNSAID || announced == (counted & UNSAID);
        } catch (ZipException | EOFException | IllegalArgumentException broken) {
            return false;
        }
    }

    /** The number of entries its last record tells; -1 if it does not begin or does not end as an archive does. */
    private int announced() throws IOException {
        long size = object.object().size();
        if (size < END_LENGTH || bytes(0, 4).getInt(0) != BEGIN) {
            return -1;
        }
        ByteBuffer tail = bytes(Math.max(0, size - END_LENGTH - LONGEST_COMMENT), END_LENGTH + LONGEST_COMMENT);
        for (int at = tail.limit() - END_LENGTH; at >= 0; at--) {
            if (tail.getInt(at) == END) {
                return Short.toUnsignedInt(tail.getShort(at + COUNT_AT));
            }
        }
        return -1;
    }

    private ByteBuffer bytes(long position, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        object.read(position, bytes);
        return bytes.flip();
    }

    private int check() throws IOException {
        EntryNames names = new EntryNames();
        Tally tally = new Tally();
        each((entry, content) -> {
            names.add(entry.getName(), entry.isDirectory());
            tally.count(content);
        });
        return tally.entries;
    }

    /** Reads all entries in their order. */
    void each(Visitor visitor) throws IOException {
        InputStream source = new BufferedInputStream(new ObjectInput(object), Hashes.PIECE);
        try (ZipInputStream zip = new ZipInputStream(source)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                visitor.visit(entry, zip);
            }
        }
    }

    /** Takes one entry and its bytes. */
    interface Visitor {
        void visit(ZipEntry entry, InputStream content) throws IOException;
    }

    private final class Tally {
        private final byte[] buffer = new byte[Hashes.PIECE];
        private int entries;
        private long bytes;

        private void count(InputStream content) throws IOException {
            entries++;
            refuse(entries > limits.unpackedEntries(), limits.unpackedEntries() + " entries");
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                bytes += read;
                refuse(bytes > limits.unpackedBytes(), limits.unpackedBytes() + " bytes");
            }
        }

        private void refuse(boolean tooMuch, String limit) throws IOException {
            if (tooMuch) {
                throw new HostileArchiveException("it holds more than " + limit);
            }
        }
    }
}
