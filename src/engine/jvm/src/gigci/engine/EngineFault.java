package gigci.engine;

import java.util.List;

/**
 * A rule of the engine is broken: a CPS mismatch, a value that cannot be saved, a call outside the sandbox. An Error, so
 * that no `catch (Exception)` of a script sees it.
 */
final class EngineFault extends Error {
    private static final long serialVersionUID = 1L;

    EngineFault(String message) {
        super(message);
    }

    /** A fault at a place of the scripts that the caller knows better than the stack of this call. */
    EngineFault(String message, List<StackTraceElement> stack) {
        super(message);
        setStackTrace(stack.toArray(new StackTraceElement[0]));
    }
}
