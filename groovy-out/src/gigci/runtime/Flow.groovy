// Generated from src/runtime/Flow.groovy by gig-ci. Change that file, not this one.
package gigci.runtime

import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException

/**
 * The primitives of gig-ci/jenkins that run closures with steps, so this class is CPS code. Only a script can call steps:
 * it comes first.
 */
final class Flow {

    private Flow() {
    }

    /**
     * Runs the body, then done with how it ended: SUCCESS, UNSTABLE, FAILED or ABORTED. The outcome starts as FAILED and
     * becomes better only at the very end, because a missing plugin throws an Error. A failure of done is only said when
     * it would mask the first one; when done is interrupted it runs once more, with ABORTED.
     */
    static void withOutcome(Object script, Closure body, Closure done) {
        String outcome = 'FAILED'
        Throwable first = null
        try {
            body.call()
            String result = script.currentBuild.currentResult
            // A publisher may make the build a failure and return.
            if (result == 'SUCCESS' || result == 'UNSTABLE') {
                outcome = result
            }
        } catch (FlowInterruptedException interruption) {
            first = interruption
            outcome = 'ABORTED'
        } catch (Throwable failure) {
            first = failure
        }
        try {
            done.call(outcome)
        } catch (FlowInterruptedException interruption) {
            done.call('ABORTED')
            throw interruption
        } catch (Exception failure) {
            failedWhileCleaningUp(script, first, failure)
        }
        if (first != null) {
            throw first
        }
    }

    /**
     * Runs the body for so many minutes at most. An interruption after the deadline, by the clock, is a failure that says
     * what took too long, and the remedy; any other passes through.
     */
    static Object withDeadline(Object script, Object minutes, String what, String remedy, Closure body) {
        def deadline = System.currentTimeMillis() + minutes * 60000
        try {
            return script.timeout([time: minutes, unit: 'MINUTES'], body)
        } catch (FlowInterruptedException interruption) {
            if (System.currentTimeMillis() >= deadline) {
                String limit = Text.of(minutes) + (minutes == 1 ? ' minute' : ' minutes')
                script.error(what + ' took longer than ' + limit + (remedy == '' ? '' : '. ' + remedy))
            }
            throw interruption
        }
    }

    /** The same without a remedy. */
    static Object withDeadline(Object script, Object minutes, String what, Closure body) {
        return withDeadline(script, minutes, what, '', body)
    }

    /**
     * What a finally block does with a failure of its own: it is only said when it would mask the first one. The caller
     * lets interruptions pass; instanceof here would be a call that the sandbox refuses.
     */
    static void failedWhileCleaningUp(Object script, Throwable first, Exception later) {
        if (first == null) {
            throw later
        }
        script.echo('Failed while cleaning up, too: ' + later.message)
    }

    /** Runs the body, which uses a step of an optional plugin; says so and answers false when it is not installed. */
    static Object ifInstalled(Object script, String step, Closure body) {
        try {
            body.call()
            return true
        } catch (NoSuchMethodError missing) {
            if (!missing.message.contains("'" + step + "'")) {
                throw missing
            }
            script.echo(step + ' is not installed: left out')
            return false
        }
    }

}
