package gigci.engine;

import com.cloudbees.groovy.cps.Env;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.NotSerializableException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;

/**
 * Saves the state of a program and restores it, as Jenkins does around every step that takes time. Stricter than
 * Jenkins: see {@link LiveVariables}.
 */
final class SavedState {
    private SavedState() {
    }

    /**
     * A copy of the state that shares nothing with the original but classes.
     *
     * @throws EngineFault when a value that is alive cannot be saved
     */
    static Object copy(Object state, ClassLoader classLoader) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 15);
            try (Writer writer = new Writer(bytes)) {
                writer.writeObject(state);
            }
            try (Reader reader = new Reader(new ByteArrayInputStream(bytes.toByteArray()), classLoader)) {
                return reader.readObject();
            }
        } catch (NotSerializableException failure) {
            throw new EngineFault("a value of " + failure.getMessage() + " is alive at this step and cannot be saved");
        } catch (StackOverflowError failure) {
            throw new EngineFault("the calls are nested too deeply to be saved at this step");
        } catch (IOException | ClassNotFoundException failure) {
            throw new EngineFault("the program cannot be saved at this step: " + failure);
        }
    }

    private static final class Writer extends ObjectOutputStream {
        private final LiveVariables variables = new LiveVariables();

        Writer(OutputStream target) throws IOException {
            super(target);
            enableReplaceObject(true);
        }

        @Override
        protected Object replaceObject(Object value) {
            if (value instanceof Env) {
                variables.check((Env) value);
            }
            return value;
        }
    }

    private static final class Reader extends ObjectInputStream {
        private final ClassLoader classLoader;
        private final Map<String, Class<?>> classes = new HashMap<>();

        Reader(InputStream source, ClassLoader classLoader) throws IOException {
            super(source);
            this.classLoader = classLoader;
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass description) throws IOException, ClassNotFoundException {
            Class<?> known = classes.get(description.getName());
            if (known == null) {
                known = find(description);
                classes.put(description.getName(), known);
            }
            return known;
        }

        private Class<?> find(ObjectStreamClass description) throws IOException, ClassNotFoundException {
            try {
                return Class.forName(description.getName(), false, classLoader);
            } catch (ClassNotFoundException primitive) {
                return super.resolveClass(description);
            }
        }
    }
}
