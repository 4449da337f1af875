package gigci.engine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;

/**
 * The state of a program as bytes that outlive its classes, like the file that a controller reads after a restart: what
 * they refer to, they refer to by name.
 */
final class WrittenState {
    private final byte[] bytes;

    /** @throws EngineFault when a value that is alive cannot be saved */
    WrittenState(Object state) {
        ByteArrayOutputStream target = new ByteArrayOutputStream(1 << 16);
        try (StateWriter writer = new StateWriter(target)) {
            writer.writeObject(state);
        } catch (StackOverflowError | IOException failure) {
            throw StateWriter.faultOf(failure);
        }
        bytes = target.toByteArray();
    }

    /**
     * The state, made of the classes of a program that was loaded anew.
     *
     * @throws EngineFault when these classes are not those that were written
     */
    Object read(ClassLoader classes) {
        try (Reader reader = new Reader(new ByteArrayInputStream(bytes), classes)) {
            return reader.readObject();
        } catch (StackOverflowError | IOException | ClassNotFoundException failure) {
            throw StateWriter.faultOf(failure);
        }
    }

    private static final class Reader extends ObjectInputStream {
        private final ClassLoader classes;

        Reader(InputStream source, ClassLoader classes) throws IOException {
            super(source);
            this.classes = classes;
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass description) throws IOException, ClassNotFoundException {
            try {
                return Class.forName(description.getName(), false, classes);
            } catch (ClassNotFoundException primitive) {
                return super.resolveClass(description);
            }
        }
    }
}
