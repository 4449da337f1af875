package gigci.engine;

import com.cloudbees.groovy.cps.Continuable;
import com.cloudbees.groovy.cps.Continuation;
import com.cloudbees.groovy.cps.Env;
import com.cloudbees.groovy.cps.Envs;
import com.cloudbees.groovy.cps.Outcome;
import com.cloudbees.groovy.cps.impl.CpsCallableInvocation;
import com.cloudbees.groovy.cps.sandbox.SandboxInvoker;
import gigci.engine.PipelineThread.Origin;
import groovy.lang.Closure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.codehaus.groovy.runtime.GroovyCategorySupport;

/**
 * The threads of one run. A thread is run until it asks for a step or ends; whoever drives the run answers. All state
 * stands in {@link #threads}, which is what is saved.
 */
final class PipelineRun {
    private static final List<Class> CATEGORIES = categories();
    private static PipelineRun current;

    private final Runnable onRestart;
    private PipelineProgram program;
    private long stepsBefore;
    private HashMap<String, PipelineThread> threads = new HashMap<>();
    private BuildContext context;
    private Continuable running;
    /** The first broken rule. Scripts may catch what they like: from then on the run is worthless. */
    private EngineFault fault;

    /** @param onRestart called when classes of the program have been loaded anew, to forget the old ones */
    PipelineRun(PipelineProgram program, Runnable onRestart) {
        this.program = program;
        this.onRestart = onRestart;
        current = this;
    }

    /** The run that scripts belong to: one at a time, on one Java thread. */
    static PipelineRun current() {
        return current;
    }

    PipelineProgram program() {
        return program;
    }

    BuildContext context() {
        return context;
    }

    Map<String, Object> start(BuildContext now) {
        context = now;
        return begin("", Origin.JENKINSFILE, () -> program.newJenkinsfile().run());
    }

    Map<String, Object> startBody(String id, String parent, int ordinal, BuildContext now) {
        context = now;
        PipelineThread waiting = threads.get(parent);
        if (waiting == null || ordinal >= waiting.bodies.size()) {
            throw new IllegalArgumentException("thread '" + parent + "' waits for no closure " + ordinal);
        }
        Closure<?> body = waiting.bodies.get(ordinal);
        return begin(id, new Origin(parent, LiveVariables.ofJenkinsfile(body)), body::call);
    }

    Map<String, Object> resume(String id, Outcome outcome, BuildContext now) {
        context = now;
        PipelineThread thread = threads.get(id);
        if (thread == null) {
            throw new IllegalArgumentException("there is no thread '" + id + "'");
        }
        thread.bodies = List.of();
        return advance(id, thread, thread.results.handBack(outcome));
    }

    /** The broken rule that made this run worthless, or null. */
    EngineFault fault() {
        return fault;
    }

    /** Remembers a broken rule, for the caller to throw. */
    EngineFault report(String broken) {
        if (fault == null) {
            fault = new EngineFault(broken);
        }
        return fault;
    }

    /** Remembers a broken rule and makes the interpreter throw it, where it can tell the place. */
    void interrupt(String broken) {
        EngineFault thrown = report(broken);
        if (running != null) {
            running.superInterrupt(thrown);
        }
    }

    /** CPS code does not run when it is called: it throws an invocation, which starts the thread. */
    private Map<String, Object> begin(String id, Origin origin, Code code) {
        try {
            Object[] result = new Object[1];
            GroovyCategorySupport.use(CATEGORIES, new Closure<Object>(null) {
                @Override
                public Object call() {
                    result[0] = code.run();
                    return null;
                }
            });
            return ended(id, origin, new Outcome(result[0], null));
        } catch (CpsCallableInvocation invocation) {
            Env environment = Envs.empty(new SandboxInvoker());
            PipelineThread thread = new PipelineThread(
                origin, new Continuable(invocation.invoke(environment, null, Continuation.HALT)));
            threads.put(id, thread);
            return advance(id, thread, new Outcome(null, null));
        } catch (Throwable thrown) {
            return ended(id, origin, new Outcome(null, thrown));
        }
    }

    private Map<String, Object> advance(String id, PipelineThread thread, Outcome outcome) {
        running = thread.continuable;
        Outcome yielded;
        try {
            yielded = thread.continuable.run0(outcome, CATEGORIES);
        } catch (Throwable thrown) {
            yielded = new Outcome(null, thrown);
        } finally {
            running = null;
        }
        boolean suspended = fault == null && yielded.getNormal() instanceof StepRequest;
        return suspended ? suspended(thread, (StepRequest) yielded.getNormal()) : ended(id, thread.origin, yielded);
    }

    private Map<String, Object> suspended(PipelineThread thread, StepRequest request) {
        List<StackTraceElement> stack = thread.continuable.getStackTrace();
        try {
            ScriptValues values = ScriptValues.ofArguments();
            Object arguments = values.encode(request.arguments);
            thread.bodies = new ArrayList<>(values.bodies);
            save();
            return Signals.step(request.name, arguments, Frames.of(program, stack));
        } catch (EngineFault broken) {
            fault = new EngineFault(broken.getMessage(), stack);
            return Signals.failed(Failures.toFailure(program, fault));
        }
    }

    private void save() {
        if (program.saving.isRestarted(stepsBefore++)) {
            WrittenState written = new WrittenState(threads);
            program = program.restarted();
            onRestart.run();
            restore(written.read(program.classLoader()));
        } else if (program.saving.isCopied()) {
            restore(SavedState.copy(threads));
        }
    }

    @SuppressWarnings("unchecked")
    private void restore(Object state) {
        threads = (HashMap<String, PipelineThread>) state;
    }

    private Map<String, Object> ended(String id, Origin origin, Outcome outcome) {
        threads.remove(id);
        Throwable thrown = fault != null ? fault : outcome.getAbnormal();
        if (thrown != null) {
            return Signals.failed(Failures.toFailure(program, thrown));
        }
        if (origin.parent == null) {
            // Jenkins has no use for the value of a Jenkinsfile, so it may be anything.
            return Signals.returned(null);
        }
        PipelineThread waiting = threads.get(origin.parent);
        try {
            return Signals.returned(waiting.results.keep(id, outcome.getNormal(), origin.ofJenkinsfile));
        } catch (EngineFault broken) {
            fault = new EngineFault(broken.getMessage(), waiting.continuable.getStackTrace());
            return Signals.failed(Failures.toFailure(program, fault));
        }
    }

    private static List<Class> categories() {
        List<Class> categories = new ArrayList<>(Continuable.categories);
        categories.add(SerializableIterators.class);
        return categories;
    }

    private interface Code {
        Object run();
    }
}
