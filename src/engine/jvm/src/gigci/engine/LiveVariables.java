package gigci.engine;

import com.cloudbees.groovy.cps.Env;
import com.cloudbees.groovy.cps.impl.FunctionCallEnv;
import groovy.lang.Closure;
import groovy.lang.GString;
import groovy.lang.Range;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Looks for values in the variables of a library that must not be alive at a step, although Java could save them: what
 * they are differs from what the same TypeScript holds. A Jenkinsfile may hold and pass what it likes, as in Jenkins.
 */
final class LiveVariables {
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Whether a script or a closure is of the Jenkinsfile. */
    static boolean ofJenkinsfile(Object owner) {
        Object script = owner instanceof Closure ? ((Closure<?>) owner).getThisObject() : owner;
        return script != null && script.getClass().getName().equals(PipelineProgram.JENKINSFILE);
    }

    /**
     * @param scope the variables of a call, a closure or a block
     * @throws EngineFault when one of them holds a GString, a range, a Character or a number of another kind
     */
    void check(Env scope) {
        Object owner = scope.closureOwner();
        boolean given = scope instanceof FunctionCallEnv && calledByJenkinsfile((FunctionCallEnv) scope);
        if (owner == null || ofJenkinsfile(owner) || given) {
            return;
        }
        Map<?, ?> variables = (Map<?, ?>) read("locals", scope);
        if (variables != null) {
            variables.forEach((name, value) -> check((String) name, value));
        }
    }

    /** Parameters hold what the caller passes; `call` of a global variable holds them until it returns. */
    private static boolean calledByJenkinsfile(FunctionCallEnv scope) {
        Env caller = (Env) read("caller", scope);
        return caller != null && ofJenkinsfile(caller.closureOwner());
    }

    private void check(String variable, Object value) {
        if (value instanceof GString || value instanceof Range || value instanceof Character
                || value instanceof BigDecimal || value instanceof BigInteger) {
            String type = value.getClass().getSimpleName();
            throw new EngineFault("'" + variable + "' holds a value of " + type + " at this step: " + value);
        }
        if ((value instanceof Collection || value instanceof Map) && seen.add(value)) {
            if (value instanceof Map) {
                ((Map<?, ?>) value).keySet().forEach(key -> check(variable, key));
            }
            Collection<?> elements = value instanceof Map ? ((Map<?, ?>) value).values() : (Collection<?>) value;
            elements.forEach(element -> check(variable, element));
        }
    }

    /** The value of a private field; groovy-cps offers no other way to see variables. Null when there is no such field. */
    private static Object read(String name, Env scope) {
        for (Class<?> type = scope.getClass(); type != Object.class; type = type.getSuperclass()) {
            try {
                Field field = type.getDeclaredField(name);
                field.setAccessible(true);
                return field.get(scope);
            } catch (NoSuchFieldException inherited) {
                continue;
            } catch (IllegalAccessException impossible) {
                throw new AssertionError(impossible);
            }
        }
        return null;
    }
}
