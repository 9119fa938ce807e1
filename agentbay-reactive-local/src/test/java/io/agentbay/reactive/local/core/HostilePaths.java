package io.agentbay.reactive.local.core;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Paths that try to lead out of where they belong, or to break who reads them; the same list in every run. */
public final class HostilePaths {

    /** What is read as "one up" by somebody on the way, in every spelling. */
    private static final List<String> UPS = List.of(
            "..",
            "%2e%2e",
            "%2E.",
            ".%2e",
            "%252e%252e",
            "%25252e%25252e",
            "%c0%ae%c0%ae",
            "%e0%80%ae%e0%80%ae",
            "%u002e%u002e",
            "&#46;&#46;",
            "\\u002e\\u002e",
            "\uFF0E\uFF0E",
            "\u2024\u2024",
            "\u2025",
            "..;",
            ". .",
            ".. ",
            "..\u200B",
            "\u202E..",
            "...");

    private static final List<String> SLASHES = List.of(
            "/", "\\", "//", "/./", "%2f", "%5C", "%252f", "%c0%af", "\u2215", "\u2044", "\uFF0F", "\uFF3C", "/\\",
            "\t/");

    private static final List<String> BEGINNINGS = List.of("", "/", "/mnt/data/");

    private HostilePaths() {}

    /** Ways up from every beginning, then the odd ones. */
    public static List<String> all() {
        Set<String> paths = new LinkedHashSet<>();
        for (String beginning : BEGINNINGS) {
            for (String up : UPS) {
                for (String slash : SLASHES) {
                    paths.add(beginning + String.join("", Collections.nCopies(9, up + slash)) + "outside" + slash
                            + "canary");
                }
            }
        }
        paths.addAll(odd());
        return List.copyOf(paths);
    }

    /** Paths that are hostile each in its own way. */
    public static List<String> odd() {
        List<String> paths = new ArrayList<>(roots());
        paths.addAll(characters());
        paths.addAll(sizes());
        paths.addAll(twins());
        return paths;
    }

    private static List<String> roots() {
        return List.of(
                "/etc/passwd",
                "/etc/shadow",
                "/proc/self/environ",
                "/proc/self/root/etc/passwd",
                "/proc/self/cwd",
                "/proc/self/fd/0",
                "/dev/stdin",
                "/dev/zero",
                "/dev/fd/1",
                "/sys/kernel",
                "C:\\Windows\\win.ini",
                "C:/Windows/win.ini",
                "C:canary",
                "c:..\\..\\canary",
                "\\\\server\\share\\canary",
                "//server/share/canary",
                "\\\\?\\C:\\canary",
                "\\\\.\\PhysicalDrive0",
                "file:///etc/passwd",
                "file:%2f%2f%2fetc/passwd",
                "jar:file:/a.zip!/b",
                "~/canary",
                "~root/canary",
                "$HOME/canary",
                "${HOME}/canary",
                "`id`",
                "$(id)",
                "; touch canary",
                "| cat /etc/passwd",
                "../new/canary",
                "../../sessions",
                "/../url-secret",
                "/../../../url-secret",
                "/../../api-key",
                "/.agentbay/start",
                "/run/c1/start",
                "..",
                ".",
                "/",
                "//",
                "/.",
                "/..",
                "/./..",
                "/mnt/data",
                "/mnt/data/",
                "/mnt/data/.",
                "/mnt/data/..",
                "/mnt/data/../data",
                "/mnt/database",
                "/mnt/data/a/../../../b");
    }

    private static List<String> characters() {
        List<String> paths = new ArrayList<>(List.of(
                "/mnt/data/a\0b",
                "/mnt/data/canary\0.txt",
                "\0",
                "/mnt/data/%00",
                "/mnt/data/a%00.txt",
                "/mnt/data/\ud83d",
                "/mnt/data/\udc00x",
                "/mnt/data/\uFEFFa",
                "/mnt/data/\uFFFD",
                "/mnt/data/\uFFFF",
                "/mnt/data/\u202Etxt.exe",
                "/mnt/data/\u2028",
                "/mnt/data/\u0085",
                "/mnt/data/a\r\nSet-Cookie: a",
                "/mnt/data/a\n[FILE] b",
                "/mnt/data/a\n---\n/etc/passwd: b",
                "/mnt/data/\"quoted\"",
                "/mnt/data/'; DROP TABLE objects; --",
                "/mnt/data/%s%n%x",
                "/mnt/data/{0}",
                "/mnt/data/<script>",
                "/mnt/data/a?b=c",
                "/mnt/data/a#b",
                "/mnt/data/a&b=c",
                "/mnt/data/*",
                "/mnt/data/[a-z]",
                "/mnt/data/**/x",
                "/mnt/data/-rf",
                "/mnt/data/--help",
                "/mnt/data/=utf16=AC4ALgAv",
                "/mnt/data/=utf16=%",
                "/mnt/data/.aside",
                "/.aside/1"));
        for (char control = 1; control < 32; control += 3) {
            paths.add("/mnt/data/c" + control + "d");
        }
        return paths;
    }

    private static List<String> sizes() {
        return List.of(
                "/mnt/data/" + "x".repeat(255),
                "/mnt/data/" + "x".repeat(256),
                "/mnt/data/" + "é".repeat(127),
                "/mnt/data/" + "é".repeat(128),
                "/mnt/data/" + "\uD83D\uDE00".repeat(64),
                "/mnt/data/" + "x".repeat(5_000),
                "/mnt/data/" + "d/".repeat(300) + "f",
                "/mnt/data/" + "d/".repeat(2_050) + "f",
                "/mnt/data/" + "../".repeat(1_000) + "canary",
                "/mnt/data/" + "../".repeat(5_000) + "canary",
                "/" + "/".repeat(5_000),
                "/mnt/data/" + "./".repeat(1_500) + "f",
                "a/".repeat(40_000));
    }

    private static List<String> twins() {
        return List.of(
                "/mnt/data/\u00E9",
                "/mnt/data/e\u0301",
                "/mnt/data/\u212B",
                "/mnt/data/\u00C5",
                "/mnt/data/\uFB01le",
                "/mnt/data/FILE",
                "/mnt/data/file",
                "/mnt/data/\u0130",
                "/mnt/data/trailing.",
                "/mnt/data/trailing ",
                "/mnt/data/ leading",
                "/mnt/data/\u00A0",
                "/mnt/data/dir./file",
                "/mnt/data/dir /file",
                "/mnt/data/CON",
                "/mnt/data/aux.txt",
                "/mnt/data/NUL",
                "/mnt/data/file::$DATA",
                "/mnt/data/file:stream",
                "/mnt/data/.git/config",
                "/mnt/data/PROGRA~1");
    }
}
