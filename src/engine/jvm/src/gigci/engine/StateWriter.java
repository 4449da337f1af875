package gigci.engine;

import com.cloudbees.groovy.cps.Env;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;

/** Writes the state of a program. Stricter than Jenkins: see {@link LiveVariables}. */
class StateWriter extends ObjectOutputStream {
    private final LiveVariables variables = new LiveVariables();

    StateWriter(OutputStream target) throws IOException {
        super(target);
        enableReplaceObject(true);
    }

    /** @throws EngineFault when a variable holds what must not be alive at a step */
    @Override
    protected Object replaceObject(Object value) {
        if (value instanceof Env) {
            variables.check((Env) value);
        }
        return value;
    }

    /** What it means for the program that its state cannot be written or read. */
    static EngineFault faultOf(Throwable failure) {
        if (failure instanceof NotSerializableException) {
            return new EngineFault("a value of " + failure.getMessage() + " is alive at this step and cannot be saved");
        }
        if (failure instanceof StackOverflowError) {
            return new EngineFault(Failures.NESTED_TOO_DEEPLY);
        }
        return new EngineFault("the program cannot be saved at this step: " + failure);
    }
}
