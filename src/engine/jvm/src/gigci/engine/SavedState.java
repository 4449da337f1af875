package gigci.engine;

import com.cloudbees.groovy.cps.Block;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;
import java.io.OutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Saves the state of a program and restores it, as Jenkins does around every step that takes time. What never changes is
 * not written but referred to: classes, and the trees of blocks that groovy-cps makes of a method, which are most of what
 * Jenkins writes. {@link WrittenState} writes them, too.
 */
final class SavedState {
    private SavedState() {
    }

    /**
     * A copy of the state that shares nothing with the original but classes and code.
     *
     * @throws EngineFault when a value that is alive cannot be saved
     */
    static Object copy(Object state) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 15);
            Shared<ObjectStreamClass> classes = new Shared<>();
            Shared<Block> code = new Shared<>();
            try (Writer writer = new Writer(bytes, classes, code)) {
                writer.writeObject(state);
            }
            try (Reader reader = new Reader(new ByteArrayInputStream(bytes.toByteArray()), classes, code)) {
                return reader.readObject();
            }
        } catch (StackOverflowError | IOException | ClassNotFoundException failure) {
            throw StateWriter.faultOf(failure);
        }
    }

    /** Objects that original and copy share, by number. */
    private static final class Shared<T> {
        private final List<T> objects = new ArrayList<>();
        private final Map<T, Integer> numbers = new IdentityHashMap<>();

        int numberOf(T object) {
            return numbers.computeIfAbsent(object, added -> {
                objects.add(added);
                return objects.size() - 1;
            });
        }

        T at(int number) {
            return objects.get(number);
        }
    }

    /** Stands for a block. */
    private static final class CodeReference implements Serializable {
        private static final long serialVersionUID = 1L;

        private final int number;

        CodeReference(int number) {
            this.number = number;
        }
    }

    private static final class Writer extends StateWriter {
        private final Shared<ObjectStreamClass> classes;
        private final Shared<Block> code;

        Writer(OutputStream target, Shared<ObjectStreamClass> classes, Shared<Block> code) throws IOException {
            super(target);
            this.classes = classes;
            this.code = code;
        }

        @Override
        protected void writeClassDescriptor(ObjectStreamClass description) throws IOException {
            writeInt(classes.numberOf(description));
        }

        @Override
        protected Object replaceObject(Object value) {
            return value instanceof Block ? new CodeReference(code.numberOf((Block) value)) : super.replaceObject(value);
        }
    }

    private static final class Reader extends ObjectInputStream {
        private final Shared<ObjectStreamClass> classes;
        private final Shared<Block> code;

        Reader(InputStream source, Shared<ObjectStreamClass> classes, Shared<Block> code) throws IOException {
            super(source);
            this.classes = classes;
            this.code = code;
            enableResolveObject(true);
        }

        @Override
        protected ObjectStreamClass readClassDescriptor() throws IOException {
            return classes.at(readInt());
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass description) {
            return description.forClass();
        }

        @Override
        protected Object resolveObject(Object value) {
            return value instanceof CodeReference ? code.at(((CodeReference) value).number) : value;
        }
    }
}
