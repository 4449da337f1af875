package gigci.engine;

import com.cloudbees.groovy.cps.Outcome;
import com.cloudbees.groovy.cps.impl.CpsCallableInvocation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Answers one request of the Node client at a time. `load` compiles a library and a Jenkinsfile and replaces the program
 * before; `start`, `resume` and `startBody` run a thread of it and answer with its signal.
 */
final class Protocol {
    private final SandboxInterceptor sandbox;
    private Library library;
    private PipelineProgram program;
    private PipelineRun run;

    Protocol(SandboxInterceptor sandbox) {
        this.sandbox = sandbox;
        sandbox.register();
        CpsCallableInvocation.registerMismatchHandler((expectedReceiver, expected, receiver, actual) ->
            run.interrupt("CPS mismatch: '" + expected + "' was called, but '" + actual
                + "' ran: a closure or a step inside code that cannot wait for it"));
    }

    Map<String, Object> answer(Map<?, ?> request) throws IOException {
        if (run != null && run.fault() != null && request.containsKey("thread")) {
            return Signals.failed(Failures.toFailure(program, run.fault()));
        }
        switch ((String) request.get("operation")) {
            case "load":
                return load(request);
            case "start":
                run = new PipelineRun(program);
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

    private Map<String, Object> load(Map<?, ?> request) throws IOException {
        sandbox.forget();
        try {
            library = Library.of(Path.of((String) request.get("libraryFolder")), library);
            program = new PipelineProgram(library, request);
            return Map.of("kind", "loaded");
        } catch (CompileErrors refused) {
            return Map.of("kind", "refused", "errors", refused.errors());
        }
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
