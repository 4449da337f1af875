// Generated from vars/shared/messages.ts by gig-ci. Change that file, not this one.
package gigci.shared

import com.cloudbees.groovy.cps.NonCPS
import gigci.runtime.Numbers

/** How problems are shown. */
final class Messages {

    private Messages() {
    }

    /** The message for a call of the global variable `name` with these problems, in the form of the check that every call runs first. */
    @NonCPS
    static String problemList(String name, List problems) {
        return (["${name}: ${counted(problems.size(), 'problem')}".toString()] +
            problems.collect { problem -> "  ${problem}".toString() }).join('\n')
    }

    /** The message for what a script answers as `problem`: the step, the cause, and below it what to do. */
    @NonCPS
    static String failureMessage(String step, List problem) {
        return "${step}: ${problem.join('\n')}"
    }

    /** So many of something: `1 file`, `2 files`. */
    @NonCPS
    static String counted(count, String one) {
        return count == 1 ? "1 ${one}" : "${Numbers.toText(count)} ${one}s"
    }

    /** The message before the first stage for everything that a build needs and has not. */
    @NonCPS
    static String missingMessage(List missing) {
        return "Not everything that this build needs is there:\n  ${missing.join('\n  ')}"
    }
}
