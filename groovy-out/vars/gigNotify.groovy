// Generated from vars/gigNotify.ts by gig-ci. Change that file, not this one.
import gigci.parameters.GigNotifyParameters
import gigci.runtime.DryRun
import gigci.runtime.Flow
import gigci.runtime.Json
import gigci.runtime.Numbers
import gigci.runtime.Parameters
import gigci.runtime.Shell
import gigci.runtime.Text
import gigci.runtime.Values
import gigci.shared.Agents
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException

/**
 * Tells a webhook how the build ended: JSON with the keys status, job, build, image, tag and url. Needs an agent with
 * curl and takes a minute at most. A notification that fails is said in the log and changes nothing else.
 * @return whether there is nothing left to do: it was delivered, or nobody wants it
 * @example gigNotify(status: 'SUCCESS', image: 'registry.example.com/orders', tag: '42-a3f5c21')
 */
def call(arguments = [:]) {
    def given = Parameters.normalise(arguments)
    return perform(Parameters.checked(this, 'gigNotify', GigNotifyParameters.definition(), given))
}

/** Called by other global variables of this library, whose calls the compiler has checked. */
def perform(Map notification) {
    String answer = ask(notification)
    return answer == 'delivered' || answer == 'unwanted'
}

/** The same with what came of it: `refused` by the webhook, or `unreachable`, because the agent could not even ask. */
String ask(Map notification) {
    String reason = silence(notification)
    if (reason != '') {
        echo("No notification: ${reason}")
        return 'unwanted'
    }
    String status = notification.status
    String image = notification.image ?: ''
    String tag = notification.tag ?: ''
    String url = notification.url
    String credentialsId = notification.credentialsId
    String payload = Json.stringify([
        status: status,
        job: env.JOB_NAME ?: '',
        build: Numbers.toText(currentBuild.number),
        image: image,
        tag: tag,
        url: env.BUILD_URL ?: '',
    ])
    try {
        Map choice
        if (credentialsId == null) {
            choice = withEnv(Shell.environment([
                GIG_PAYLOAD: payload,
                GIG_URL: url != null ? url : env.GIG_NOTIFY_URL,
            ])) {
                return Shell.outputs(
                    [problem: 'list'],
                    sh(
                        script: libraryResource(resource: 'gig-ci/notify.sh', encoding: 'UTF-8'),
                        label: 'notify.sh',
                        returnStdout: true
                    )
                )
            }
        } else {
            choice = withCredentials([string(credentialsId: credentialsId, variable: 'GIG_WEBHOOK')]) {
                return withEnv(["GIG_PAYLOAD=${payload}"]) {
                    return Shell.outputs(
                        [problem: 'list'],
                        sh(
                            script: libraryResource(resource: 'gig-ci/notify.sh', encoding: 'UTF-8'),
                            label: 'notify.sh',
                            returnStdout: true
                        )
                    )
                }
            }
        }
        List problem = choice.problem
        if (!problem.isEmpty()) {
            echo("The notification was not delivered: ${problem.join(' ')}")
        }
        return problem.isEmpty() ? 'delivered' : 'refused'
    } catch (FlowInterruptedException interruption) {
        throw interruption
    } catch (Exception error) {
        echo("The notification was not delivered: ${error.message}")
        // A command that fails has run; whatever else goes wrong, the agent is lost.
        return error.message.startsWith('script returned exit code') ? 'refused' : 'unreachable'
    }
}

/** Tells how the build ended, and remembers that it was heard. */
void announce(Map build, String outcome, notify) {
    if (notify == false) {
        echo('No notification: notify is off')
    } else {
        String answer = ask(notify + [status: outcome, image: build.image, tag: build.tag])
        // A lost agent fails in many ways; then another one asks, behind the last attempt.
        build.attempted = answer == 'unreachable' ? '' : outcome
    }
}

/**
 * The same for a build that has no agent (any more): from the one that its Jenkinsfile holds, else from one of its own, for which it waits
 * a few minutes. Never fails.
 */
void fromAnyAgent(Map notification, String label) {
    String reason = silence(notification)
    if (reason != '') {
        echo("No notification: ${reason}")
        return
    }
    // The agent that is held may be the one that was lost.
    if (Agents.heldAgent(label, env.NODE_NAME, env.NODE_LABELS).fits && ask(notification) != 'unreachable') {
        return
    }
    try {
        Flow.withDeadline(this, 5, 'The notification', 'An agent must be free, and reach the address of the webhook.') {
            node(label) {
                perform(notification)
            }
        }
    } catch (FlowInterruptedException interruption) {
        throw interruption
    } catch (Exception error) {
        echo("The notification was not delivered: ${error.message}")
    }
}

/** Why there is nothing to send; `''` when there is. */
private String silence(Map parameters) {
    String status = parameters.status
    String url = parameters.url
    String credentialsId = parameters.credentialsId
    List on = parameters.on != null ? parameters.on : ['success', 'unstable', 'failure', 'aborted']

    def isWanted = status == 'FAILED'
        ? on.contains('failure')
        : on.any { outcome -> Text.toUpperCase(outcome) == status }
    if (!isWanted) {
        return "notify.on leaves ${status} out".toString()
    }
    if (credentialsId == null && ((url != null ? url : env.GIG_NOTIFY_URL) ?: '') == '') {
        return 'set notify.url, notify.credentialsId, or GIG_NOTIFY_URL in the environment of Jenkins'
    }
    return credentialsId != null && env.CHANGE_FORK != null ? 'a pull request from a fork binds no credential' : ''
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

private string(given) {
    given = Values.plain(given)
    return env.GIG_DRY_RUN == null ? steps.string(given) : DryRun.binding('string', given)
}

private withCredentials(given, body) {
    given = Values.plain(given)
    return env.GIG_DRY_RUN == null ? steps.withCredentials(given, body) : DryRun.withCredentials(this, given, body)
}

private withEnv(given, body) {
    given = Values.plain(given)
    return env.GIG_DRY_RUN == null ? steps.withEnv(given, body) : DryRun.withEnv(this, given, body)
}
