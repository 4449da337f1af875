package gigci.engine;

import com.cloudbees.groovy.cps.Outcome;
import com.cloudbees.groovy.cps.impl.CpsCallableInvocation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Answers one request of the Node client at a time. `load` compiles a library and a Jenkinsfile and replaces the program
 * before; `start`, `resume` and `startBody` run a thread of it and answer with its signal. Before the first `load`,
 * `loadAhead` makes a library ready that is probably the one that comes, and `warmUp` runs a program, until the next
 * request, so that Java has seen everything once.
 */
final class Protocol {
    private static final Map<String, Object> LOADED = Map.of("kind", "loaded");

    private final SandboxInterceptor sandbox;
    private final ClassStore store;
    private final BooleanSupplier isRequestWaiting;
    private Library library;
    private PipelineProgram program;
    private PipelineRun run;

    Protocol(SandboxInterceptor sandbox, ClassStore store, BooleanSupplier isRequestWaiting) {
        this.sandbox = sandbox;
        this.store = store;
        this.isRequestWaiting = isRequestWaiting;
        sandbox.register();
        CpsCallableInvocation.registerMismatchHandler((expectedReceiver, expected, receiver, actual) ->
            run.interrupt("CPS mismatch: '" + expected + "' was called, but '" + actual
                + "' ran: a closure or a step inside code that cannot wait for it"));
    }

    Map<String, Object> answer(Map<?, ?> request) throws IOException {
        if (run != null && run.fault() != null && request.containsKey("thread")) {
            return Signals.failed(Failures.toFailure(program, run.fault()));
        }
        try {
            return perform(request);
        } catch (CompileErrors refused) {
            return Map.of("kind", "refused", "errors", refused.errors());
        }
    }

    private Map<String, Object> perform(Map<?, ?> request) throws IOException, CompileErrors {
        switch ((String) request.get("operation")) {
            case "loadAhead":
                library = Library.of(libraryFolder(request), store);
                return LOADED;
            case "warmUp":
                Library sample = Library.of(libraryFolder(request), (Library) null);
                WarmUp.run(new PipelineProgram(sample, request), isRequestWaiting);
                return LOADED;
            case "load":
                sandbox.forget();
                library = Library.of(libraryFolder(request), library);
                program = new PipelineProgram(library, request);
                return LOADED;
            case "start":
                run = new PipelineRun(program, sandbox::forget);
                return run.start(context(request));
            case "startBody":
                int ordinal = ((Long) request.get("ordinal")).intValue();
                String thread = (String) request.get("thread");
                return run.startBody(thread, (String) request.get("parent"), ordinal, context(request));
            case "resume":
                return run.resume((String) request.get("thread"), outcome(request), context(request));
            default:
                throw new IllegalArgumentException("no such operation: " + request.get("operation"));
        }
    }

    private static Path libraryFolder(Map<?, ?> request) {
        return Path.of((String) request.get("libraryFolder"));
    }

    private static BuildContext context(Map<?, ?> request) {
        return new BuildContext((Map<?, ?>) request.get("context"));
    }

    private static Outcome outcome(Map<?, ?> request) {
        Map<?, ?> outcome = (Map<?, ?>) request.get("outcome");
        boolean returned = "value".equals(outcome.get("kind"));
        return returned
            ? new Outcome(outcome.get("value"), null)
            : new Outcome(null, Failures.toException((Map<?, ?>) outcome.get("failure")));
    }
}
