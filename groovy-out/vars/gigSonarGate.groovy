// Generated from vars/gigSonarGate.ts by gig-ci. Change that file, not this one.
import gigci.parameters.GigSonarGateParameters
import gigci.runtime.DryRun
import gigci.runtime.Flow
import gigci.runtime.Numbers
import gigci.runtime.Parameters
import gigci.runtime.Shell
import gigci.runtime.Values
import gigci.shared.Messages

/**
 * Waits for the verdict of SonarQube on the last gigSonarAnalysis of this build.
 * @return what the gate says: OK, WARN, ERROR or NONE
 * @example gigSonarGate(gate: 'unstable')
 */
String call(arguments = [:]) {
    def given = Parameters.normalise(arguments)
    return perform(Parameters.checked(this, 'gigSonarGate', GigSonarGateParameters.definition(), given))
}

/** Called by other global variables of this library, whose calls the compiler has checked. */
String perform(Map parameters) {
    String server = parameters.server != null ? parameters.server : 'sonarqube'
    String gate = parameters.gate ?: 'abort'
    String wait = parameters.wait ?: 'auto'
    def timeoutMinutes = parameters.timeoutMinutes != null ? parameters.timeoutMinutes : 5

    String remedy = 'Look at the background tasks of SonarQube; without sonar.wait: poll, it must call the webhook of Jenkins ' +
        '(<address of Jenkins>/sonarqube-webhook/, with the slash). sonar.timeoutMinutes allows more time.'
    String status = Flow.withDeadline(this, timeoutMinutes, 'The quality gate', remedy) {
        return verdict(server, wait, timeoutMinutes)
    }
    if (status == 'ERROR') {
        String message = 'The quality gate failed. The dashboard of SonarQube shows which condition: look for code smells, bugs and security hotspots, ' +
            'and whether the coverage reaches its minimum.'
        if (gate == 'abort') {
            error(message)
        }
        if (gate == 'unstable') {
            unstable(message)
        } else {
            echo(message)
        }
    }
    return status
}

private String verdict(String server, String wait, minutes) {
    if (wait == 'webhook') {
        return awaitWebhook()
    }
    // Ends before the deadline does, which leaves time for the webhook and for the message.
    String asked = askServer(server, Numbers.subtract(Numbers.multiply(minutes, 60), 30))
    if (wait == 'auto') {
        return awaitWebhook()
    }
    if (asked == 'PENDING') {
        error('SonarQube has not processed the analysis yet: look at its background tasks; sonar.timeoutMinutes allows more time.')
    }
    return asked
}

/** Asks the server until it has processed the analysis, so that Jenkins finds the verdict without a webhook. */
private String askServer(String server, seconds) {
    Map withSonarQubeEnvResult = withSonarQubeEnv(installationName: server, envOnly: true) {
        return withEnv(["GIG_SECONDS=${Numbers.toText(seconds)}"]) {
            return Shell.outputs(
                [status: 'string', problem: 'list'],
                sh(
                    script: libraryResource(resource: 'gig-ci/sonar-task.sh', encoding: 'UTF-8'),
                    label: 'sonar-task.sh',
                    returnStdout: true
                )
            )
        }
    }
    String status = withSonarQubeEnvResult.status
    List problem = withSonarQubeEnvResult.problem
    if (!problem.isEmpty()) {
        error(Messages.failureMessage('gigSonarGate', problem))
    }
    return status
}

private String awaitWebhook() {
    def waitForQualityGateResult = waitForQualityGate(abortPipeline: false)
    String status = waitForQualityGateResult.status
    return status
}

/** From here on: steps that a dry run prints instead. */
private echo(given) {
    given = Values.plain(given)
    return env.GIG_DRY_RUN == null ? steps.echo(given) : DryRun.echo(this, given)
}

private sh(given) {
    given = Values.plain(given)
    return env.GIG_DRY_RUN == null ? steps.sh(given) : DryRun.sh(this, given)
}

private unstable(given) {
    given = Values.plain(given)
    return env.GIG_DRY_RUN == null ? steps.unstable(given) : DryRun.answer(this, 'unstable', given, false, null)
}

private waitForQualityGate(given) {
    given = Values.plain(given)
    return env.GIG_DRY_RUN == null
        ? steps.waitForQualityGate(given)
        : DryRun.answer(this, 'waitForQualityGate', given, false, [status: 'OK'])
}

private withEnv(given, body) {
    given = Values.plain(given)
    return env.GIG_DRY_RUN == null ? steps.withEnv(given, body) : DryRun.withEnv(this, given, body)
}

private withSonarQubeEnv(given, body) {
    given = Values.plain(given)
    return env.GIG_DRY_RUN == null
        ? steps.withSonarQubeEnv(given, body)
        : DryRun.around(
            this,
            'withSonarQubeEnv',
            given,
            false,
            ['SONAR_CONFIG_NAME', 'SONAR_HOST_URL', 'SONAR_AUTH_TOKEN', 'SONAR_MAVEN_GOAL', 'SONARQUBE_SCANNER_PARAMS'],
            body
        )
}
