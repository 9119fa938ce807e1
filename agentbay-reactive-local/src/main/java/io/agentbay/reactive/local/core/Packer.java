package io.agentbay.reactive.local.core;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes one zip file, the same bytes for the same content, and no more than may be unpacked again. */
final class Packer {
    private final ZipOutputStream zip;
    private final MountModel limits;
    private int entries;
    private long bytes;

    Packer(OutputStream target, MountModel limits) {
        this.zip = new ZipOutputStream(target);
        this.limits = limits;
    }

    boolean isEmpty() {
        return entries == 0;
    }

    void add(String name, LocalDateTime modified, Content content) throws IOException {
        entries++;
        check(entries <= limits.unpackedEntries(), limits.unpackedEntries() + " files");
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(modified);
        zip.putNextEntry(entry);
        content.writeTo(this);
        zip.closeEntry();
    }

    void write(byte[] piece, int offset, int length) throws IOException {
        bytes += length;
        check(bytes <= limits.unpackedBytes(), limits.unpackedBytes() + " bytes");
        zip.write(piece, offset, length);
    }

    private static void check(boolean within, String limit) throws IOException {
        if (!within) {
            throw new IOException("The mount holds more than " + limit + ", the most an archive may");
        }
    }

    void finish() throws IOException {
        if (entries > 0) {
            zip.finish();
        }
    }

    /** Writes the bytes of one entry. */
    interface Content {
        void writeTo(Packer target) throws IOException;
    }
}
