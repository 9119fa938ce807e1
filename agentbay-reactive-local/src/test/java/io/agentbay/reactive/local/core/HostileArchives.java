package io.agentbay.reactive.local.core;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Archives that try to write elsewhere, to cost too much, or to be two things at once; the same in every run. */
final class HostileArchives {

    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;

    private HostileArchives() {}

    /** By name of the attack: all structures, and entries named like every odd path and every so many-th other. */
    static Map<String, byte[]> all(int every) throws IOException {
        Map<String, byte[]> all = new LinkedHashMap<>(structures());
        List<String> paths = HostilePaths.all();
        int odd = paths.size() - HostilePaths.odd().size();
        for (int i = 0; i < paths.size(); i += i < odd ? every : 1) {
            all.put("an entry named like path " + i, zip("good.txt", paths.get(i)));
        }
        return all;
    }

    /** Without those that only have a hostile name. */
    static Map<String, byte[]> structures() throws IOException {
        Map<String, byte[]> all = new LinkedHashMap<>();
        truncated(all);
        lying(all);
        clashing(all);
        links(all);
        wrapped(all);
        return all;
    }

    private static byte[] zip(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                add(zip, name);
            }
        } catch (IllegalArgumentException nameTooLong) {
            return zip("x".repeat(0xFFFF));
        }
        return bytes.toByteArray();
    }

    private static void add(ZipOutputStream zip, String name) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        if (!name.endsWith("/")) {
            zip.write("attack".getBytes(StandardCharsets.UTF_8));
        }
        zip.closeEntry();
    }

    /** Entries stored without compression, so that their sizes are in the head. */
    private static byte[] stored(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                ZipEntry entry = new ZipEntry(name);
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(6);
                entry.setCrc(crc());
                zip.putNextEntry(entry);
                zip.write("attack".getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static long crc() {
        CRC32 crc = new CRC32();
        crc.update("attack".getBytes(StandardCharsets.UTF_8));
        return crc.getValue();
    }

    private static void truncated(Map<String, byte[]> all) throws IOException {
        byte[] whole = zip("a.txt", "d/b.txt", "c.txt");
        for (int left :
                IntStream.rangeClosed(0, 20).map(i -> i * whole.length / 21).toArray()) {
            all.put("cut after " + left + " bytes", Arrays.copyOf(whole, left));
        }
        all.put("without its end", Arrays.copyOf(whole, whole.length - 22));
        all.put("only its end", Arrays.copyOfRange(whole, whole.length - 22, whole.length));
        all.put("without its beginning", Arrays.copyOfRange(whole, 30, whole.length));
    }

    /** Each number of a head, of the directory and of the end, made a lie. */
    private static void lying(Map<String, byte[]> all) throws IOException {
        for (int value : new int[] {0, 1, 0x7FFFFFFF, -1}) {
            for (int at : new int[] {4, 6, 8, 14, 18, 22, 26}) {
                all.put("head says " + value + " at " + at, patched(stored("a.txt", "b.txt"), LOCAL, at, value));
                all.put("deflated head says " + value + " at " + at, patched(zip("a.txt", "b.txt"), LOCAL, at, value));
            }
            for (int at : new int[] {8, 10, 16, 20, 24, 28, 34, 38, 42}) {
                all.put("directory says " + value + " at " + at, patched(zip("a.txt", "b.txt"), CENTRAL, at, value));
            }
            for (int at : new int[] {4, 8, 10, 12, 16}) {
                all.put("end says " + value + " at " + at, patched(zip("a.txt", "b.txt"), END, at, value));
            }
        }
    }

    private static byte[] patched(byte[] archive, int signature, int offset, int value) {
        return changed(archive, bytes -> bytes.putInt(find(bytes, signature) + offset, value));
    }

    private static byte[] changed(byte[] archive, Consumer<ByteBuffer> change) {
        ByteBuffer bytes = ByteBuffer.wrap(archive.clone()).order(ByteOrder.LITTLE_ENDIAN);
        change.accept(bytes);
        return bytes.array();
    }

    private static int find(ByteBuffer bytes, int signature) {
        for (int at = 0; at + 4 <= bytes.limit(); at++) {
            if (bytes.getInt(at) == signature) {
                return at;
            }
        }
        throw new AssertionError("no such record");
    }

    private static void clashing(Map<String, byte[]> all) throws IOException {
        all.put("a file that is a folder later", zip("a", "a/b"));
        all.put("a folder that is a file later", zip("a/b", "a"));
        all.put("a folder and a file of one name", zip("a/", "a"));
        all.put("a file below a file below a file", zip("a/b/c", "a/b", "a"));
        all.put("one file twice", twice("aaaa.txt", "bbbb.txt", "aaaa.txt"));
        all.put("a folder twice", twice("aaaa/", "bbbb/", "aaaa/"));
        all.put("twins of normalisation", zip("\u00E9", "e\u0301", "E\u0301"));
        all.put("twins of case", zip("FILE", "file", "File"));
        all.put("twins of dots", zip("a/./b", "a//b", "./a/b"));
        all.put("itself", zip("evil.zip"));
        all.put("nothing but slashes", zip("///", "/", "//"));
        all.put("an empty name", twice("x", "", "y"));
        all.put("the folder it is in", zip("./", "."));
    }

    /** Two entries, the second of which is renamed to something that a writer would refuse. */
    private static byte[] twice(String first, String second, String instead) throws IOException {
        byte[] archive = zip(first, second.isEmpty() ? "z" : second);
        byte[] from = (second.isEmpty() ? "z" : second).getBytes(StandardCharsets.UTF_8);
        byte[] to = instead.getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at + from.length <= archive.length; at++) {
            if (Arrays.equals(archive, at, at + from.length, from, 0, from.length) && to.length == from.length) {
                System.arraycopy(to, 0, archive, at, to.length);
            }
        }
        return archive;
    }

    /** What an archiver of Unix would unpack as links, pipes and devices, by their mode in the directory. */
    private static void links(Map<String, byte[]> all) throws IOException {
        for (int type : new int[] {0xA, 0x1, 0x2, 0x6, 0xC}) {
            byte[] archive = zip("link", "link2/inside");
            all.put("an entry of the type " + type, changed(archive, bytes -> {
                int at = find(bytes, CENTRAL);
                bytes.put(at + 5, (byte) 3);
                bytes.putInt(at + 38, (type << 12 | 0x1FF) << 16);
            }));
        }
        all.put("a link and what lies behind it", withContent("link", "../../../outside", "link/canary", "attack"));
        all.put("an absolute link and what lies behind it", withContent("link", "/", "link/etc/x", "attack"));
        all.put("setuid", changed(zip("program"), bytes -> bytes.putInt(find(bytes, CENTRAL) + 38, 0x89ED << 16)));
    }

    private static byte[] withContent(String... namesAndContents) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndContents[i]));
                zip.write(namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static void wrapped(Map<String, byte[]> all) throws IOException {
        byte[] whole = zip("../../outside/canary", "b.txt");
        all.put("garbage before it", joined("#!/bin/sh\n".getBytes(StandardCharsets.UTF_8), whole));
        all.put("garbage behind it", joined(whole, new byte[100]));
        all.put("two in a row", joined(zip("a.txt"), whole));
        all.put("a comment that is an archive", commented(whole));
        all.put("an archive in an archive", withContent("inner.zip", new String(whole, StandardCharsets.ISO_8859_1)));
        all.put(
                "a megabyte of names",
                zip(IntStream.range(0, 300)
                        .mapToObj(i -> i + "/" + "n".repeat(250) + "/" + "m".repeat(250))
                        .toArray(String[]::new)));
        all.put("folders to the last depth", zip("d/".repeat(2_040) + "f"));
        all.put("a bomb", bomb());
        all.put(
                "many entries",
                zip(IntStream.range(0, 3_000).mapToObj(Integer::toString).toArray(String[]::new)));
        all.put("extra fields without end", extra());
    }

    private static byte[] joined(byte[] first, byte[] second) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(first);
        bytes.writeBytes(second);
        return bytes.toByteArray();
    }

    private static byte[] commented(byte[] hidden) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            add(zip, "shown.txt");
            zip.setComment(new String(hidden, StandardCharsets.ISO_8859_1));
        }
        return bytes.toByteArray();
    }

    /** Eight MiB of nothing in some KiB; the tests allow one. */
    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("bomb"));
            zip.write(new byte[8 << 20]);
        }
        return bytes.toByteArray();
    }

    private static byte[] extra() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            ZipEntry entry = new ZipEntry("a.txt");
            byte[] field = new byte[0xFFF0];
            ByteBuffer.wrap(field)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putShort((short) 0x7075)
                    .putShort((short) 0xFFEC);
            entry.setExtra(field);
            zip.putNextEntry(entry);
            zip.write(1);
        }
        return bytes.toByteArray();
    }
}
