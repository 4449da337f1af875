package gigci.engine;

import groovy.lang.Binding;
import java.util.Map;
import org.jenkinsci.plugins.workflow.cps.CpsScript;

/** The names that every script sees: the objects of Jenkins and what the library defines. */
public final class GlobalVariables {
    private static final EnvironmentVariables ENVIRONMENT = new EnvironmentVariables();
    private static final CurrentBuild CURRENT_BUILD = new CurrentBuild();

    private GlobalVariables() {
    }

    public static boolean exists(String name) {
        return builtIn(name) != null || PipelineRun.current().program().library.variables().contains(name);
    }

    /**
     * The value of a global variable for one script. One of the library is made once per script that uses it and
     * kept in that script's binding, as Jenkins does: two scripts do not share the fields of a third.
     */
    public static Object value(String name, CpsScript script) {
        Object builtIn = builtIn(name);
        if (builtIn != null) {
            return builtIn;
        }
        Binding binding = script.getBinding();
        if (!binding.hasVariable(name)) {
            binding.setVariable(name, PipelineRun.current().program().newScript(name));
        }
        return binding.getVariable(name);
    }

    /** A variable of the environment of the thread that runs, or null. */
    public static String environment(String name) {
        return (String) PipelineRun.current().context().environment.get(name);
    }

    private static Object builtIn(String name) {
        switch (name) {
            case "env":
                return ENVIRONMENT;
            case "currentBuild":
                return CURRENT_BUILD;
            case "params":
                return PipelineRun.current().program().parameters;
            case "scm":
                return Map.of("$symbol", "scm");
            case "steps":
                return Steps.INSTANCE;
            default:
                return null;
        }
    }
}
