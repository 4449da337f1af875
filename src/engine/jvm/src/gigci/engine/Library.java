package gigci.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A compiled shared library: `src/` and `vars/` of a folder. */
final class Library {
    private final Map<String, String> texts;
    private final PipelineClassLoader classLoader;
    private final Set<String> variables;

    private Library(Map<String, String> texts, PipelineClassLoader classLoader) {
        this.texts = texts;
        this.classLoader = classLoader;
        variables = texts.keySet().stream().filter(path -> path.startsWith("vars/")).map(Library::baseName)
            .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Compiles the library in a folder.
     *
     * @param previous a library compiled before, or null; it is answered when it has exactly the same files
     */
    static Library of(Path folder, Library previous) throws IOException, CompileErrors {
        Map<String, String> texts = read(folder);
        return previous != null && previous.texts.equals(texts) ? previous : compile(texts);
    }

    /** The same, where the classes may come from an earlier process and are kept for a later one. */
    static Library of(Path folder, ClassStore store) throws IOException, CompileErrors {
        Map<String, String> texts = read(folder);
        Map<String, byte[]> classes = store.read(texts);
        if (classes != null) {
            return new Library(texts, new PipelineClassLoader(Library.class.getClassLoader(), classes));
        }
        Library library = compile(texts);
        store.write(texts, library.classLoader.classes());
        return library;
    }

    /** The same library in a class loader of its own. */
    Library reloaded() {
        return new Library(texts, new PipelineClassLoader(Library.class.getClassLoader(), classLoader.classes()));
    }

    /** Names of the global variables. */
    Set<String> variables() {
        return variables;
    }

    PipelineClassLoader classLoader() {
        return classLoader;
    }

    /** The file of a class, relative to the library folder, or null when the library does not have the class. */
    String pathOf(String className) {
        String path = variables.contains(className) ? "vars/" + className : "src/" + className.replace('.', '/');
        return texts.containsKey(path + ".groovy") ? path + ".groovy" : null;
    }

    /**
     * The classes together, because they may need each other; then each variable by itself: in one unit with the class
     * of another variable, Groovy would take `gigImage.perform(…)` for a static call of that class.
     */
    private static Library compile(Map<String, String> texts) throws CompileErrors {
        PipelineClassLoader classLoader = new PipelineClassLoader(Library.class.getClassLoader());
        List<Source> classes = new ArrayList<>();
        List<Source> scripts = new ArrayList<>();
        texts.forEach((path, text) -> (path.startsWith("src/") ? classes : scripts).add(new Source(path, text)));
        classLoader.compile(classes);
        List<Object> errors = new ArrayList<>();
        for (Source script : scripts) {
            try {
                classLoader.compile(List.of(script));
            } catch (CompileErrors found) {
                errors.addAll(found.errors());
            }
        }
        if (!errors.isEmpty()) {
            throw new CompileErrors(errors);
        }
        return new Library(texts, classLoader);
    }

    private static Map<String, String> read(Path folder) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        read(folder, "src", Integer.MAX_VALUE, texts);
        read(folder, "vars", 1, texts);
        return texts;
    }

    private static void read(Path folder, String child, int depth, Map<String, String> texts) throws IOException {
        Path root = folder.resolve(child);
        if (!Files.isDirectory(root)) {
            return;
        }
        try (Stream<Path> files = Files.walk(root, depth)) {
            files.filter(file -> file.toString().endsWith(".groovy")).sorted().forEach(file -> {
                try {
                    texts.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            });
        }
    }

    private static String baseName(String path) {
        return path.substring(path.lastIndexOf('/') + 1, path.length() - ".groovy".length());
    }
}
