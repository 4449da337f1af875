package gigci.engine;

import com.cloudbees.groovy.cps.Outcome;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Runs a program whose every step answers nothing and runs its bodies one after another, so that Java has loaded what
 * every run needs before the first one comes, or knows what to archive.
 */
final class WarmUp {
    private static final BuildContext CONTEXT = new BuildContext(Map.of(
        "time", 0L, "environment", Map.of(), "build", Map.of("number", 1L, "currentResult", "SUCCESS")));

    private final PipelineRun run;
    private final BooleanSupplier enough;
    private int threads;

    private WarmUp(PipelineRun run, BooleanSupplier enough) {
        this.run = run;
        this.enough = enough;
    }

    /** @param enough asked at every step whether to stop */
    static void run(PipelineProgram program, BooleanSupplier enough) {
        PipelineRun run = new PipelineRun(program, () -> { });
        new WarmUp(run, enough).finish("", run.start(CONTEXT));
    }

    private void finish(String thread, Map<String, Object> first) {
        Map<String, Object> signal = first;
        while ("step".equals(signal.get("kind")) && !enough.getAsBoolean()) {
            startBodies(thread, signal.get("arguments"));
            signal = run.resume(thread, new Outcome(null, null), CONTEXT);
        }
    }

    private void startBodies(String parent, Object argument) {
        if (argument instanceof List) {
            ((List<?>) argument).forEach(element -> startBodies(parent, element));
        } else if (argument instanceof Map) {
            Object ordinal = ((Map<?, ?>) argument).get("$body");
            if (ordinal == null) {
                ((Map<?, ?>) argument).values().forEach(value -> startBodies(parent, value));
            } else {
                String thread = String.valueOf(threads++);
                finish(thread, run.startBody(thread, parent, ((Long) ordinal).intValue(), CONTEXT));
            }
        }
    }
}
