package gigci.engine;

import groovy.lang.MissingPropertyException;
import hudson.AbortException;
import hudson.model.Result;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;

/** Translates between the exceptions that scripts see and the failures that the simulator knows. */
final class Failures {
    /** There is no more stack, while the program runs or while it is saved. */
    static final String NESTED_TOO_DEEPLY = "the calls are nested too deeply";
    private static final String MISSING_STEP = "No such DSL method ";

    private Failures() {
    }

    /** The exception that a thread sees for a failure that the simulator hands to it. */
    static Throwable toException(Map<?, ?> failure) {
        String message = (String) failure.get("message");
        switch ((String) failure.get("kind")) {
            case "error":
                return new AbortException(message);
            case "interruption":
                return new FlowInterruptedException(Result.valueOf((String) failure.get("result")), message);
            case "missingStep":
                return new NoSuchMethodError(message);
            default:
                return new EngineFault(message);
        }
    }

    /**
     * The failure that left a thread. What a script throws by itself is a checked exception; a RuntimeException is
     * Groovy or Java complaining about the script, so a fault.
     */
    static Map<String, Object> toFailure(PipelineProgram program, Throwable thrown) {
        if (thrown instanceof FlowInterruptedException) {
            Map<String, Object> failure = failure("interruption", thrown.getMessage());
            failure.put("result", ((FlowInterruptedException) thrown).getResult().name());
            return failure;
        }
        if (thrown instanceof NoSuchMethodError && String.valueOf(thrown.getMessage()).startsWith(MISSING_STEP)) {
            return failure("missingStep", thrown.getMessage());
        }
        if (thrown instanceof Exception && !(thrown instanceof RuntimeException)) {
            return failure("error", String.valueOf(thrown.getMessage()));
        }
        Map<String, Object> failure = failure("fault", describe(thrown));
        failure.put("frames", Frames.of(program, thrown));
        return failure;
    }

    private static String describe(Throwable thrown) {
        if (thrown instanceof EngineFault) {
            return thrown.getMessage();
        }
        if (thrown instanceof StackOverflowError) {
            return NESTED_TOO_DEEPLY;
        }
        if (thrown.getClass() == MissingPropertyException.class) {
            return "no variable or property '" + ((MissingPropertyException) thrown).getProperty() + "'";
        }
        return thrown.toString();
    }

    private static Map<String, Object> failure(String kind, String message) {
        Map<String, Object> failure = new LinkedHashMap<>();
        failure.put("kind", kind);
        failure.put("message", message);
        return failure;
    }
}
