package io.agentbay.reactive.local.simulation.planted;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** The library with one class compiled from a source that has a bug in it, in a class loader of its own. */
final class Mutant extends ClassLoader {

    private static final String OURS = "io.agentbay.reactive.";

    private final Map<String, byte[]> changed;

    private Mutant(Map<String, byte[]> changed) {
        super(Mutant.class.getClassLoader());
        this.changed = changed;
    }

    /** Compiles the bug; fails when its source is not as it expects. */
    static Mutant with(Bug bug) {
        return new Mutant(compiled(bug, mutated(bug)));
    }

    /** The source with the bug. */
    static String mutated(Bug bug) {
        var file = home().resolve(bug.module())
                .resolve("src/main/java")
                .resolve(bug.className().replace('.', '/') + ".java");
        try {
            var source = Files.readString(file);
            for (var edit : bug.edits()) {
                source = edited(source, edit, bug.name() + "\" in " + file);
            }
            return source;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String edited(String source, Bug.Edit edit, String where) {
        int first = source.indexOf(edit.original());
        if (first < 0 || source.indexOf(edit.original(), first + 1) >= 0) {
            throw new IllegalStateException("The bug \"" + where + " expects once:\n" + edit.original());
        }
        return source.replace(edit.original(), edit.instead());
    }

    private static Path home() {
        for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("agentbay-reactive-core/src/main/java"))) {
                return at;
            }
        }
        throw new IllegalStateException("The sources of this project are not here");
    }

    private static Map<String, byte[]> compiled(Bug bug, String source) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var files = new InMemory(compiler.getStandardFileManager(null, null, null));
        var words = new StringWriter();
        var options = List.of("-proc:none", "-nowarn", "-parameters", "-cp", classPath());
        var unit = new Source(bug.className(), source);
        if (!compiler.getTask(words, files, null, options, null, List.of(unit)).call()) {
            throw new IllegalStateException("The bug \"" + bug.name() + "\" does not compile:\n" + words);
        }
        return files.classes();
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(OURS)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            var loaded = findLoadedClass(name);
            return loaded != null ? loaded : define(name);
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        var bytes = changed.containsKey(name) ? changed.get(name) : original(name);
        return defineClass(name, bytes, 0, bytes.length);
    }

    private byte[] original(String name) throws ClassNotFoundException {
        try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String className, String text) {
            super(URI.create("string:///" + className.replace('.', '/') + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    /** Keeps what the compiler makes. */
    private static final class InMemory extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, ByteArrayOutputStream> made = new HashMap<>();

        InMemory(JavaFileManager files) {
            super(files);
        }

        Map<String, byte[]> classes() {
            var classes = new HashMap<String, byte[]>();
            made.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
            return classes;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            var bytes = new ByteArrayOutputStream();
            made.put(className, bytes);
            return new SimpleJavaFileObject(URI.create("mem:///" + className.replace('.', '/') + ".class"), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return bytes;
                }
            };
        }
    }
}
