// Generated from vars/shared/messages.ts by gig-ci. Change that file, not this one.
package gigci.shared

import com.cloudbees.groovy.cps.NonCPS

/** How problems are shown. */
final class Messages {

    private Messages() {
    }

    /** The message for a call of the global variable `name` with these problems, in the form of the check that every call runs first. */
    @NonCPS
    static String problemList(String name, List problems) {
        String count = problems.size() == 1 ? '1 problem' : "${problems.size()} problems"
        return (["${name}: ${count}".toString()] + problems.collect { problem -> "  ${problem}".toString() }).join('\n')
    }

    /** The message for what a script answers as `problem`: the step, the cause, and below it what to do. */
    @NonCPS
    static String failureMessage(String step, List problem) {
        return "${step}: ${problem.join('\n')}"
    }
}
