// Generated from vars/shared/agents.ts by gig-ci. Change that file, not this one.
package gigci.shared

import com.cloudbees.groovy.cps.NonCPS
import gigci.runtime.Text

/** Whether the agent that a Jenkinsfile holds already is the right one for a pipeline that is called inside its `node`. */
final class Agents {

    private Agents() {
    }

    /**
     * Looks at the agent around. Which agents an expression such as `linux && docker` means only Jenkins knows: there another one is taken.
     * @param label what the pipeline wants; `''` is any agent
     * @param name NODE_NAME, which Jenkins sets inside `node` alone
     * @param labels NODE_LABELS, separated by spaces
     */
    @NonCPS
    static Map heldAgent(String label, String name, String labels) {
        if (name == null) {
            return [fits: false, remark: '']
        }
        List own = Text.split(labels ?: '', ' ')
        if (label == '' || label == name || own.contains(label)) {
            return [fits: true, remark: '']
        }
        return [
            fits: false,
            remark: "Another agent is taken: agent.label is ${label}, and ${name} has the labels ${labels ?: ''}. Both are held until the end.".toString(),
        ]
    }
}
