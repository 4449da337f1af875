package gigci.engine;

import groovy.lang.Script;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A loaded program: a library, a Jenkinsfile, and what exists around them. Never saved; compiled anew after a restart. */
final class PipelineProgram {
    /** Jenkins gives the class of a Jenkinsfile this name. */
    static final String JENKINSFILE = "WorkflowScript";

    final Library library;
    final Set<String> steps;
    final Set<String> describables;
    /** The global `params`. */
    final Map<?, ?> parameters;
    final Saving saving;

    private final PipelineClassLoader classLoader;
    private final String jenkinsfilePath;

    PipelineProgram(Library library, Map<?, ?> message) throws CompileErrors {
        this.library = library;
        jenkinsfilePath = (String) message.get("jenkinsfilePath");
        steps = names(message.get("steps"));
        describables = names(message.get("describables"));
        parameters = Collections.unmodifiableMap((Map<?, ?>) message.get("parameters"));
        saving = Saving.of(message.get("saving"));
        classLoader = new PipelineClassLoader(library.classLoader());
        classLoader.compile(List.of(new Source(JENKINSFILE, (String) message.get("jenkinsfile"))));
    }

    private PipelineProgram(PipelineProgram before) {
        library = before.library.reloaded();
        jenkinsfilePath = before.jenkinsfilePath;
        steps = before.steps;
        describables = before.describables;
        parameters = before.parameters;
        saving = before.saving;
        classLoader = new PipelineClassLoader(library.classLoader(), before.classLoader.classes());
    }

    /** The same program behind a restart: all its classes are loaded again, so that none remembers what happened. */
    PipelineProgram restarted() {
        return new PipelineProgram(this);
    }

    /** Knows the classes of the library and of the Jenkinsfile. */
    ClassLoader classLoader() {
        return classLoader;
    }

    Script newJenkinsfile() {
        return newScript(JENKINSFILE);
    }

    /** A fresh instance of a script class. */
    Script newScript(String className) {
        try {
            return (Script) classLoader.loadClass(className).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException failure) {
            throw new EngineFault("cannot make an instance of " + className + ": " + failure);
        }
    }

    /** The file that a class was compiled from, or null when it is none of the program. */
    String pathOf(String className) {
        String outermost = className.contains("$") ? className.substring(0, className.indexOf('$')) : className;
        return outermost.equals(JENKINSFILE) ? jenkinsfilePath : library.pathOf(outermost);
    }

    private static Set<String> names(Object list) {
        return ((List<?>) list).stream().map(String.class::cast).collect(Collectors.toUnmodifiableSet());
    }
}
