package org.jenkinsci.plugins.workflow.cps;

import com.cloudbees.groovy.cps.Block;
import com.cloudbees.groovy.cps.Env;
import com.cloudbees.groovy.cps.impl.CpsClosure;
import gigci.engine.Steps;
import java.util.List;

/** The closure class of Pipeline scripts: in it `sleep 5` means the step, not Groovy's method of that name. */
public final class CpsClosure2 extends CpsClosure {
    private static final long serialVersionUID = 1L;

    public CpsClosure2(Object owner, Object thisObject, List<String> parameters, Block body, Env capture) {
        super(owner, thisObject, parameters, body, capture);
    }

    public Object sleep(long seconds) {
        return Steps.suspend("sleep", "sleep", seconds);
    }
}
