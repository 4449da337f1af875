package org.jenkinsci.plugins.workflow.cps;

import com.cloudbees.groovy.cps.SerializableScript;
import gigci.engine.GlobalVariables;
import gigci.engine.Steps;
import groovy.lang.MissingPropertyException;
import org.codehaus.groovy.runtime.InvokerHelper;

/**
 * Base class of every script: the Jenkinsfile and the global variables of the library. Resolves what Groovy leaves open in the
 * order of Jenkins: the binding, global variables, steps. The sandbox knows it by this name as harmless to construct.
 */
public abstract class CpsScript extends SerializableScript {
    private static final long serialVersionUID = 1L;

    @Override
    public final Object invokeMethod(String name, Object arguments) {
        if (getBinding().hasVariable(name)) {
            Object value = getBinding().getVariable(name);
            boolean callable =
                !InvokerHelper.getMetaClass(value).respondsTo(value, "call", (Object[]) arguments).isEmpty();
            if (callable) {
                return InvokerHelper.getMetaClass(value).invokeMethod(value, "call", arguments);
            }
        }
        if (GlobalVariables.exists(name)) {
            Object value = GlobalVariables.value(name, this);
            return InvokerHelper.getMetaClass(value).invokeMethod(value, "call", arguments);
        }
        return Steps.INSTANCE.invokeMethod(name, arguments);
    }

    @Override
    public final Object getProperty(String name) {
        try {
            return super.getProperty(name);
        } catch (MissingPropertyException missing) {
            if (GlobalVariables.exists(name)) {
                return GlobalVariables.value(name, this);
            }
            String variable = GlobalVariables.environment(name);
            if (variable != null) {
                return variable;
            }
            throw missing;
        }
    }

    @Override
    public final void println() {
        Steps.suspend("println", "echo", "");
    }

    @Override
    public final void println(Object value) {
        Steps.suspend("println", "echo", String.valueOf(value));
    }

    @Override
    public final void print(Object value) {
        Steps.suspend("print", "echo", String.valueOf(value));
    }

    /** `sleep 5` means the step, not Groovy's method of that name. */
    public final Object sleep(long seconds) {
        return Steps.suspend("sleep", "sleep", seconds);
    }
}
