package gigci.engine;

import groovy.lang.GroovyObjectSupport;
import java.io.Serializable;

/** The global `env`: holds nothing, so that a saved program reads the environment of the thread that goes on. */
public final class EnvironmentVariables extends GroovyObjectSupport implements Serializable, VisibleToScripts {
    private static final long serialVersionUID = 1L;

    @Override
    public Object getProperty(String name) {
        return GlobalVariables.environment(name);
    }

    @Override
    public void setProperty(String name, Object value) {
        throw new EngineFault("env." + name + " is assigned: it would change for every branch; use withEnv");
    }
}
