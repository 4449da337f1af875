// Generated from vars/gigCleanUp.ts by gig-ci. Change that file, not this one.
import gigci.parameters.GigCleanUpParameters
import gigci.runtime.DryRun
import gigci.runtime.Flow
import gigci.runtime.Numbers
import gigci.runtime.Parameters
import gigci.runtime.Shell
import gigci.runtime.Values
import gigci.shared.Agents
import gigci.shared.Builds
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException

/**
 * Removes whatever this build may have left on this machine: containers, images, the image archive, the registry login. It belongs into the
 * outermost `finally` inside `node`: an abort may hit the clean-up of any single step.
 * @example gigCleanUp(references: ['registry.example.com/orders:42-a3f5c21'])
 */
void call(arguments = [:]) {
    def given = Parameters.normalise(arguments)
    perform(Parameters.checked(this, 'gigCleanUp', GigCleanUpParameters.definition(), given))
}

/** Called by other global variables of this library, whose calls the compiler has checked. */
void perform(Map parameters) {
    String archive = parameters.archive != null ? parameters.archive : '.gig-ci/image.tar'
    List references = parameters.references != null ? parameters.references : []

    withEnv(Shell.environment([
        GIG_BUILD: Builds.buildLabel(env.BUILD_URL, env.JOB_NAME, currentBuild.number),
        GIG_ARCHIVE: archive,
        GIG_REFERENCES: references,
    ])) {
        sh(script: libraryResource(resource: 'gig-ci/clean-up.sh', encoding: 'UTF-8'), label: 'clean-up.sh')
    }
}

/** Runs the body and removes what the build leaves, even after an abort. A Docker that hangs does not keep the agent. */
private void withCleanUp(Map build, Closure body) {
    def failed = null
    try {
        body.call()
    } catch (Throwable thrown) {
        failed = thrown
        throw thrown
    } finally {
        try {
            // The second time for most of it: an abort may have hit the first.
            Flow.withDeadline(this, 5, 'The clean-up', 'Does Docker hang?') {
                perform([references: build.references])
            }
        } catch (FlowInterruptedException interruption) {
            throw interruption
        } catch (Exception later) {
            Flow.failedWhileCleaningUp(this, failed, later)
        }
    }
}

/** One attempt on one agent, in so many minutes; whatever it leaves is removed. */
void attempt(Map build, timeoutMinutes, Closure stages) {
    if (build.isPublishing) {
        error('The agent was lost after publishing had begun, and a second attempt could publish twice. ' +
            'See in the log what was published, and start a new build.')
    }
    withCleanUp(build) {
        Flow.withDeadline(this, timeoutMinutes, 'The build', 'options.timeoutMinutes allows more time.', stages)
    }
}

/** Runs the body on the agent that the Jenkinsfile holds, where that is the right one; else on another, and again when that is lost. */
void withAgent(String label, retries, Closure body) {
    Map heldAgentResult = Agents.heldAgent(label, env.NODE_NAME, env.NODE_LABELS)
    def fits = heldAgentResult.fits
    String remark = heldAgentResult.remark
    if (fits) {
        body.call()
        return
    }
    if (remark != '') {
        echo(remark)
    }
    retry(count: Numbers.add(retries, 1), conditions: [agent()]) {
        node(label, body)
    }
}

/** From here on: steps that a dry run prints instead. */
private echo(given) {
    given = Values.plain(given)
    return env.GIG_DRY_RUN == null ? steps.echo(given) : DryRun.echo(this, given)
}

private node(given, body) {
    given = Values.plain(given)
    return env.GIG_DRY_RUN == null ? steps.node(given, body) : DryRun.around(this, 'node', given, false, [], body)
}

private sh(given) {
    given = Values.plain(given)
    return env.GIG_DRY_RUN == null ? steps.sh(given) : DryRun.sh(this, given)
}

private withEnv(given, body) {
    given = Values.plain(given)
    return env.GIG_DRY_RUN == null ? steps.withEnv(given, body) : DryRun.withEnv(this, given, body)
}
