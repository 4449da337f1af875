package gigci.engine;

import com.cloudbees.groovy.cps.Continuable;
import groovy.lang.GroovyObjectSupport;
import java.io.Serializable;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** The global `steps`, and what a script calls when nothing else has the name: a step suspends, a describable is a map. */
public final class Steps extends GroovyObjectSupport implements Serializable, VisibleToScripts {
    public static final Steps INSTANCE = new Steps();

    private static final long serialVersionUID = 1L;

    private Steps() {
    }

    /** @throws NoSuchMethodError when there is neither a step nor a describable of that name */
    @Override
    public Object invokeMethod(String name, Object arguments) {
        Object[] list = (Object[]) arguments;
        if (PipelineRun.current().program().steps.contains(name)) {
            return suspend(name, name, list);
        }
        if (PipelineRun.current().program().describables.contains(name)) {
            return describable(name, list);
        }
        throw new NoSuchMethodError("No such DSL method '" + name + "' found among steps");
    }

    /**
     * Stops the thread until the simulator has answered.
     *
     * @param method the name by which the script called; the engine compares it with what ran
     */
    public static Object suspend(String method, String step, Object... arguments) {
        return Continuable.suspend(method, new StepRequest(step, Arrays.asList(arguments)));
    }

    private static Map<Object, Object> describable(String name, Object[] arguments) {
        Map<Object, Object> description = new LinkedHashMap<>();
        description.put("$symbol", name);
        if (arguments.length == 1 && arguments[0] instanceof Map) {
            description.putAll((Map<?, ?>) arguments[0]);
        } else if (arguments.length != 0) {
            throw new EngineFault(name + "(...) takes named arguments only");
        }
        return description;
    }

    private Object readResolve() {
        return INSTANCE;
    }
}
