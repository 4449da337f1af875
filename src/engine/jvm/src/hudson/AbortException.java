package hudson;

import java.io.IOException;

/** Stands for the exception of Jenkins that fails a build with a message and without a stack trace. */
public final class AbortException extends IOException {
    private static final long serialVersionUID = 1L;

    public AbortException(String message) {
        super(message);
    }
}
