package gigci.engine;

import com.cloudbees.groovy.cps.Outcome;
import java.io.Serializable;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What bodies return to the step that they belong to. A step hands back the very object that its body returned, as
 * Jenkins does: it stays here, is saved with the thread that waits, and the simulator passes `{"$result": thread}` on in
 * its place. The twin of results.ts.
 */
final class Results implements Serializable {
    private static final long serialVersionUID = 1L;

    private final HashMap<String, Object> kept = new HashMap<>();

    /**
     * What the simulator gets for the result of a body.
     *
     * @throws EngineFault for a result of a library that has no counterpart in TypeScript
     */
    Object keep(String thread, Object result, boolean ofJenkinsfile) {
        if (!ofJenkinsfile) {
            ScriptValues.checkResult(result);
        }
        if (result == null) {
            return null;
        }
        kept.put(thread, result);
        return Map.of("$result", thread);
    }

    /**
     * What the program gets for the outcome of the step, once. `parallel` returns a HashMap with one result a branch, so
     * that the order of the branches is lost, as in Jenkins (ParallelStep.ResultHandler).
     */
    Outcome handBack(Outcome outcome) {
        Object value = outcome.getNormal();
        if (value instanceof Map && !isMarker(value)) {
            Map<Object, Object> entries =
                    isByBranch((Map<?, ?>) value)
                            ? new HashMap<>((Map<?, ?>) value)
                            : new LinkedHashMap<>((Map<?, ?>) value);
            entries.replaceAll((key, entry) -> unmarked(entry));
            value = entries;
        }
        Outcome given = new Outcome(unmarked(value), outcome.getAbnormal());
        kept.clear();
        return given;
    }

    private Object unmarked(Object value) {
        return isMarker(value) ? kept.get(((Map<?, ?>) value).get("$result")) : value;
    }

    private boolean isByBranch(Map<?, ?> results) {
        return results.values().stream().allMatch(result -> result == null || isMarker(result));
    }

    private boolean isMarker(Object value) {
        return value instanceof Map && kept.containsKey(((Map<?, ?>) value).get("$result"));
    }
}
