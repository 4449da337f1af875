package gigci.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.codehaus.groovy.control.MultipleCompilationErrorsException;
import org.codehaus.groovy.control.messages.ExceptionMessage;
import org.codehaus.groovy.control.messages.SimpleMessage;
import org.codehaus.groovy.control.messages.SyntaxErrorMessage;
import org.codehaus.groovy.syntax.SyntaxException;

/** What does not compile: one entry per error, with a message and, where known, file and line. */
final class CompileErrors extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Object> errors;

    CompileErrors(List<Object> errors) {
        this.errors = errors;
    }

    /** @param file where errors are that name no place, or null: those of generated classes never do */
    static CompileErrors of(Throwable failure, String file) {
        List<Object> errors = new ArrayList<>();
        if (failure instanceof MultipleCompilationErrorsException) {
            for (Object message : ((MultipleCompilationErrorsException) failure).getErrorCollector().getErrors()) {
                errors.add(describe(message, file));
            }
        } else {
            errors.add(error(failure.toString(), file));
        }
        return new CompileErrors(errors);
    }

    List<Object> errors() {
        return errors;
    }

    private static Map<String, Object> describe(Object message, String file) {
        if (message instanceof SyntaxErrorMessage) {
            SyntaxException cause = ((SyntaxErrorMessage) message).getCause();
            Map<String, Object> error = error(cause.getOriginalMessage(), cause.getSourceLocator());
            error.put("line", (long) cause.getLine());
            return error;
        }
        if (message instanceof ExceptionMessage) {
            return error(String.valueOf(((ExceptionMessage) message).getCause()), file);
        }
        return error(((SimpleMessage) message).getMessage(), file);
    }

    private static Map<String, Object> error(String text, String file) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("message", text.trim());
        if (file != null) {
            error.put("file", file);
        }
        return error;
    }
}
