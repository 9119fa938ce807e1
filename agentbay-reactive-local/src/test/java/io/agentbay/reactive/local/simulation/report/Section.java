package io.agentbay.reactive.local.simulation.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A part of the documentation that is made by a program, between two comments that say so. */
public final class Section {

    private final String name;

    public Section(String name) {
        this.name = name;
    }

    private String begin() {
        return "<!-- " + name + " -->\n";
    }

    private String end() {
        return "<!-- end of " + name + " -->\n";
    }

    /** What it says now. */
    public String in(Path file) {
        var text = read(file);
        int from = text.indexOf(begin());
        int to = text.indexOf(end());
        if (from < 0 || to < from) {
            throw new IllegalStateException(file + " has no section " + name);
        }
        return text.substring(from + begin().length(), to);
    }

    /** Makes it say this. */
    public void write(Path file, String content) {
        var before = in(file);
        var text = read(file).replace(begin() + before + end(), begin() + content + end());
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
